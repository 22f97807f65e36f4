// SPDX-License-Identifier: EUPL-1.2

package import NIOCore
package import RecoursMessages

/// The server's side of one `recours/1` connection, without input or output.
///
/// Feed plaintext with `receive`, then pull `nextEvent` until it is nil, give the orders that
/// follow, then pull output with `writeOutput` and look at `nextTimeout`.
package struct ServerConnectionStateMachine: ~Copyable {
    /// A machine for a connection whose handshake ended at `now`; our HELLO is queued at once.
    package init(limits: ConnectionLimits, now: MonotonicInstant) {}

    // MARK: Input

    /// Takes all readable bytes of `bytes`. Call `nextEvent` until nil before the next `receive`.
    package mutating func receive(_ bytes: inout ByteBuffer, now: MonotonicInstant) {}

    /// The peer sends no more; `orderly` if TLS close_notify came first.
    package mutating func receiveEnd(orderly: Bool, now: MonotonicInstant) {}

    /// The next event, or nil when all received bytes are worked off.
    package mutating func nextEvent() -> ServerEvent? { nil }

    // MARK: Orders about calls

    /// Sends early metadata; false if the call is over or already answered.
    package mutating func sendHead(_ call: UInt32, metadata: [WireMetadataEntry]) -> Bool { false }

    /// Sends an encoded response; with `endWithOK` it is the last and the status is OK.
    package mutating func sendMessage(
        _ call: UInt32, _ message: ByteBuffer, endWithOK: Bool
    ) -> SendOutcome { .callOver }

    /// Encodes and sends a response, straight into the output when nothing is in its way.
    package mutating func sendMessage(
        _ call: UInt32, _ message: some RecoursMessage, endWithOK: Bool
    ) -> SendOutcome { .callOver }

    /// Ends the call behind its queued responses; false if it is over already.
    package mutating func finish(_ call: UInt32, _ status: RPCStatus) -> Bool { false }

    /// Ends a call of which no handler ran: the client may retry it. False if already answered.
    package mutating func refuse(_ call: UInt32) -> Bool { false }

    /// The application took one request of `bytes` bytes: its credit goes back, in time.
    package mutating func consumed(_ call: UInt32, bytes: Int) {}

    /// The call's handler has really ended; say it exactly once for each `opened`.
    package mutating func callEnded(_ call: UInt32) {}

    /// Brings the call's deadline forward to `instant`, for a method with a shorter maximum.
    package mutating func shortenDeadline(_ call: UInt32, to instant: MonotonicInstant) {}

    /// Whether `sendMessage` would take a message now.
    package func canSend(_ call: UInt32) -> Bool { false }

    // MARK: Orders about the connection

    /// Sends a PING; `pingAnswered` follows.
    package mutating func ping(now: MonotonicInstant) {}

    /// Starts the drain of PROTOCOL.md §7; `drained` follows. Later calls change nothing.
    package mutating func goAway(
        _ reason: WireGoAwayReason, message: String, retryAfterMilliseconds: UInt32,
        now: MonotonicInstant
    ) {}

    /// Works off what is due at `now`; pull events afterwards.
    package mutating func tick(now: MonotonicInstant) {}

    /// When `tick` is next needed; nil if never.
    package var nextTimeout: MonotonicInstant? { nil }

    // MARK: Output

    /// Appends output to `buffer` until that holds about `byteCount` bytes (it may pass by one
    /// frame); true if more is ready. An empty `buffer` is exchanged instead of copied into.
    package mutating func writeOutput(
        into buffer: inout ByteBuffer, upTo byteCount: Int, now: MonotonicInstant
    ) -> Bool { false }

    /// Whether `writeOutput` would write anything.
    package var hasOutput: Bool { false }

    /// Calls whose handler has not ended or whose answer is not written.
    package var openCallCount: Int { 0 }
}
