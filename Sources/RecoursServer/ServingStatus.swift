// SPDX-License-Identifier: EUPL-1.2

internal import Metrics
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

    /// All that there is to tell.
    struct Report: Sendable, Equatable {
        var serving = Serving.serving
        /// The store's database does not answer, or commits don't end.
        var isStoreAway = false
        /// The machine's clock has leapt and is not followed.
        var isClockHeld = false
        /// The revocation lists in use are not the newest.
        var isRevocationStale = false
        /// Something that is stored is known to be damaged.
        var isDamaged = false
        /// Configuration and certificates were to be read again, and could not be taken up.
        var hasReloadFailed = false
    }

    private struct State {
        var report = Report()
        var watchers: [UInt64: AsyncStream<Report>.Continuation] = [:]
        var nextWatcher: UInt64 = 0
    }

    private let state = Mutex(State())
    private let revocationGauge = Gauge(label: "recours_revocation_stale")
    private let reloadGauge = Gauge(label: "recours_reload_failed")

    package init() {}

    package var current: Serving { report.serving }

    var report: Report { state.withLock(\.report) }

    package func setReadOnly(_ isReadOnly: Bool) {
        change {
            guard $0.serving != .draining else { return }
            $0.serving = isReadOnly ? .readOnly : .serving
        }
    }

    func setStoreAway(_ isAway: Bool) {
        change { $0.isStoreAway = isAway }
    }

    func setClockHeld(_ isHeld: Bool) {
        change { $0.isClockHeld = isHeld }
    }

    package func setRevocationStale(_ isStale: Bool) {
        revocationGauge.record(isStale ? 1 : 0)
        change { $0.isRevocationStale = isStale }
    }

    /// True while something that is stored is known to be damaged.
    package var isDamaged: Bool { state.withLock { $0.report.isDamaged } }

    func setDamaged(_ isDamaged: Bool) {
        change { $0.isDamaged = isDamaged }
    }

    package func setReloadFailed(_ hasFailed: Bool) {
        reloadGauge.record(hasFailed ? 1 : 0)
        change { $0.hasReloadFailed = hasFailed }
    }

    /// There is no way back from a drain.
    package func beginDrain() {
        change { $0.serving = .draining }
    }

    /// The state now, then each change. A slow reader sees the newest state only, never a backlog.
    func changes() -> AsyncStream<Report> {
        let (stream, continuation) = AsyncStream.makeStream(
            of: Report.self, bufferingPolicy: .bufferingNewest(1))
        let number = state.withLock { state in
            state.nextWatcher += 1
            state.watchers[state.nextWatcher] = continuation
            continuation.yield(state.report)
            return state.nextWatcher
        }
        continuation.onTermination = { [weak self] _ in
            self?.state.withLock { _ = $0.watchers.removeValue(forKey: number) }
        }
        return stream
    }

    /// Returns when a drain begins, or the task is cancelled.
    func waitForDrain() async {
        for await report in changes() where report.serving == .draining { return }
    }

    var watcherCount: Int { state.withLock { $0.watchers.count } }

    private func change(_ edit: (inout Report) -> Void) {
        // Yielding under the lock keeps two changes in order for every watcher; it runs no
        // watcher's code.
        state.withLock { state in
            let before = state.report
            edit(&state.report)
            guard state.report != before else { return }
            for watcher in state.watchers.values { watcher.yield(state.report) }
        }
    }
}
