// SPDX-License-Identifier: EUPL-1.2

package import RecoursMessages
package import RecoursWire

/// What stands before and behind every call of a known method: authority and quotas before, metrics
/// and the log behind.
package protocol CallInterceptor: AnyObject, Sendable {
    /// What the interceptor wants at hand for each call of a method, as `CallContext.kept`: asked
    /// once, when the server starts, so that no call looks anything up by its method's name.
    func keep(_ method: MethodDescriptor) -> (any Sendable & AnyObject)?

    /// Runs on the call's event loop before its request is decoded; what it throws answers the
    /// call.
    func before(_ call: CallContext) throws(RPCStatus)

    /// Runs once for each call that `before` let in, when its handler has really ended.
    func after(_ call: CallContext, _ outcome: CallOutcome)
}

extension CallInterceptor {
    package func keep(_ method: MethodDescriptor) -> (any Sendable & AnyObject)? { nil }
}

/// How a call ended, for metrics and the log.
package struct CallOutcome: Sendable, Hashable {
    /// What the client was told, or would have been.
    package var code: RPCStatus.Code
    /// From the reading of OPEN to the end of the handler.
    package var durationNanoseconds: UInt64
    /// Bytes of the request messages that came.
    package var requestBytes: Int
    /// Bytes of the response messages that were handed to the connection.
    package var responseBytes: Int
}
