// SPDX-License-Identifier: EUPL-1.2

internal import Foundation
internal import Logging
internal import RecoursCases
internal import RecoursStore
internal import RecoursWire
internal import Synchronization

/// Makes backups of a store that is served, one at a time.
final class BackupDesk: Sendable {
    /// What its callers are told.
    enum News: Sendable {
        case progress(BackupProgress)
        case made(BackupMaker.Made)
        case failed(StoreError)
    }

    private struct State {
        var isBusy = false
        var isEnding = false
        var whenIdle: [CheckedContinuation<Void, Never>] = []
    }

    /// A caller need not be told of every page.
    private static let pause = Duration.milliseconds(100)
    /// By how much the thread steps back behind those that serve, while it looks at the copy.
    private static let niceness: Int32 = 10

    private let directory: String?
    private let source: BackupMaker.Source?
    private let evidence: EvidenceDirectory
    private let housekeeper: EvidenceHousekeeper
    private let clock: WallClock
    private let logger: Logger
    private let state = Mutex(State())

    /// - Parameters:
    ///   - directory: where backups go; nil makes none.
    ///   - source: nil for a store that lies on no disk.
    init(
        directory: String?, source: BackupMaker.Source?, evidence: EvidenceDirectory,
        housekeeper: EvidenceHousekeeper, clock: WallClock, logger: Logger
    ) {
        self.directory = directory
        self.source = source
        self.evidence = evidence
        self.housekeeper = housekeeper
        self.clock = clock
        self.logger = logger
    }

    /// Begins a backup, which goes on whether anybody listens or not. The last news is that it was
    /// made, or why not; a slow listener misses some of what comes before.
    func begin() throws(RPCStatus) -> AsyncStream<News> {
        guard let directory, let source else { throw RPCStatus(.noBackupDirectory) }
        let isFree = state.withLock { state in
            if state.isBusy || state.isEnding { return false }
            state.isBusy = true
            return true
        }
        guard isFree else { throw RPCStatus(.backupUnderWay) }
        let (stream, continuation) = AsyncStream.makeStream(
            of: News.self, bufferingPolicy: .bufferingNewest(4))
        Task {
            let news = await self.run(source, into: directory, continuation)
            continuation.yield(news)
            continuation.finish()
            self.isIdle()
        }
        return stream
    }

    /// Gives up what is being made, and waits until nothing reads the store any more.
    func stop() async {
        await withCheckedContinuation { continuation in
            let isBusy = state.withLock { state in
                state.isEnding = true
                if state.isBusy { state.whenIdle.append(continuation) }
                return state.isBusy
            }
            if !isBusy { continuation.resume() }
        }
    }

    private func isIdle() {
        let waiting = state.withLock { state in
            state.isBusy = false
            defer { state.whenIdle = [] }
            return state.whenIdle
        }
        for continuation in waiting { continuation.resume() }
    }

    // MARK: Making

    private func run(
        _ source: BackupMaker.Source, into directory: String,
        _ continuation: AsyncStream<News>.Continuation
    ) async -> News {
        let begun = ContinuousClock.now
        do throws(EvidenceFault) {
            try await evidence.hold()
            let outcome = await onThread(source, into: directory, continuation)
            // Refused only by a server that ends, and then nothing is removed any more.
            try? await evidence.letGo()
            // What was erased meanwhile is still there.
            await housekeeper.collect()
            let made: BackupMaker.Made
            do throws(StoreError) { made = try outcome.get() } catch { throw .store(error) }
            let seconds = (ContinuousClock.now - begun).components.seconds
            logger.notice(
                "backup made",
                metadata: [
                    "path": "\(made.path)", "cases": "\(made.manifest.counts.cases)",
                    "bytes": "\(made.databaseBytes)", "seconds": "\(seconds)",
                ])
            return .made(made)
        } catch {
            logger.error("no backup was made", metadata: ["error": "\(error)"])
            if case .store(let error) = error { return .failed(error) }
            return .failed(.internalError("The evidence could not be held"))
        }
    }

    /// A thread of its own: it reads and hashes all there is, and no pool may wait for that.
    private func onThread(
        _ source: BackupMaker.Source, into directory: String,
        _ continuation: AsyncStream<News>.Continuation
    ) async -> Result<BackupMaker.Made, StoreError> {
        let now = clock.reading()
        return await withCheckedContinuation { ended in
            let thread = Thread {
                ended.resume(
                    returning: Result { () throws(StoreError) in
                        try self.make(source, into: directory, at: now, continuation)
                    })
            }
            thread.name = "recours-backup"
            thread.start()
        }
    }

    private func make(
        _ source: BackupMaker.Source, into directory: String, at now: Instant,
        _ continuation: AsyncStream<News>.Continuation
    ) throws(StoreError) -> BackupMaker.Made {
        var next = ContinuousClock.now
        var isBehind = false
        let maker = BackupMaker(source, into: directory) { progress throws(StoreError) in
            guard !self.state.withLock(\.isEnding) else { throw .ending }
            // Only the copying holds a snapshot, and should be over soon.
            if progress.stage != .database, !isBehind {
                isBehind = true
                Self.stepBack()
            }
            let now = ContinuousClock.now
            guard now >= next || progress.done == progress.total else { return }
            next = now + Self.pause
            continuation.yield(.progress(progress))
        }
        return try maker.make(at: now)
    }

    /// Lets all other threads go first. In vain where it is forbidden.
    private static func stepBack() {
        // Of this thread alone, as Linux has it.
        _ = setpriority(__priority_which_t(PRIO_PROCESS.rawValue), 0, niceness)
    }
}

extension StoreError {
    fileprivate static let ending = StoreError(
        code: .closed, message: "The server stops, and its backup with it",
        remedy: "Begin the backup again.")
}
