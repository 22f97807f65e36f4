// SPDX-License-Identifier: EUPL-1.2

import CProcess
import HeapModule
@_spi(ExperimentalCustomExecutors) @_spi(ExperimentalScheduling) import _Concurrency

/// The one thread on which everything runs: Swift's tasks, event loops, disks and networks, in an
/// order and at times that follow from the seed.
///
/// Unchecked because the process has one thread.
final class Machine: TaskExecutor, SchedulingExecutor, @unchecked Sendable {
    /// All of the process's tasks run here, so there can be one only.
    static let shared = Machine()

    enum Work {
        case job(UnownedJob)
        case body(@Sendable () -> Void)
    }

    /// Something that is to happen, unless it is cancelled.
    final class Alarm: @unchecked Sendable {
        var isCancelled = false
    }

    private struct Timer: Comparable {
        let due: Int64
        let order: UInt64
        let work: Work
        let alarm: Alarm

        static func < (left: Timer, right: Timer) -> Bool {
            (left.due, left.order) < (right.due, right.order)
        }

        static func == (left: Timer, right: Timer) -> Bool { left.order == right.order }
    }

    /// Nanoseconds for which the machine has run. Never 0: that is an unset clock to some.
    private(set) var now: Int64 = 1_000_000_000
    /// How much longer it has been there: it was suspended.
    private(set) var suspended: Int64 = 0
    /// What the wall clock is ahead of the time since boot.
    private(set) var wall: Int64 = 0
    /// Works done so far.
    private(set) var steps = 0
    /// The event loop whose work is being done.
    var loop: SimulatedLoop?
    private var ready: [Work] = []
    /// By the clock that stands still while the machine is suspended, and by that which does not.
    private var timers = Heap<Timer>()
    private var bootTimers = Heap<Timer>()
    private var order: UInt64 = 0
    private var dice = Dice(seed: 0)

    /// Begins under a seed, at an instant of the wall clock.
    func begin(seed: UInt64, wallNanoseconds: Int64) {
        (now, suspended, steps) = (1_000_000_000, 0, 0)
        (ready, timers, bootTimers) = ([], Heap(), Heap())
        dice = Dice(seed: seed ^ 0x6D61_6368_696E_6500)
        process_seed(seed ^ 0x7261_6E64_6F6D_0000)
        wall = wallNanoseconds - now
        setClocks()
    }

    // MARK: What is to be done

    func post(_ body: @escaping @Sendable () -> Void) {
        ready.append(.body(body))
    }

    /// Does something after so many nanoseconds.
    @discardableResult
    func after(_ nanoseconds: Int64, _ body: @escaping @Sendable () -> Void) -> Alarm {
        at(now + nanoseconds, body)
    }

    @discardableResult
    func at(_ due: Int64, _ body: @escaping @Sendable () -> Void) -> Alarm {
        let timer = timer(due: max(due, now), .body(body))
        timers.insert(timer)
        return timer.alarm
    }

    private func timer(due: Int64, _ work: Work) -> Timer {
        order += 1
        return Timer(due: due, order: order, work: work, alarm: Alarm())
    }

    // MARK: Executor

    func enqueue(_ job: consuming ExecutorJob) {
        ready.append(.job(UnownedJob(job)))
    }

    func enqueue<C: Clock>(
        _ job: consuming ExecutorJob, after delay: C.Duration, tolerance: C.Duration?, clock: C
    ) {
        // Both of Swift's own clocks measure by Duration; nobody here has another.
        let (seconds, attoseconds) = (delay as? Duration ?? .zero).components
        // Rounded up: whoever sleeps until a time finds it over.
        let wait = max(0, seconds * 1_000_000_000 + (attoseconds + 999_999_999) / 1_000_000_000)
        let job = Work.job(UnownedJob(job))
        if clock is ContinuousClock {
            bootTimers.insert(timer(due: now + suspended + wait, job))
        } else {
            timers.insert(timer(due: now + wait, job))
        }
    }

    // MARK: Running

    /// Goes on until the condition holds; false if nothing would ever happen again.
    func run(until isOver: () -> Bool) -> Bool {
        while !isOver() {
            if !step(), !advance(notBeyond: .max) { return false }
        }
        return true
    }

    /// Lets time pass within something that takes time, e.g. a commit: all else goes on meanwhile.
    func pass(_ nanoseconds: Int64) {
        let end = now + nanoseconds
        let outer = loop
        loop = nil
        defer { loop = outer }
        while true {
            if step() { continue }
            if now >= end { return }
            if !advance(notBeyond: end) {
                now = end
                setClocks()
            }
        }
    }

    /// The time goes on and nobody runs: on waking, what is due by then is overdue.
    func suspend(_ nanoseconds: Int64) {
        suspended += nanoseconds
        setClocks()
    }

    /// Sets the wall clock forward, or back.
    func leap(_ nanoseconds: Int64) {
        wall += nanoseconds
        setClocks()
    }

    private func step() -> Bool {
        guard !ready.isEmpty else { return false }
        // In no order: nobody may rely on one. What has an order keeps its own queue.
        ready.swapAt(dice.below(ready.count), ready.count - 1)
        let work = ready.removeLast()
        steps += 1
        switch work {
        case .job(let job): job.runSynchronously(on: asUnownedTaskExecutor())
        case .body(let body): body()
        }
        return true
    }

    /// Goes to the next instant at which something is due; false if that lies beyond the end, or
    /// there is none.
    private func advance(notBeyond end: Int64) -> Bool {
        let due = min(timers.min?.due ?? .max, (bootTimers.min?.due).map { $0 - suspended } ?? .max)
        guard due < .max, due <= end else { return false }
        now = max(now, due)
        setClocks()
        while let timer = timers.min, timer.due <= now { ring(timers.removeMin()) }
        while let timer = bootTimers.min, timer.due <= now + suspended {
            ring(bootTimers.removeMin())
        }
        return true
    }

    private func ring(_ timer: Timer) {
        if !timer.alarm.isCancelled { ready.append(timer.work) }
    }

    private func setClocks() {
        process_set_clocks(now, now + suspended, now + suspended + wall)
    }
}

/// Makes `Machine` the executor of all tasks.
struct MachineFactory: ExecutorFactory {
    static var mainExecutor: any MainExecutor { UnimplementedMainExecutor() }
    static var defaultExecutor: any TaskExecutor { Machine.shared }
}
