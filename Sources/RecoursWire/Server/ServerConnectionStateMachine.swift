// SPDX-License-Identifier: EUPL-1.2

internal import DequeModule
package import NIOCore
package import RecoursMessages

/// The server's side of one `recours/1` connection, without input or output.
///
/// Feed plaintext with `receive`, pull `nextEvent` until it is nil, give the orders that follow,
/// pull output with `writeOutput`, pull `nextEvent` again (a sender may have become `sendable`),
/// and set a timer to `nextTimeout`.
package struct ServerConnectionStateMachine: ~Copyable {
    var core: ConnectionCore<ServerCallState>
    var phase = ServerPhaseStateMachine()
    /// Events that came besides the one that `nextEvent` returned, or from a timer.
    var events: Deque<ServerEvent> = []
    /// The highest call number seen in OPEN.
    var highestCall: UInt32 = 0
    /// The last OPEN that may come again byte for byte.
    var lastOpen = RepeatedOpen()
    /// Why we go away, kept for the second GOAWAY.
    var goAway = WireGoAway()

    /// A machine for a connection whose handshake ended at `now`; our HELLO is queued at once.
    /// `limits` are held within what HELLO may say (PROTOCOL.md §5.2).
    package init(limits: ConnectionLimits, now: MonotonicInstant) {
        core = ConnectionCore(limits: limits, maxCalls: limits.maxCalls, now: now)
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
    package mutating func nextEvent() -> ServerEvent? {
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
        return finishIfDone()
    }

    private mutating func finishIfDone() -> ServerEvent? {
        guard core.failure == nil, core.table.isEmpty else {
            return nil
        }
        // The peer has closed in order and nothing is open: that is a drain's end too.
        if core.end == .orderly, phase.close() == .finish {
            return .drained
        }
        return phase.callsGone() == .finish ? .drained : nil
    }

    mutating func fail(_ error: ConnectionError) {
        guard core.failure == nil else {
            return
        }
        core.fail(error, lastCall: highestCall)
        phase.fail()
        for number in core.table.callNumbers() {
            guard let index = core.table.find(number) else {
                continue
            }
            core.dropQueue(at: index)
            core.dropReceived(at: index)
            switch core.table[index].state.abort() {
            case .answerAndCancelHandler:
                events.append(.cancelled(call: number, .connectionLost))
            case .answerAndRemove, .ignore:
                break
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

    /// Starts the drain of PROTOCOL.md §7.2; `drained` follows. Later calls change nothing.
    package mutating func goAway(
        _ reason: WireGoAwayReason, message: String, retryAfterMilliseconds: UInt32,
        now: MonotonicInstant
    ) {
        core.advance(now)
        goAway(
            reason, message: message, retryAfterMilliseconds: retryAfterMilliseconds,
            drainMilliseconds: core.limits.drainMilliseconds)
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
        endOverdueCalls()
        checkAge()
        perform(phase.tick(now: core.now))
    }

    /// When `tick` is next needed; nil if never.
    package var nextTimeout: MonotonicInstant? {
        guard core.failure == nil else {
            return nil
        }
        let next = min(core.nextClock, phase.nextClock, ageClock)
        return next == .never ? nil : next
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

    /// Bytes of messages that were received and not consumed, or queued and not sent.
    package var heldBytes: Int {
        core.bufferedBytes + core.queuedBytes
    }

    /// Calls whose handler has not ended or whose answer is not written.
    package var openCallCount: Int {
        core.table.count
    }
}
