// SPDX-License-Identifier: EUPL-1.2

internal import Synchronization

/// A counted limit that bulk streams share: an item takes a permit before it goes to the store
/// and gives it back when its result has left. Waiters are served in the order they came.
package final class Permits: Sendable {
    private struct Waiter {
        let number: UInt64
        let continuation: CheckedContinuation<Bool, Never>
    }

    private struct State {
        /// Permits in all.
        var count: Int
        /// Below zero while more are taken than there are since fewer were made.
        var free: Int
        var waiters: [Waiter] = []
        var nextNumber: UInt64 = 0
        /// Waiters cancelled before they had queued.
        var cancelled: Set<UInt64> = []
    }

    private let state: Mutex<State>

    /// - Parameter count: permits in all, 1 or more.
    package init(_ count: Int) {
        state = Mutex(State(count: count, free: count))
    }

    /// Takes a permit if one is free and nobody waits for it.
    package func takeNow() -> Bool {
        state.withLock { state in
            guard state.free > 0, state.waiters.isEmpty else { return false }
            state.free -= 1
            return true
        }
    }

    /// Takes a permit, waiting for one; false if the task was cancelled meanwhile.
    package func take() async -> Bool {
        if takeNow() { return true }
        let number = state.withLock { state in
            state.nextNumber += 1
            return state.nextNumber
        }
        let taken = await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let answer: Bool? = state.withLock { state in
                    if state.cancelled.remove(number) != nil { return false }
                    if state.free > 0, state.waiters.isEmpty {
                        state.free -= 1
                        return true
                    }
                    state.waiters.append(Waiter(number: number, continuation: continuation))
                    return nil
                }
                if let answer { continuation.resume(returning: answer) }
            }
        } onCancel: {
            let waiter: Waiter? = state.withLock { state in
                guard let place = state.waiters.firstIndex(where: { $0.number == number }) else {
                    state.cancelled.insert(number)
                    return nil
                }
                return state.waiters.remove(at: place)
            }
            waiter?.continuation.resume(returning: false)
        }
        // A cancellation that came after the permit left its number behind.
        state.withLock { _ = $0.cancelled.remove(number) }
        return taken
    }

    /// Gives permits back; each goes to who has waited longest.
    package func giveBack(_ count: Int = 1) {
        serve { $0.free += count }
    }

    /// Makes more of them, or fewer: who has one keeps it.
    package func resize(to count: Int) {
        serve { state in
            state.free += count - state.count
            state.count = count
        }
    }

    private func serve(_ change: (inout sending State) -> Void) {
        let served: [Waiter] = state.withLock { state in
            change(&state)
            let served = state.waiters.prefix(max(0, state.free))
            state.waiters.removeFirst(served.count)
            state.free -= served.count
            return Array(served)
        }
        for waiter in served { waiter.continuation.resume(returning: true) }
    }

    package var free: Int { state.withLock { $0.free } }
}
