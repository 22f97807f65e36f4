// SPDX-License-Identifier: EUPL-1.2

internal import Synchronization

/// Who waits for an inbox to grow. Woken by commits: nobody polls, and a waiter costs a closure.
final class InboxWaiters: Sendable {
    /// Names a waiter, to take it back.
    struct Token: Hashable, Sendable {
        fileprivate let inbox: PartnerNumber
        fileprivate let number: UInt64
    }

    enum Wake: Sendable, Hashable {
        /// The inbox has grown beyond the position.
        case grown
        /// The waiter was taken back: its time is over, or its caller has gone.
        case cancelled
        /// The store has closed.
        case closed
    }

    private struct Waiter {
        let position: UInt64
        let wake: @Sendable (Wake) -> Void
    }

    private struct Contents {
        var waiters: [PartnerNumber: [UInt64: Waiter]] = [:]
        var count = 0
        var nextNumber: UInt64 = 0
        var isClosed = false
    }

    private let contents = Mutex(Contents())
    private let maximumCount: Int

    init(maximumCount: Int) {
        self.maximumCount = maximumCount
    }

    /// Registers a waiter, which is woken exactly once.
    ///
    /// - Returns: nil if there are too many, or the store is closed; it is then not woken.
    func register(
        _ inbox: PartnerNumber, after position: UInt64, _ wake: @escaping @Sendable (Wake) -> Void
    ) -> Token? {
        contents.withLock { contents in
            if contents.isClosed || contents.count >= maximumCount { return nil }
            let token = Token(inbox: inbox, number: contents.nextNumber)
            contents.nextNumber += 1
            contents.count += 1
            contents.waiters[inbox, default: [:]][token.number] = Waiter(
                position: position, wake: wake)
            return token
        }
    }

    /// Wakes a waiter that is still there.
    func wake(_ token: Token, _ reason: Wake) {
        let waiter = contents.withLock { contents -> Waiter? in
            let waiter = contents.waiters[token.inbox]?.removeValue(forKey: token.number)
            if waiter != nil { contents.count -= 1 }
            if contents.waiters[token.inbox]?.isEmpty == true {
                contents.waiters[token.inbox] = nil
            }
            return waiter
        }
        waiter?.wake(reason)
    }

    /// Wakes those whose inbox has grown beyond their position.
    func publish(_ heads: [PartnerNumber: UInt64]) {
        let woken = contents.withLock { contents -> [Waiter] in
            var woken: [Waiter] = []
            for (inbox, head) in heads {
                guard let waiters = contents.waiters[inbox] else { continue }
                let staying = waiters.filter { $0.value.position >= head }
                woken.append(contentsOf: waiters.values.filter { $0.position < head })
                contents.count -= waiters.count - staying.count
                contents.waiters[inbox] = staying.isEmpty ? nil : staying
            }
            return woken
        }
        for waiter in woken { waiter.wake(.grown) }
    }

    /// Wakes all and takes no more.
    func close() {
        let woken = contents.withLock { contents -> [Waiter] in
            let woken = contents.waiters.values.flatMap(\.values)
            contents.waiters = [:]
            contents.count = 0
            contents.isClosed = true
            return woken
        }
        for waiter in woken { waiter.wake(.closed) }
    }
}
