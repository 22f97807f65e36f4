// SPDX-License-Identifier: EUPL-1.2

internal import RecoursTransport
internal import Synchronization

/// The outcome of one attempt to connect, awaited by many, each no longer than it likes.
final class ConnectOutcome: Sendable {
    typealias Outcome = Result<ClientConnection, CallFailure>

    private struct State {
        var outcome: Outcome?
        var waiting: [UInt64: CheckedContinuation<Outcome?, Never>] = [:]
        var lastWaiter: UInt64 = 0
    }

    private let state = Mutex(State())

    /// Tells all who wait, and all who come later.
    func settle(_ outcome: Outcome) {
        let waiting = state.withLock { state in
            state.outcome = outcome
            defer { state.waiting = [:] }
            return state.waiting.values
        }
        for continuation in waiting { continuation.resume(returning: outcome) }
    }

    /// Nil when the deadline or the caller's cancellation came first.
    func value(until deadline: ContinuousClock.Instant) async -> Outcome? {
        let waiter = state.withLock { state in
            state.lastWaiter += 1
            return state.lastWaiter
        }
        let alarm = Task {
            try? await Task.sleep(until: deadline)
            self.giveUp(waiter)
        }
        defer { alarm.cancel() }
        return await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let known = state.withLock { state -> Outcome?? in
                    if let outcome = state.outcome { return .some(outcome) }
                    if Task.isCancelled { return .some(nil) }
                    state.waiting[waiter] = continuation
                    return .none
                }
                if let known { continuation.resume(returning: known) }
            }
        } onCancel: {
            self.giveUp(waiter)
        }
    }

    private func giveUp(_ waiter: UInt64) {
        state.withLock { $0.waiting.removeValue(forKey: waiter) }?.resume(returning: nil)
    }
}
