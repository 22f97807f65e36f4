// SPDX-License-Identifier: EUPL-1.2

internal import Synchronization

/// Gives a store's loops their turns, one at a time, on the thread of whoever asks: what a
/// simulation has in place of the store's threads.
package final class StoreTurns: Sendable {
    private struct Loops {
        var count = 0
        var turns: [Int: @Sendable () -> Worker.Turn] = [:]
    }

    private let loops = Mutex(Loops())
    private let whenWoken: @Sendable (StoreTurns, _ loop: Int) -> Void

    /// - Parameter whenWoken: told which loop has something to do, to give it a turn soon.
    package init(whenWoken: @escaping @Sendable (StoreTurns, _ loop: Int) -> Void) {
        self.whenWoken = whenWoken
    }

    /// Gives a loop one turn; true if it may need another.
    package func take(_ loop: Int) -> Bool {
        guard let turn = loops.withLock({ $0.turns[loop] }) else { return false }
        switch turn() {
        case .worked: return true
        case .idle: return false
        case .ended:
            loops.withLock { $0.turns[loop] = nil }
            return false
        }
    }

    func newLoop() -> Int {
        loops.withLock { loops in
            loops.count += 1
            return loops.count
        }
    }

    func begin(_ loop: Int, _ turn: @escaping @Sendable () -> Worker.Turn) {
        loops.withLock { $0.turns[loop] = turn }
        whenWoken(self, loop)
    }

    func wake(_ loop: Int) {
        whenWoken(self, loop)
    }

    /// Gives a loop that is about to end the turns it needs.
    func finish(_ loop: Int) {
        while loops.withLock({ $0.turns[loop] != nil }) { _ = take(loop) }
    }
}
