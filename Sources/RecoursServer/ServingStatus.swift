// SPDX-License-Identifier: EUPL-1.2

internal import Synchronization

/// Whether the server serves, and who wants to know of each change.
package final class ServingStatus: Sendable {
    /// Draining wins over read-only: it is what a client must act on.
    package enum Serving: UInt8, Sendable, Equatable {
        case serving = 1
        /// The disk is full: writes are refused, reads go on.
        case readOnly = 2
        case draining = 3
    }

    private struct State {
        var isReadOnly = false
        var isDraining = false
        var isClockHeld = false
        var watchers: [UInt64: AsyncStream<Serving>.Continuation] = [:]
        var nextWatcher: UInt64 = 0

        var serving: Serving {
            isDraining ? .draining : isReadOnly ? .readOnly : .serving
        }
    }

    private let state = Mutex(State())

    package init() {}

    package var current: Serving { state.withLock { $0.serving } }

    package func setReadOnly(_ isReadOnly: Bool) {
        change { $0.isReadOnly = isReadOnly }
    }

    /// True while the machine's clock has leapt and is not followed.
    package var isClockHeld: Bool { state.withLock { $0.isClockHeld } }

    func setClockHeld(_ isHeld: Bool) {
        change { $0.isClockHeld = isHeld }
    }

    /// There is no way back from a drain.
    package func beginDrain() {
        change { $0.isDraining = true }
    }

    /// The state now, then each change. A slow reader sees the newest state only, never a backlog.
    func changes() -> AsyncStream<Serving> {
        let (stream, continuation) = AsyncStream.makeStream(
            of: Serving.self, bufferingPolicy: .bufferingNewest(1))
        let number = state.withLock { state in
            state.nextWatcher += 1
            state.watchers[state.nextWatcher] = continuation
            continuation.yield(state.serving)
            return state.nextWatcher
        }
        continuation.onTermination = { [weak self] _ in
            self?.state.withLock { _ = $0.watchers.removeValue(forKey: number) }
        }
        return stream
    }

    /// Returns when a drain begins, or the task is cancelled.
    func waitForDrain() async {
        for await serving in changes() where serving == .draining { return }
    }

    var watcherCount: Int { state.withLock { $0.watchers.count } }

    private func change(_ edit: (inout State) -> Void) {
        // Yielding under the lock keeps two changes in order for every watcher; it runs no
        // watcher's code.
        state.withLock { state in
            let before = (state.serving, state.isClockHeld)
            edit(&state)
            guard (state.serving, state.isClockHeld) != before else { return }
            for watcher in state.watchers.values { watcher.yield(state.serving) }
        }
    }
}
