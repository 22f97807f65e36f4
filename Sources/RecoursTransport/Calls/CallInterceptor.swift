// SPDX-License-Identifier: EUPL-1.2

package import RecoursWire

/// What stands before and behind every call of a known method: authority and quotas before, metrics
/// and the log behind.
package protocol CallInterceptor: Sendable {
    /// Runs on the call's event loop before its request is decoded; what it throws answers the
    /// call.
    func before(_ call: CallContext) throws(RPCStatus)

    /// Runs once for each call that `before` let in, when its handler has really ended.
    func after(_ call: CallContext, _ outcome: CallOutcome)
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
