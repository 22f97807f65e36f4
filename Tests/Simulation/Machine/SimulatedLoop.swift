// SPDX-License-Identifier: EUPL-1.2

import DequeModule
import Dispatch
import NIOCore

/// An event loop of one simulated process.
///
/// Unchecked because the process has one thread.
final class SimulatedLoop: EventLoop, @unchecked Sendable {
    let machine: Machine
    /// Its process has been killed: nothing of it runs any more.
    var isDead = false
    private var tasks: Deque<@Sendable () -> Void> = []
    private var isPosted = false

    init(machine: Machine) {
        self.machine = machine
    }

    var inEventLoop: Bool { machine.loop === self }

    var now: NIODeadline { .uptimeNanoseconds(UInt64(machine.now)) }

    func execute(_ task: @escaping @Sendable () -> Void) {
        tasks.append(task)
        guard !isPosted else { return }
        isPosted = true
        machine.post { self.turn() }
    }

    /// Does all that is there now; what comes of it is for the next turn.
    private func turn() {
        isPosted = false
        let outer = machine.loop
        machine.loop = self
        defer { machine.loop = outer }
        let due = tasks
        tasks = []
        for task in due where !isDead { task() }
    }

    func submit<T>(_ task: @escaping @Sendable () throws -> T) -> EventLoopFuture<T> {
        let promise = makePromise(of: T.self)
        execute { promise.complete(task) }
        return promise.futureResult
    }

    func scheduleTask<T>(
        deadline: NIODeadline, _ task: @escaping @Sendable () throws -> T
    ) -> Scheduled<T> {
        let promise = makePromise(of: T.self)
        let alarm = machine.at(Int64(deadline.uptimeNanoseconds)) {
            self.execute { promise.complete(task) }
        }
        return Scheduled(promise: promise) { alarm.isCancelled = true }
    }

    func scheduleTask<T>(
        in wait: TimeAmount, _ task: @escaping @Sendable () throws -> T
    ) -> Scheduled<T> {
        scheduleTask(deadline: now + wait, task)
    }

    func shutdownGracefully(
        queue: DispatchQueue, _ callback: @escaping @Sendable ((any Error)?) -> Void
    ) {
        execute { callback(nil) }
    }
}

extension EventLoopPromise {
    /// On its loop.
    fileprivate func complete(_ task: () throws -> Value) {
        do {
            assumeIsolated().succeed(try task())
        } catch {
            fail(error)
        }
    }
}
