// SPDX-License-Identifier: EUPL-1.2

package import NIOCore
internal import RecoursWire
internal import Synchronization

/// Runs the tasks of calls on the event loop of their connection. There is one a loop.
///
/// What was measured on Swift 6.3.1 (release), and why calls are started as they are:
/// - `Task.immediate(executorPreference:)`, started by nonisolated code on the loop's thread,
///   begins at once without asking this executor: 0.3 µs for a handler that never waits. After its
///   first wait it resumes here, so on the loop: 2.1 µs with the wait.
/// - `Task.immediate` without a preference begins at once too, but resumes on the global executor;
///   each answer then hops back: 2.3 to 3.5 µs with the wait, some of it on a second core.
/// - `withTaskExecutorPreference` inside an immediate task queues the task here at its first step:
///   it does not begin at once.
/// Jobs and closures are gathered: what one batch of the store resumes costs one wake of the loop,
/// and what it answers one write a connection.
package final class LoopExecutor: TaskExecutor, Sendable {
    /// Time of one run: then sockets get their turn, whatever still queues. A batch of the store
    /// brings hundreds of answers at once, and a call that comes meanwhile must not wait for all.
    private static var runNanoseconds: UInt64 { 1_000_000 }

    package let eventLoop: any EventLoop

    private struct Queue {
        var jobs: [UnownedJob] = []
        var completions: [@Sendable () -> Void] = []
        /// A run is under way on the loop, or on its way there: whatever is added will be seen.
        var isExpected = false

        var isEmpty: Bool { jobs.isEmpty && completions.isEmpty }
    }

    private let queue = Mutex(Queue())
    private let local: NIOLoopBoundBox<LoopWork>

    /// An executor for the tasks of `eventLoop`'s connections.
    package init(eventLoop: any EventLoop) {
        self.eventLoop = eventLoop
        local = NIOLoopBoundBox.makeBoxSendingValue(LoopWork(), eventLoop: eventLoop)
    }

    /// What the loop's connections share; on the loop only.
    var work: LoopWork { local.value }

    package func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        add { $0.jobs.append(job) }
    }

    /// Runs closures on the loop, in order; one wake of the loop for all. From any thread.
    package func deliver(_ completions: [@Sendable () -> Void]) {
        add { $0.completions.append(contentsOf: completions) }
    }

    /// Runs one closure on the loop, never before this returns. From any thread.
    func execute(_ completion: @escaping @Sendable () -> Void) {
        add { $0.completions.append(completion) }
    }

    private func add(_ change: (inout Queue) -> Void) {
        let mustWake = queue.withLock { queue in
            change(&queue)
            defer { queue.isExpected = true }
            return !queue.isExpected
        }
        if mustWake { eventLoop.execute { self.run() } }
    }

    /// Has `connection` flush when the loop's present work is done. On the loop only.
    func flushLater(_ connection: any LoopFlushable) {
        let work = work
        work.flushLater(connection)
        if !work.isRunning { execute {} }
    }

    private func run() {
        let work = work
        work.isRunning = true
        let end = MonotonicInstant.now.nanoseconds + LoopExecutor.runNanoseconds
        let executor = asUnownedTaskExecutor()
        repeat {
            queue.withLock { queue in
                work.completions.append(contentsOf: queue.completions)
                work.jobs.append(contentsOf: queue.jobs)
                queue.completions.removeAll(keepingCapacity: true)
                queue.jobs.removeAll(keepingCapacity: true)
            }
        } while work.step(on: executor) && MonotonicInstant.now.nanoseconds < end
        work.flush()
        work.isRunning = false
        let goesOn = queue.withLock { queue in
            queue.isExpected = !queue.isEmpty || work.hasWork
            return queue.isExpected
        }
        if goesOn { eventLoop.execute { self.run() } }
    }
}
