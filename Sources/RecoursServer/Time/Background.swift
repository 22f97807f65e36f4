// SPDX-License-Identifier: EUPL-1.2

internal import Synchronization

/// The tasks that a server runs of its own accord, ended together.
final class Background: Sendable {
    private let tasks = Mutex<[Task<Void, Never>]>([])

    func run(_ work: @escaping @Sendable () async -> Void) {
        tasks.withLock { $0.append(Task(operation: work)) }
    }

    /// Cancels all and waits for their ends.
    func stop() async {
        let ending = tasks.withLock { tasks in
            defer { tasks = [] }
            return tasks
        }
        for task in ending { task.cancel() }
        for task in ending { await task.value }
    }
}
