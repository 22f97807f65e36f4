// SPDX-License-Identifier: EUPL-1.2

internal import RecoursWire

/// What a handler of one response has when it returns.
package enum Reply<Response: Sendable>: Sendable {
    /// The answer: it waited for nothing.
    case now(Response)
    /// What makes the answer, and may wait; it begins on the connection's event loop.
    case later(@Sendable () async throws(RPCStatus) -> Response)
}
