// SPDX-License-Identifier: EUPL-1.2

internal import Logging
internal import Metrics
internal import RecoursStore
internal import Synchronization

/// Notices that the store's database is away, or that a commit waits for a standby that is: tells
/// health, the metrics and, at each change, the log. Nothing is given up: a commit that waits may
/// be neither believed nor repeated, so all that can be done is to say so.
final class StoreWatch: Sendable {
    struct Limits: Sendable {
        var interval = Duration.seconds(1)
        /// After so long without an answer the store is away.
        var patience = Duration.seconds(5)
    }

    private let store: CaseStore
    private let status: ServingStatus
    private let limits: Limits
    private let logger: Logger
    private let available = Gauge(label: "recours_store_available")
    private let commitWait = Gauge(label: "recours_commit_wait_seconds")
    /// Since when an answer is waited for; nil: none is.
    private let asked = Mutex<ContinuousClock.Instant?>(nil)
    private let failure = Mutex<StoreError?>(nil)

    init(store: CaseStore, status: ServingStatus, limits: Limits = Limits(), logger: Logger) {
        self.store = store
        self.status = status
        self.limits = limits
        self.logger = logger
    }

    /// Ends at once for a store that cannot be away.
    func run() async {
        guard store.mayBeAway else { return }
        var before: String?
        while !Task.isCancelled {
            ask()
            try? await Task.sleep(for: limits.interval)
            let trouble = trouble()
            available.record(trouble == nil ? 1 : 0)
            status.setStoreAway(trouble != nil)
            tell(trouble, after: before)
            before = trouble
        }
    }

    /// Reads a row, unless that is still waited for.
    private func ask() {
        let isDue = asked.withLock { asked in
            guard asked == nil else { return false }
            asked = .now
            return true
        }
        guard isDue else { return }
        Task {
            do throws(StoreError) {
                try await store.answers()
                failure.withLock { $0 = nil }
            } catch {
                // What is refused because there is too much to do is no sign of the store's.
                failure.withLock { $0 = error.code == .unavailable ? error : nil }
            }
            asked.withLock { $0 = nil }
        }
    }

    private func trouble() -> String? {
        let commit = store.commitTime
        commitWait.record(commit / .seconds(1))
        if let failure = failure.withLock({ $0 }) { return failure.cause ?? failure.message }
        if let asked = asked.withLock({ $0 }), asked.duration(to: .now) > limits.patience {
            return "A read is not answered"
        }
        return commit > limits.patience
            ? "A commit is not answered: a standby that it waits for may be away" : nil
    }

    private func tell(_ trouble: String?, after before: String?) {
        guard (trouble == nil) != (before == nil) else { return }
        if let trouble {
            logger.error("the store is away", metadata: ["why": "\(trouble)"])
        } else {
            logger.notice("the store is back")
        }
    }
}
