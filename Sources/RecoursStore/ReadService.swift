// SPDX-License-Identifier: EUPL-1.2

internal import Synchronization

/// A thread that serves reads: all that have queued, in one snapshot, or one at a time.
///
/// Partners take turns: where reads are served one at a time, each pays for the time that its own
/// took, so that long lists of one do not stand before short ones of others.
///
/// Since the snapshot begins after the reads were queued, each sees every write acknowledged before
/// it was asked for. No event loop ever waits for a page of the disk.
final class ReadService: Sendable {
    /// One read: does its work within a snapshot and returns what tells its caller.
    struct Job: Sendable {
        /// Its argument is nil if the read cannot be served, for the reason given.
        /// The case that it reads, if it is one.
        let wanted: CaseReference?
        let perform: @Sendable (Result<any StoreReader, StoreError>) -> @Sendable () -> Void
        let sink: (any CompletionSink)?
        let claim: Claim
    }

    /// Cases fetched at once: as many as there is memory for if they are the largest.
    private static var preparedReads: Int { 64 }
    /// What a microsecond costs a lane: a turn of 16 KiB is a millisecond.
    private static var bytesAMicrosecond: Int { 16 }

    private let late = LateCounts()
    private let queue: WorkQueue<Job>
    private let readsASnapshot: Int
    private let damage: DamageLog
    private let isStopped = Atomic(false)
    private let turn = Mutex(())
    private let worker: Worker

    init(
        name: String, queuedReads: Int, readsASnapshot: Int, damage: DamageLog,
        patience: Patience = .endless, turns: StoreTurns?
    ) {
        worker = Worker(name: name, turns: turns)
        let whole = WorkAmount(count: queuedReads, bytes: .max)
        let lane = WorkAmount(count: max(1, queuedReads / 4), bytes: .max)
        queue = WorkQueue(whole, lane: lane, patience: patience, consumer: worker)
        self.readsASnapshot = readsASnapshot
        self.damage = damage
    }

    /// Starts the loop; the reader is used by it alone and freed when it ends.
    func start(_ makeReader: () throws(StoreError) -> any StoreReader) throws(StoreError) {
        let reader = ReaderHandOver(try makeReader())
        worker.start {
            guard let source = reader.source else { return .ended }
            let turn = self.serve(source)
            // Before the end: its connection is gone, and the back end may be closed.
            if turn == .ended { reader.free() }
            return turn
        }
    }

    /// Queues a read; a full or closed queue answers at once, on the caller's thread.
    ///
    /// - Parameters:
    ///   - account: whose it is; by default the task's.
    ///   - wanted: the case that it reads, if it is one.
    func enqueue<Value: Sendable>(
        _ sink: (any CompletionSink)?, account: ReadAccount? = .current,
        of wanted: CaseReference? = nil,
        _ read: @escaping @Sendable (any StoreReader) throws(StoreError) -> Value,
        _ completion: @escaping @Sendable (Result<Value, StoreError>) -> Void
    ) {
        let job = Job(
            wanted: wanted,
            perform: { [damage] reader in
                let result = Self.result(of: read, reader)
                if case .failure(let error) = result { damage.note(error) }
                return { completion(result) }
            }, sink: sink, claim: account?.claim ?? .own)
        switch queue.offer(job, bytes: 0, for: job.claim, until: account?.deadline ?? .never) {
        case .accepted: break
        case .full: completion(.failure(.queueFull))
        case .closed: completion(.failure(.stopped))
        }
    }

    /// Reads that wait.
    var count: Int { queue.count }

    /// Reads that came to their turn too late.
    func count(_ reason: LateReason) -> UInt64 { late.count(reason) }

    /// Stops serving, but for the read under way.
    func refuse() {
        isStopped.store(true, ordering: .sequentiallyConsistent)
        queue.close()
    }

    /// Stops serving: reads under way end first, those queued fail.
    func stop() {
        refuse()
        // Whoever holds the turn is still serving a snapshot begun before the stop.
        turn.withLock { _ in }
    }

    /// Refuses new reads, serves those queued, and waits for the loop to end.
    func close() {
        queue.close()
        worker.join()
    }

    /// Serves what has queued.
    private func serve(_ reader: any StoreReader) -> Worker.Turn {
        switch queue.take(WorkAmount(count: readsASnapshot, bytes: .max)) {
        case .nothingYet: return .idle
        case .nothingMore: return .ended
        case .batch(let batch):
            serve(batch, reader)
            return .worked
        }
    }

    private func serve(_ batch: WorkQueue<Job>.Batch, _ reader: any StoreReader) {
        var completions = CompletionBatch()
        for (job, reason) in batch.dropped {
            late.note(reason)
            completions.append(job.sink, job.perform(.failure(StoreError(reason))))
        }
        let begun = Uptime.now
        turn.withLock { _ in
            guard !batch.work.isEmpty else { return }
            let source = begin(reader)
            for first in stride(from: 0, to: batch.work.count, by: Self.preparedReads) {
                let jobs = batch.work[first..<min(first + Self.preparedReads, batch.work.count)]
                if jobs.count > 1 { try? source.get().prepare(jobs.compactMap(\.wanted)) }
                for job in jobs { completions.append(job.sink, job.perform(source)) }
            }
            if case .success = source { reader.endSnapshot() }
        }
        if readsASnapshot == 1, let job = batch.work.first {
            let took = (Uptime.now.nanoseconds - begun.nanoseconds) / 1_000
            queue.charge(job.claim, bytes: Int(took) * Self.bytesAMicrosecond)
        }
        completions.deliver()
    }

    private func begin(_ reader: any StoreReader) -> Result<any StoreReader, StoreError> {
        if isStopped.load(ordering: .sequentiallyConsistent) { return .failure(.stopped) }
        do throws(StoreError) {
            try reader.beginSnapshot()
            return .success(reader)
        } catch {
            return .failure(error)
        }
    }

    private static func result<Value>(
        of read: (any StoreReader) throws(StoreError) -> Value,
        _ reader: Result<any StoreReader, StoreError>
    ) -> Result<Value, StoreError> {
        do throws(StoreError) {
            return .success(try read(try reader.get()))
        } catch {
            return .failure(error)
        }
    }
}

/// Carries a reader to the loop that will use it.
///
/// Unchecked because a reader is not Sendable: it is put in before the loop starts, and only the
/// loop touches it from then on.
private final class ReaderHandOver: @unchecked Sendable {
    private(set) var source: (any StoreReader)?

    init(_ source: any StoreReader) {
        self.source = source
    }

    func free() { source = nil }
}
