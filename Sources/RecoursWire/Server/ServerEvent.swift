// SPDX-License-Identifier: EUPL-1.2

package import NIOCore
package import RecoursMessages

/// What the server's machine tells its transport, each case an order to pass it on.
package enum ServerEvent: Sendable, Hashable {
    /// The peer's HELLO was read: its limits are in force now.
    case peerHello(WireHello)
    /// Start a handler for this call, and answer it with `sendMessage`, `finish` or `refuse`;
    /// then say `callEnded`.
    case opened(CallOpening)
    /// Give the call its next request. The bytes may share the buffer that was received.
    case message(call: UInt32, ByteBuffer, endOfRequests: Bool)
    /// The client sends no more requests, and this frame carried none.
    case requestsEnded(call: UInt32)
    /// Cancel the call's handler; nothing more can be sent. Say `callEnded` when it has ended.
    case cancelled(call: UInt32, CallCancellation)
    /// A sender that was told to wait may send again.
    case sendable(call: UInt32)
    /// Our PING came back.
    case pingAnswered(roundTripNanoseconds: UInt64)
    /// The client opens no more calls.
    case goAwayReceived(WireGoAway)
    /// Every call is over after a drain: flush the output, send close_notify and close.
    case drained
    /// The connection is over. GOAWAY is queued if it can still help: flush, then close.
    case connectionFailed(ConnectionError)
}

/// Why the server's handler of a call is cancelled.
package enum CallCancellation: Sendable, Hashable {
    /// The client sent CANCEL.
    case byClient(WireCancelReason)
    /// The call's deadline passed; the client was told DEADLINE_EXCEEDED.
    case deadlineExceeded
    /// A request was larger than announced; the client was told RESOURCE_EXHAUSTED.
    case messageTooLarge
    /// The connection buffers too much and this was its newest call; RESOURCE_EXHAUSTED.
    case bufferExhausted
    /// The client gave no credit for too long; RESOURCE_EXHAUSTED with reason SLOW_CONSUMER.
    case slowConsumer
    /// The drain's time was over; the client was told UNAVAILABLE.
    case drainExpired
    /// The connection failed or was closed.
    case connectionLost
}
