// SPDX-License-Identifier: EUPL-1.2

internal import Logging
internal import RecoursStore
internal import Synchronization

/// Collects what nobody needs of evidence: when the server starts, and once a day.
final class EvidenceHousekeeper: Sendable {
    private static let interval = Duration.seconds(24 * 3_600)

    private let collector: EvidenceCollector
    private let clock: WallClock
    private let logger: Logger
    private let task = Mutex<Task<Void, Never>?>(nil)

    init(store: CaseStore, evidence: EvidenceDirectory, clock: WallClock, logger: Logger) {
        collector = EvidenceCollector(store: store, directory: evidence)
        self.clock = clock
        self.logger = logger
    }

    func start() {
        let (collector, clock, logger) = (collector, clock, logger)
        let running = Task {
            while !Task.isCancelled {
                await Self.run(collector, clock, logger)
                // Cancelled while it sleeps, it ends.
                try? await Task.sleep(for: Self.interval)
            }
        }
        task.withLock { task in
            task?.cancel()
            task = running
        }
    }

    /// Collects at once, so that what is said to be erased is no longer on the disk. What fails is
    /// done with the next run.
    func collect() async { await Self.run(collector, clock, logger) }

    func stop() {
        task.withLock { $0?.cancel() }
    }

    private static func run(
        _ collector: EvidenceCollector, _ clock: WallClock, _ logger: Logger
    ) async {
        do throws(EvidenceFault) {
            let report = try await collector.run(at: clock.reading())
            guard !report.isEmpty else { return }
            logger.info(
                "evidence collected",
                metadata: [
                    "records": "\(report.records)", "files": "\(report.contents.files)",
                    "bytes": "\(report.contents.bytes)", "uploads": "\(report.uploads.files)",
                ])
        } catch {
            // Garbage that is left is collected the next time.
            logger.warning("evidence not collected", metadata: ["error": "\(error)"])
        }
    }
}
