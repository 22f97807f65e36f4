// SPDX-License-Identifier: EUPL-1.2

internal import Logging
internal import Metrics
internal import RecoursCases
internal import RecoursStore
internal import Synchronization

/// Tells the operator of damage, whoever met it: in the log, in the metrics and in the health call,
/// where it stands until a scrub has found nothing, over restarts too.
final class DamageWatch: Sendable {
    private let store: CaseStore
    private let status: ServingStatus
    private let clock: WallClock
    private let logger: Logger
    private let counter = Counter(label: "recours_damage_total")
    private let gauge = Gauge(label: "recours_damaged")

    init(store: CaseStore, status: ServingStatus, clock: WallClock, logger: Logger) {
        self.store = store
        self.status = status
        self.clock = clock
        self.logger = logger
    }

    /// Has all damage told from now on, and again what the last run of the server has met.
    func start(_ marks: [StoreMark: Int64]) {
        set(hasFound(marks))
        store.damage.report { [weak self] error in self?.tell(error) }
    }

    /// Whether there was damage that no scrub has missed since.
    func hasFound(_ marks: [StoreMark: Int64]) -> Bool {
        (marks[.damageFound] ?? .min) > (marks[.scrubbed] ?? .min)
    }

    /// A scrub that began then has been through everything, and found nothing.
    func foundNothing(since begun: Instant) async throws(StoreError) {
        let marks = try await store.marks()
        // What was met since it began may lie where it had been before.
        if (marks[.damageFound] ?? .min) >= begun.millisecondsSince1970 { return }
        try await store.raise([.scrubbed: begun.millisecondsSince1970])
        set(false)
    }

    private func tell(_ error: StoreError) {
        logger.error(
            "what is stored is damaged, and is no longer shown",
            metadata: [
                "what": "\(error.message)", "cause": "\(error.cause ?? "its checksum")",
                "remedy": "\(error.remedy)",
            ])
        counter.increment()
        set(true)
        let (store, logger, now) = (store, logger, clock.reading().millisecondsSince1970)
        Task {
            do throws(StoreError) {
                try await store.raise([.damageFound: now])
            } catch {
                logger.warning("the damage is not noted", metadata: ["error": "\(error)"])
            }
        }
    }

    private func set(_ isDamaged: Bool) {
        status.setDamaged(isDamaged)
        gauge.record(isDamaged ? 1 : 0)
    }
}
