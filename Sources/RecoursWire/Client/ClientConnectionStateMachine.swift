// SPDX-License-Identifier: EUPL-1.2

internal import DequeModule
package import NIOCore
package import RecoursMessages

/// The client's side of one `recours/1` connection, without input or output.
///
/// Feed plaintext with `receive`, pull `nextEvent` until it is nil, give the orders that follow,
/// pull output with `writeOutput`, pull `nextEvent` again (a sender may have become `sendable`),
/// and set a timer to `nextTimeout`.
package struct ClientConnectionStateMachine: ~Copyable {
    var core: ConnectionCore<ClientCallState>
    var phase = ClientPhaseStateMachine()
    /// Events that came besides the one that `nextEvent` returned, or from a timer.
    var events: Deque<ClientEvent> = []
    /// The next call's number.
    var nextCall: UInt32 = 1

    /// A machine for a connection whose handshake ended at `now`; our HELLO is queued at once,
    /// and calls may be opened at once under the defaults of PROTOCOL.md §5.2.
    package init(limits: ConnectionLimits, now: MonotonicInstant) {
        core = ConnectionCore(limits: limits, maxCalls: 0, now: now)
    }

    // MARK: Input

    /// Takes all readable bytes of `bytes`. Call `nextEvent` until nil before the next `receive`.
    package mutating func receive(_ bytes: inout ByteBuffer, now: MonotonicInstant) {
        core.receive(&bytes, now: now)
    }

    /// The peer sends no more; `orderly` if TLS close_notify came first.
    package mutating func receiveEnd(orderly: Bool, now: MonotonicInstant) {
        core.advance(now)
        guard !phase.isOver else {
            return
        }
        core.end = core.end ?? (orderly ? .orderly : .abrupt)
    }

    /// The next event, or nil when all received bytes are worked off.
    package mutating func nextEvent() -> ClientEvent? {
        if let event = events.popFirst() {
            return event
        }
        if let call = core.sendableCalls.popFirst() {
            return .sendable(call: call)
        }
        do throws(ConnectionError) {
            while core.failure == nil, let frame = try core.nextFrame() {
                if let event = try handle(frame) {
                    return event
                }
                if let event = events.popFirst() {
                    return event
                }
            }
        } catch {
            fail(error)
            return events.popFirst()
        }
        guard core.failure == nil, core.table.isEmpty else {
            return nil
        }
        return phase.callsGone(peerClosed: core.end == .orderly) == .finish ? .drained : nil
    }

    mutating func fail(_ error: ConnectionError) {
        guard core.failure == nil else {
            return
        }
        core.fail(error, lastCall: 0)
        phase.fail()
        for number in core.table.callNumbers() {
            guard let index = core.table.find(number) else {
                continue
            }
            let isAwaited = core.table[index].state.receiveLast() == .deliver
            core.remove(at: index)
            if isAwaited {
                // Whether the server did it is not known: only a key makes repeating safe.
                events.append(
                    .finished(call: number, .unavailable("The connection was lost.")))
            }
        }
        events.append(.connectionFailed(error))
    }

    // MARK: Orders about the connection

    /// Sends a PING; `pingAnswered` follows. Nothing happens while eight are unanswered.
    package mutating func ping(now: MonotonicInstant) {
        core.advance(now)
        guard core.failure == nil else {
            return
        }
        _ = core.ping(now: now)
    }

    /// Opens no more calls and tells the server; `drained` follows when those in flight are over.
    package mutating func goAway(
        _ reason: WireGoAwayReason, message: String, now: MonotonicInstant
    ) {
        core.advance(now)
        guard core.failure == nil, phase.drain() else {
            return
        }
        var goAway = WireGoAway()
        goAway.reason = reason
        goAway.message = WireGoAway.clipped(message)
        core.writer.write(.goAway, call: 0, goAway)
    }

    /// Works off what is due at `now`; pull events and output afterwards.
    package mutating func tick(now: MonotonicInstant) {
        core.advance(now)
        guard core.failure == nil else {
            return
        }
        do throws(ConnectionError) {
            try core.checkClocks()
        } catch {
            fail(error)
            return
        }
        for call in core.takeExpiredCalls() {
            abandon(
                call, reason: .deadline,
                RPCStatus(.deadlineExceeded, "The call's time is over."))
        }
        for call in core.takeStalledCalls() {
            abandon(
                call, reason: .abandoned,
                .withReason(
                    .resourceExhausted, "The server gave no credit for too long.",
                    reason: "SLOW_CONSUMER"))
        }
    }

    /// When `tick` is next needed; nil if never.
    package var nextTimeout: MonotonicInstant? {
        guard core.failure == nil, core.nextClock != .never else {
            return nil
        }
        return core.nextClock
    }

    // MARK: Output

    /// Appends output to `buffer` until that holds about `byteCount` bytes; true if more is ready.
    ///
    /// It passes `byteCount` by what is queued as whole small frames and one frame at most. An
    /// empty `buffer` is exchanged instead of copied into: pass one without storage for a
    /// connection that should keep none.
    package mutating func writeOutput(
        into buffer: inout ByteBuffer, upTo byteCount: Int, now: MonotonicInstant
    ) -> Bool {
        core.writeOutput(into: &buffer, upTo: byteCount, now: now)
    }

    /// Whether `writeOutput` would write anything.
    package var hasOutput: Bool {
        core.hasOutput
    }

    /// Calls whose last frame has not come.
    package var openCallCount: Int {
        core.table.count
    }
}
