// SPDX-License-Identifier: EUPL-1.2

package import RecoursMessages
package import RecoursWire

/// What stands before and behind every call: authority, limits, counters, logs.
package protocol CallInterceptor: Sendable {
    /// Lets the call in, or throws the status it ends with; on the connection's event loop, before
    /// anything of the request is decoded.
    func callBegins(_ call: CallContext, _ method: MethodDescriptor) throws(RPCStatus)
    /// The handler of a call that was let in has ended.
    func callEnded(_ call: CallContext, _ method: MethodDescriptor, _ outcome: CallOutcome)
}

/// How one call ended.
package struct CallOutcome: Sendable, Hashable {
    package let code: RPCStatus.Code
    package let durationNanoseconds: UInt64
}
