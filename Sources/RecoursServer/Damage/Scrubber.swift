// SPDX-License-Identifier: EUPL-1.2

internal import Logging
internal import Metrics
internal import RecoursCases
internal import RecoursStore

/// How much a scrub may take from whoever is served.
package struct ScrubLimits: Sendable {
    /// From one scrub's beginning to the next one's; 0: there is none.
    package var intervalMilliseconds: Int64 = 86_400_000
    /// The share of a thread's time, in hundredths, that goes into it.
    package var percent = 5

    package init() {}
}

/// Looks through all that is stored, a little at a time, for what has been damaged since it was
/// written: what nobody reads would otherwise be found damaged once the last good backup is gone.
actor Scrubber {
    /// What a scrub came to.
    struct Report: Sendable {
        var records = 0
        var files = 0
        var damaged = 0
    }

    /// Files share their disk with every upload: of a scrub's time they get a quarter.
    private static let filePause = 4
    private static let longestPause = Duration.seconds(60)
    private static let retryPause = Duration.seconds(5)
    /// How often an idle scrubber looks at the clock, which may be moved.
    private static let lookMilliseconds: Int64 = 60_000

    private let store: CaseStore
    private let evidence: EvidenceDirectory
    private let clock: WallClock
    private let watch: DamageWatch
    private let limits: ScrubLimits
    private let logger: Logger
    private let recordCounter = Counter(label: "recours_scrub_records_total")
    private let progressGauge = Gauge(label: "recours_scrub_progress_ratio")
    private let cleanGauge = Gauge(label: "recours_scrub_last_clean_timestamp_seconds")

    init(
        store: CaseStore, evidence: EvidenceDirectory, clock: WallClock, watch: DamageWatch,
        limits: ScrubLimits, logger: Logger
    ) {
        self.store = store
        self.evidence = evidence
        self.clock = clock
        self.watch = watch
        self.limits = limits
        self.logger = logger
    }

    /// Scrubs at once, for nobody knows what happened while the server was away, and then whenever
    /// it is time, until the task is cancelled or the store has closed.
    func run() async {
        guard limits.intervalMilliseconds > 0 else { return }
        var next = Int64.min
        while !Task.isCancelled {
            let now = clock.reading().millisecondsSince1970
            guard now >= next else {
                try? await Task.sleep(for: .milliseconds(min(next - now, Self.lookMilliseconds)))
                continue
            }
            next = now + limits.intervalMilliseconds
            do throws(StoreError) {
                _ = try await scrub()
            } catch {
                if error.code == .closed || error.code == .outcomeUnknown { return }
                logger.error("the scrub was broken off", metadata: ["error": "\(error)"])
            }
        }
    }

    /// Looks at everything once.
    func scrub() async throws(StoreError) -> Report {
        let begun = clock.reading()
        logger.info("scrub begun")
        store.damage.forget()
        var report = Report()
        for (place, area) in ScrubArea.allCases.enumerated() {
            progressGauge.record(Double(place) / Double(ScrubArea.allCases.count))
            try await scrub(area, &report)
        }
        progressGauge.record(1)
        logger.log(
            level: report.damaged > 0 ? .error : .info, "scrub ended",
            metadata: [
                "records": "\(report.records)", "files": "\(report.files)",
                "damaged": "\(report.damaged)",
            ])
        if report.damaged == 0 {
            cleanGauge.record(begun.millisecondsSince1970 / 1_000)
            try await watch.foundNothing(since: begun)
        }
        return report
    }

    private func scrub(_ area: ScrubArea, _ report: inout Report) async throws(StoreError) {
        var place: ScrubPlace?
        repeat {
            try Self.endIfCancelled()
            let started = ContinuousClock.now
            let slice: ScrubSlice
            do throws(StoreError) {
                slice = try await store.scrub(area, after: place)
            } catch {
                guard error.code == .overloaded else { throw error }
                try? await Task.sleep(for: Self.retryPause)
                continue
            }
            await pause(after: .now - started)
            recordCounter.increment(by: Int64(slice.records))
            report.records += slice.records
            report.damaged += slice.damage.count
            for content in slice.contents { try await look(at: content, &report) }
            place = slice.next
        } while place != nil
    }

    /// Reads a file and compares its hash with its name.
    private func look(
        at content: EvidenceContent, _ report: inout Report
    ) async throws(StoreError) {
        let state = try await evidence.verify(content) { worked in
            await self.pause(after: worked * Self.filePause)
        }
        report.files += 1
        switch state {
        case .intact: return
        case .missing:
            // It may have been erased since its record was read.
            guard try await store.names(content) else { return }
        case .damaged: break
        }
        report.damaged += 1
        store.damage.note(.damaged(content))
    }

    /// Leaves the rest of the time to others.
    private func pause(after worked: Duration) async {
        let rest = worked * (100 - limits.percent) / limits.percent
        try? await Task.sleep(for: min(rest, Self.longestPause))
    }

    private static func endIfCancelled() throws(StoreError) {
        if Task.isCancelled { throw .scrubEnded }
    }
}

extension StoreError {
    fileprivate static let scrubEnded = StoreError(
        code: .closed, message: "The scrub was ended with the server",
        remedy: "It begins anew when the server is back.")
}
