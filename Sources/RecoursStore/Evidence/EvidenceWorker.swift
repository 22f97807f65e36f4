// SPDX-License-Identifier: EUPL-1.2

/// A thread for work on files, so that no event loop ever waits for a disk.
final class EvidenceWorker: Sendable {
    private let queue: WorkQueue<@Sendable () -> Void>
    private let worker: Worker

    init(name: String, options: EvidenceOptions) {
        let worker = Worker(name: name, turns: options.turns)
        let queue = WorkQueue<@Sendable () -> Void>(
            WorkAmount(count: options.queuedWork, bytes: options.queuedBytes), consumer: worker)
        self.worker = worker
        self.queue = queue
        worker.start {
            switch queue.take(WorkAmount(count: 64, bytes: .max)) {
            case .batch(let batch):
                for piece in batch.work { piece() }
                return .worked
            case .nothingYet: return .idle
            case .nothingMore: return .ended
            }
        }
    }

    /// Does a piece of work, after those asked for before, and returns what came of it.
    func perform<Value: Sendable>(
        bytes: Int = 0, _ body: @escaping @Sendable () throws(EvidenceFault) -> Value
    ) async throws(EvidenceFault) -> Value {
        try await withCheckedContinuation {
            (continuation: CheckedContinuation<Result<Value, EvidenceFault>, Never>) in
            let piece: @Sendable () -> Void = {
                continuation.resume(returning: Result(catching: body))
            }
            switch queue.offer(piece, bytes: bytes) {
            case .accepted: break
            case .full: continuation.resume(returning: .failure(.store(.queueFull)))
            case .closed: continuation.resume(returning: .failure(.store(.stopped)))
            }
        }.get()
    }

    /// Refuses new work, does what is queued, and waits for the thread to end.
    func close() {
        queue.close()
        worker.join()
    }
}
