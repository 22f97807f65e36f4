// SPDX-License-Identifier: EUPL-1.2

package import NIOCore
package import RecoursMessages

/// What the client's machine tells its transport, each case an order to pass it on.
///
/// Every opened call ends with exactly one `finished` or `refused`, also when the connection
/// fails, unless the client itself cancelled it.
package enum ClientEvent: Sendable, Hashable {
    /// The server's HELLO was read: its limits are in force now.
    case peerHello(WireHello)
    /// Early metadata; the call is committed and must not be retried transparently.
    case head(call: UInt32, [WireMetadataEntry])
    /// Give the call its next response. The bytes may share the buffer that was received.
    case message(call: UInt32, ByteBuffer)
    /// The call is over.
    case finished(call: UInt32, RPCStatus)
    /// No handler ran and none will: the call may be retried without counting as an attempt.
    case refused(call: UInt32)
    /// A sender that was told to wait may send again.
    case sendable(call: UInt32)
    /// Our PING came back.
    case pingAnswered(roundTripNanoseconds: UInt64)
    /// Open no more calls here; those in flight go on unless they are refused.
    case goAway(WireGoAway)
    /// Every call is over after a drain: flush the output, send close_notify and close.
    case drained
    /// The connection is over. GOAWAY is queued if it can still help: flush, then close.
    case connectionFailed(ConnectionError)
}

/// Why the client's machine opened no call.
package enum OpenError: Error, Sendable, Hashable {
    /// As many calls run as the server allows; open when one has ended.
    case limitReached
    /// One side said GOAWAY, or the connection failed; use another connection.
    case draining
    /// No call numbers are left; use another connection.
    case numbersExhausted
    /// The opening breaks a limit of PROTOCOL.md §11 (method, key, metadata).
    case invalidOpening
}
