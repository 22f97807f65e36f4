// SPDX-License-Identifier: EUPL-1.2

internal import Foundation

/// A thread for work on files, so that no event loop ever waits for a disk.
final class EvidenceWorker: Sendable {
    private let queue: WorkQueue<@Sendable () -> Void>
    private let ended = DispatchSemaphore(value: 0)

    init(name: String, options: EvidenceOptions) {
        let queue = WorkQueue<@Sendable () -> Void>(
            WorkAmount(count: options.queuedWork, bytes: options.queuedBytes))
        let ended = ended
        self.queue = queue
        let thread = Thread {
            while let batch = queue.take(WorkAmount(count: 64, bytes: .max)) {
                for piece in batch.work { piece() }
            }
            ended.signal()
        }
        thread.name = name
        thread.start()
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
        ended.wait()
    }
}
