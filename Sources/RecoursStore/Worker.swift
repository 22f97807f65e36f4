// SPDX-License-Identifier: EUPL-1.2

internal import Foundation

/// One loop of the store's: on a thread of its own, or given its turns by who runs a simulation.
final class Worker: Sendable {
    /// What a turn came to.
    enum Turn: Sendable {
        /// There may be more.
        case worked
        /// There is nothing to do before `wake`.
        case idle
        /// There is nothing to do any more.
        case ended
    }

    private let name: String
    private let turns: StoreTurns?
    /// Its number among the turns.
    private let number: Int
    private let wakeUp = DispatchSemaphore(value: 0)
    private let end = DispatchSemaphore(value: 0)

    /// - Parameter turns: what gives it its turns; nil: a thread of its own.
    init(name: String, turns: StoreTurns?) {
        self.name = name
        self.turns = turns
        number = turns?.newLoop() ?? 0
    }

    /// Does `turn` over and over until it says that it has ended.
    func start(_ turn: @escaping @Sendable () -> Turn) {
        if let turns {
            turns.begin(number, turn)
            return
        }
        let thread = Thread { [wakeUp, end] in
            loop: while true {
                switch turn() {
                case .worked: continue loop
                case .idle: wakeUp.wait()
                case .ended: break loop
                }
            }
            end.signal()
        }
        thread.name = name
        thread.start()
    }

    /// Ends a pause, or the next one. From any thread.
    func wake() {
        if let turns { turns.wake(number) } else { wakeUp.signal() }
    }

    /// Waits until it has ended.
    func join() {
        if let turns { turns.finish(number) } else { end.wait() }
    }
}
