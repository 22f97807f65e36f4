// SPDX-License-Identifier: EUPL-1.2

package import NIOCore
package import RecoursMessages

/// The client's side of one `recours/1` connection, without input or output.
///
/// Feed plaintext with `receive`, then pull `nextEvent` until it is nil, give the orders that
/// follow, then pull output with `writeOutput` and look at `nextTimeout`.
package struct ClientConnectionStateMachine: ~Copyable {
    /// A machine for a connection whose handshake ended at `now`; our HELLO is queued at once.
    package init(limits: ConnectionLimits, now: MonotonicInstant) {}

    // MARK: Input

    /// Takes all readable bytes of `bytes`. Call `nextEvent` until nil before the next `receive`.
    package mutating func receive(_ bytes: inout ByteBuffer, now: MonotonicInstant) {}

    /// The peer sends no more; `orderly` if TLS close_notify came first.
    package mutating func receiveEnd(orderly: Bool, now: MonotonicInstant) {}

    /// The next event, or nil when all received bytes are worked off.
    package mutating func nextEvent() -> ClientEvent? { nil }

    // MARK: Orders about calls

    /// Starts a call and returns its number; the opening's own `call` and `deadline` are ignored.
    package mutating func open(
        _ opening: CallOpening, now: MonotonicInstant
    ) throws(OpenError) -> UInt32 { throw .draining }

    /// Sends an encoded request; with `end` it is the last.
    package mutating func sendMessage(
        _ call: UInt32, _ message: ByteBuffer, end: Bool
    ) -> SendOutcome { .callOver }

    /// Encodes and sends a request, straight into the output when nothing is in its way.
    package mutating func sendMessage(
        _ call: UInt32, _ message: some RecoursMessage, end: Bool
    ) -> SendOutcome { .callOver }

    /// Says that no more requests follow; false if it was said before or the call is over.
    package mutating func endRequests(_ call: UInt32) -> Bool { false }

    /// Abandons the call: no event of it follows. False if it is over already.
    package mutating func cancel(_ call: UInt32, reason: WireCancelReason) -> Bool { false }

    /// The application took one response of `bytes` bytes: its credit goes back, in time.
    package mutating func consumed(_ call: UInt32, bytes: Int) {}

    /// Whether `sendMessage` would take a message now.
    package func canSend(_ call: UInt32) -> Bool { false }

    /// Whether `open` would give a number now.
    package var canOpen: Bool { false }

    // MARK: Orders about the connection

    /// Sends a PING; `pingAnswered` follows.
    package mutating func ping(now: MonotonicInstant) {}

    /// Starts the drain of PROTOCOL.md §7; `drained` follows. Later calls change nothing.
    package mutating func goAway(
        _ reason: WireGoAwayReason, message: String,
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
