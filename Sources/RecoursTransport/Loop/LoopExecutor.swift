// SPDX-License-Identifier: EUPL-1.2

package import NIOCore
internal import Synchronization

/// Runs the tasks of calls on the event loop of their connection. There is one a connection.
///
/// `Task.immediate(executorPreference:)` runs at once only if the code that starts it is itself a
/// job of the same executor (Swift 6.3.1); from plain event-loop code it is queued instead. So a
/// connection works off what it has read inside one job, `perform`: a task once a read cycle
/// instead of a hop once a call, and after its first wait a call comes back to this loop.
package final class LoopExecutor: TaskExecutor, Sendable {
    package let eventLoop: any EventLoop

    private struct State {
        var jobs: [UnownedJob] = []
        var completions: [@Sendable () -> Void] = []
        /// A run is on its way to the loop: whatever is added before it will be seen.
        var isScheduled = false
    }

    private let state = Mutex(State())

    init(eventLoop: any EventLoop) {
        self.eventLoop = eventLoop
    }

    package func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        add { $0.jobs.append(job) }
    }

    /// Runs closures on the loop, in order; one wake-up of the loop for all. From any thread.
    package func deliver(_ completions: [@Sendable () -> Void]) {
        add { $0.completions.append(contentsOf: completions) }
    }

    /// Runs `body` here and now as a job of this executor. On the event loop only.
    func perform(_ body: @escaping @Sendable () -> Void) {
        Task(executorPreference: self) { body() }
        run()
    }

    private func add(_ body: (inout State) -> Void) {
        let mustSchedule = state.withLock { state in
            body(&state)
            defer { state.isScheduled = true }
            return !state.isScheduled
        }
        if mustSchedule { eventLoop.execute { self.run() } }
    }

    private func run() {
        let (jobs, completions) = state.withLock { state in
            state.isScheduled = false
            defer {
                state.jobs.removeAll(keepingCapacity: true)
                state.completions.removeAll(keepingCapacity: true)
            }
            return (state.jobs, state.completions)
        }
        for completion in completions { completion() }
        for job in jobs { job.runSynchronously(on: asUnownedTaskExecutor()) }
    }
}
