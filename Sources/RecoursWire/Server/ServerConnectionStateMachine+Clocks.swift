// SPDX-License-Identifier: EUPL-1.2

internal import RecoursMessages

/// Deadlines, age, idleness and the drain.
extension ServerConnectionStateMachine {
    /// How long the PING behind the first GOAWAY may take, before the drain goes on without it.
    static var drainGraceMilliseconds: UInt64 { 5_000 }

    // MARK: Calls

    /// Ends a call with a status of the connection's own, and its handler.
    mutating func abort(_ call: UInt32, _ status: RPCStatus, _ cancellation: CallCancellation) {
        guard let index = core.table.find(call) else {
            return
        }
        switch core.table[index].state.abort() {
        case .ignore:
            return
        case .answerAndCancelHandler:
            core.dropQueue(at: index)
            core.dropReceived(at: index)
            writeStatus(call, status)
            events.append(.cancelled(call: call, cancellation))
        case .answerAndRemove:
            core.dropQueue(at: index)
            writeStatus(call, status)
            core.remove(at: index)
        }
    }

    mutating func endOverdueCalls() {
        for call in core.takeExpiredCalls() {
            abort(
                call, RPCStatus(.deadlineExceeded, "The call's time is over."), .deadlineExceeded)
        }
        for call in core.takeStalledCalls() {
            abort(
                call,
                .withReason(
                    .resourceExhausted, "The client gave no credit for too long.",
                    reason: "SLOW_CONSUMER", retryAfterMilliseconds: 1_000), .slowConsumer)
        }
    }

    // MARK: Age and idleness

    /// When age or idleness next asks for a drain.
    var ageClock: MonotonicInstant {
        guard phase.isServing else {
            return .never
        }
        var next = MonotonicInstant.never
        if core.limits.maxAgeMilliseconds > 0 {
            next = core.startedAt.advanced(byMilliseconds: core.limits.maxAgeMilliseconds)
        }
        if core.limits.idleTimeoutMilliseconds > 0, let idleSince = core.idleSince {
            next = min(
                next, idleSince.advanced(byMilliseconds: core.limits.idleTimeoutMilliseconds))
        }
        return next
    }

    mutating func checkAge() {
        guard core.now >= ageClock else {
            return
        }
        let isIdle =
            core.idleSince.map {
                core.now
                    >= $0.advanced(byMilliseconds: core.limits.idleTimeoutMilliseconds)
            } ?? false
        let reason: WireGoAwayReason =
            isIdle && core.limits.idleTimeoutMilliseconds > 0 ? .idle : .maxAge
        goAway(
            reason, message: "", retryAfterMilliseconds: 0,
            drainMilliseconds: core.limits.drainMilliseconds)
    }

    // MARK: Drain

    mutating func goAway(
        _ reason: WireGoAwayReason, message: String, retryAfterMilliseconds: UInt32,
        drainMilliseconds: UInt64
    ) {
        guard core.failure == nil, phase.isServing else {
            return
        }
        goAway.reason = reason
        goAway.message = WireGoAway.clipped(message)
        goAway.retryAfterMs = retryAfterMilliseconds
        goAway.drainMs = UInt32(clamping: drainMilliseconds)
        perform(
            phase.start(
                now: core.now,
                graceMilliseconds: ServerConnectionStateMachine.drainGraceMilliseconds,
                drainMilliseconds: drainMilliseconds))
    }

    mutating func perform(_ action: ServerPhaseStateMachine.Action) {
        switch action {
        case .none:
            return
        case .announce:
            // Any call that the client opens before it reads this is still taken.
            goAway.lastCall = UInt32(SendWindow.maxBytes)
            core.writer.write(.goAway, call: 0, goAway)
            phase.pingSent(core.ping(now: core.now))
        case .commit:
            goAway.lastCall = highestCall
            core.writer.write(.goAway, call: 0, goAway)
            phase.committed(lastCall: highestCall)
        case .expire:
            for call in core.table.callNumbers() {
                abort(
                    call, .unavailable("The server is going away."), .drainExpired)
            }
            // Handlers that do not end are no longer waited for.
            perform(phase.callsGone())
        case .finish:
            events.append(.drained)
        }
    }
}
