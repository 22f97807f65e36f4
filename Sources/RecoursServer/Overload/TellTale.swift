// SPDX-License-Identifier: EUPL-1.2

internal import RecoursStore
internal import Synchronization

/// Counts what happens often, and lets it be told now and then.
final class TellTale: Sendable {
    private struct State {
        var count = 0
        var nextAt = Uptime(nanoseconds: 0)
    }

    private let state = Mutex(State())
    private let interval: Duration

    /// - Parameter interval: tells once in it at most.
    init(every interval: Duration) {
        self.interval = interval
    }

    /// Counts one; how many there were since they were last told, if now is the time to.
    func countToTell(at now: Uptime = .now) -> Int? {
        state.withLock { state in
            state.count += 1
            guard now >= state.nextAt else { return nil }
            defer { state.count = 0 }
            state.nextAt = now + interval
            return state.count
        }
    }
}
