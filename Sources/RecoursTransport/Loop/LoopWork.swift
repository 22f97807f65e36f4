// SPDX-License-Identifier: EUPL-1.2

internal import DequeModule
internal import NIOCore

/// A connection that gathers what it has to write until the loop's present work is done.
protocol LoopFlushable: AnyObject {
    /// Writes what was gathered.
    func flushGathered()
}

/// What the connections of one loop share: memory, and the list of those with something to write.
final class LoopWork {
    /// Plaintext on its way in. Shared, so that an idle connection holds none.
    var received = ByteBuffer()
    /// Frames on their way out, for the same reason.
    var output = ByteBuffer()
    /// When handshakes may go on.
    let handshakes = HandshakePace()
    /// A run of the executor is under way; it ends with `flush`.
    var isRunning = false
    /// What the executor has taken of its queue and not done yet, in order.
    var completions: Deque<@Sendable () -> Void> = []
    var jobs: Deque<UnownedJob> = []
    private var waiting: [any LoopFlushable] = []

    /// Steps between two looks at the clock, which costs as much as a small one.
    private static var stepsAtOnce: Int { 16 }

    var hasWork: Bool { !completions.isEmpty || !jobs.isEmpty }

    /// Does a little of the work; false if there was none. Completions first: what they resume
    /// answers in the same run.
    func step(on executor: UnownedTaskExecutor) -> Bool {
        guard hasWork else { return false }
        for _ in 0..<LoopWork.stepsAtOnce {
            if let completion = completions.popFirst() {
                completion()
            } else if let job = jobs.popFirst() {
                job.runSynchronously(on: executor)
            } else {
                break
            }
        }
        return true
    }

    /// Has a connection flush at the end of the run; once until it has flushed.
    func flushLater(_ connection: any LoopFlushable) {
        waiting.append(connection)
    }

    func flush() {
        // Flushing wakes senders, but what they do is a job of its own: this comes to an end.
        while let connection = waiting.popLast() { connection.flushGathered() }
    }
}
