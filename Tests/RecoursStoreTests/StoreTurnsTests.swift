// SPDX-License-Identifier: EUPL-1.2

import RecoursCases
import RecoursStore
import StoreContract
import Synchronization
import Testing

@Suite("A store that is given its turns")
struct StoreTurnsTests {
    /// What woke, and what was answered.
    private final class Log: Sendable {
        private let woken = Mutex<[Int]>([])
        let outcomes = Mutex<[CaseOutcome]>([])

        func wake(_ loop: Int) { woken.withLock { $0.append(loop) } }

        /// Gives every loop that was woken its turns, until none has anything to do.
        func work(_ turns: StoreTurns) {
            while let loop = woken.withLock({ $0.popLast() }) {
                while turns.take(loop) {}
            }
        }
    }

    @Test("A command is done in a turn, not before, and in the order of its coming")
    func turns() throws {
        let log = Log()
        let turns = StoreTurns { _, loop in log.wake(loop) }
        let store = try CaseStore(
            backend: MemoryBackend(), codec: RegistryCodec(), turns: turns, onPoison: { _ in })
        log.work(turns)
        for number in UInt64(1)...3 {
            store.enqueue(.submit(try Fixtures.submission(number))) { outcome in
                log.outcomes.withLock { $0.append(outcome) }
            }
        }
        #expect(log.outcomes.withLock { $0.count } == 0)
        log.work(turns)
        #expect(log.outcomes.withLock { $0.count } == 3)
        store.close()
    }

    @Test("Closing finishes what is queued without further turns")
    func closing() throws {
        let log = Log()
        let turns = StoreTurns { _, loop in log.wake(loop) }
        let store = try CaseStore(
            backend: MemoryBackend(), codec: RegistryCodec(), turns: turns, onPoison: { _ in })
        store.enqueue(.submit(try Fixtures.submission(1))) { outcome in
            log.outcomes.withLock { $0.append(outcome) }
        }
        store.close()
        #expect(log.outcomes.withLock { $0.count } == 1)
        store.enqueue(.submit(try Fixtures.submission(2))) { outcome in
            log.outcomes.withLock { $0.append(outcome) }
        }
        let last = log.outcomes.withLock { $0.last }
        guard case .failed(let error) = last else {
            Issue.record("a closed store took a command")
            return
        }
        #expect(error.code == .closed)
    }
}
