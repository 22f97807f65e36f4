// SPDX-License-Identifier: EUPL-1.2

internal import Foundation
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
        let perform: @Sendable (Result<any StoreReader, StoreError>) -> @Sendable () -> Void
        let sink: (any CompletionSink)?
        let claim: Claim
    }

    /// What a microsecond costs a lane: a turn of 16 KiB is a millisecond.
    private static var bytesAMicrosecond: Int { 16 }

    private let late = LateCounts()
    private let queue: WorkQueue<Job>
    private let readsASnapshot: Int
    private let damage: DamageLog
    private let isStopped = Atomic(false)
    private let turn = Mutex(())
    private let ended = DispatchSemaphore(value: 0)

    init(
        queuedReads: Int, readsASnapshot: Int, damage: DamageLog, patience: Patience = .endless
    ) {
        let whole = WorkAmount(count: queuedReads, bytes: .max)
        let lane = WorkAmount(count: max(1, queuedReads / 4), bytes: .max)
        self.queue = WorkQueue(whole, lane: lane, patience: patience)
        self.readsASnapshot = readsASnapshot
        self.damage = damage
    }

    /// Starts the thread; the reader is used by it alone and freed when it ends.
    func start(name: String, _ makeReader: () throws(StoreError) -> any StoreReader)
        throws(StoreError)
    {
        let reader = ReaderHandOver(try makeReader())
        let thread = Thread {
            self.serve(reader.take())
            // Only now: the reader and its connection are gone, and the back end may be closed.
            self.ended.signal()
        }
        thread.name = name
        thread.start()
    }

    /// Queues a read; a full or closed queue answers at once, on the caller's thread.
    ///
    /// - Parameter account: whose it is; by default the task's.
    func enqueue<Value: Sendable>(
        _ sink: (any CompletionSink)?, account: ReadAccount? = .current,
        _ read: @escaping @Sendable (any StoreReader) throws(StoreError) -> Value,
        _ completion: @escaping @Sendable (Result<Value, StoreError>) -> Void
    ) {
        let job = Job(
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

    /// Refuses new reads, serves those queued, and waits for the thread to end.
    func close() {
        queue.close()
        ended.wait()
    }

    private func serve(_ reader: consuming (any StoreReader)?) {
        let most = WorkAmount(count: readsASnapshot, bytes: .max)
        while let reader, let batch = queue.take(most) {
            var completions = CompletionBatch()
            for (job, reason) in batch.dropped {
                late.note(reason)
                completions.append(job.sink, job.perform(.failure(StoreError(reason))))
            }
            let begun = Uptime.now
            turn.withLock { _ in
                guard !batch.work.isEmpty else { return }
                let source = begin(reader)
                for job in batch.work { completions.append(job.sink, job.perform(source)) }
                if case .success = source { reader.endSnapshot() }
            }
            if readsASnapshot == 1, let job = batch.work.first {
                let took = (Uptime.now.nanoseconds - begun.nanoseconds) / 1_000
                queue.charge(job.claim, bytes: Int(took) * Self.bytesAMicrosecond)
            }
            completions.deliver()
        }
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

/// Carries a reader to the thread that will use it.
///
/// Unchecked because a reader is not Sendable: it is put in before the thread starts and taken out
/// once, by that thread; nobody else ever holds it.
private final class ReaderHandOver: @unchecked Sendable {
    private var reader: (any StoreReader)?

    init(_ reader: any StoreReader) {
        self.reader = reader
    }

    func take() -> (any StoreReader)? {
        defer { reader = nil }
        return reader
    }
}
