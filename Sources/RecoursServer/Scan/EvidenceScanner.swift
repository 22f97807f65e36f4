// SPDX-License-Identifier: EUPL-1.2

internal import Logging
internal import Metrics
internal import RecoursCases
internal import RecoursStore

/// Has each file of evidence looked at by the operator's scanner, once it is whole.
///
/// What is still to be looked at is what the store says is PENDING, so nothing is lost by a restart
/// and nothing is queued here: an upload only says that there may be something. Without a scanner
/// files stay PENDING.
actor EvidenceScanner {
    /// Looked at side by side: a scanner takes a core each.
    private static let atOnce = 2
    private static let page = 64
    /// After a failure of the store.
    private static let storePause = Duration.seconds(5)

    private let store: CaseStore
    private let directory: EvidenceDirectory
    private let scanner: (any FileScanner)?
    private let logger: Logger
    private let wakes: AsyncStream<Void>
    private let waker: AsyncStream<Void>.Continuation
    private let start = ContinuousClock.now
    private var attempts = ScanAttempts()
    private var running: [EvidenceIdentifier: Task<Void, Never>] = [:]
    /// What ails the store, as a look at a file has met it.
    private var trouble: StoreError?

    private let looked = Counter(label: "recours_evidence_scans_total")
    private let infected = Counter(label: "recours_evidence_infected_total")
    private let failures = Counter(label: "recours_evidence_scan_failures_total")

    init(
        store: CaseStore, directory: EvidenceDirectory, scanner: (any FileScanner)?, logger: Logger
    ) {
        self.store = store
        self.directory = directory
        self.scanner = scanner
        self.logger = logger
        (wakes, waker) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
    }

    /// There may be a new file. Costs nothing to whoever says so.
    nonisolated func wake() { waker.yield() }

    /// Looks until the task is cancelled or the store has closed.
    func run() async {
        guard let scanner else { return }
        wake()
        var timer: Task<Void, Never>?
        for await _ in wakes {
            timer?.cancel()
            timer = nil
            do throws(StoreError) {
                try await startLooks(scanner)
                if let next = attempts.next { timer = wake(in: .milliseconds(max(0, next - now))) }
            } catch {
                if error.code == .closed || error.code == .outcomeUnknown { break }
                logger.warning("files wait to be looked at", metadata: ["error": "\(error)"])
                timer = wake(in: Self.storePause)
            }
        }
        timer?.cancel()
        for look in running.values { look.cancel() }
        for look in running.values { await look.value }
    }

    private func wake(in duration: Duration) -> Task<Void, Never> {
        Task { [waker] in
            try? await Task.sleep(for: duration)
            if !Task.isCancelled { waker.yield() }
        }
    }

    private var now: Int64 {
        let passed = (ContinuousClock.now - start).components
        return passed.seconds * 1_000 + passed.attoseconds / 1_000_000_000_000_000
    }

    /// Starts as many looks as may go on at once, the oldest files first.
    private func startLooks(_ scanner: any FileScanner) async throws(StoreError) {
        if let trouble {
            self.trouble = nil
            throw trouble
        }
        var position: EvidencePosition?
        var pending: Set<EvidenceIdentifier> = []
        while running.count < Self.atOnce, !attempts.isPaused(at: now) {
            let page = try await store.pendingEvidence(after: position, limit: Self.page)
            guard let last = page.last else {
                attempts.keepOnly(pending)
                return
            }
            position = EvidencePosition(last)
            for record in page {
                pending.insert(record.identifier)
                guard running.count < Self.atOnce, running[record.identifier] == nil,
                    attempts.isDue(record.identifier, at: now)
                else { continue }
                running[record.identifier] = Task { await self.look(at: record, scanner) }
            }
        }
    }

    private func look(at record: EvidenceRecord, _ scanner: any FileScanner) async {
        let finding = await scanner.scan(directory.path(of: record.sha256))
        // What a stop has cut short says nothing of the file.
        if !Task.isCancelled { trouble = await take(finding, on: record) ?? trouble }
        running[record.identifier] = nil
        wake()
    }

    /// - Returns: what ails the store, if something does.
    private func take(_ finding: ScanFinding, on record: EvidenceRecord) async -> StoreError? {
        let identifier = record.identifier
        switch finding {
        case .failed(let words):
            let milliseconds = attempts.fail(identifier, at: now)
            failures.increment()
            logger.warning(
                "a file could not be looked at",
                metadata: [
                    "evidence": "\(identifier.hexadecimal)", "error": "\(words)",
                    "againInSeconds": "\(milliseconds / 1_000)",
                ])
            return nil
        case .clean, .infected:
            let scan: EvidenceScan = finding == .infected ? .infected : .clean
            if case .failed(let error) = await store.execute(.judge(identifier, scan)) {
                return error
            }
            attempts.succeed(identifier)
            looked.increment()
            guard scan == .infected else { return nil }
            infected.increment()
            logger.warning(
                "a file is infected and is not served",
                metadata: ["evidence": "\(identifier.hexadecimal)"])
            return nil
        }
    }
}
