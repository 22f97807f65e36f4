// SPDX-License-Identifier: EUPL-1.2

internal import Synchronization

/// Who waits for something to grow. Woken by commits: nobody polls, and a waiter costs a closure.
final class GrowthWaiters: Sendable {
    /// What may be waited for.
    enum Topic: Hashable, Sendable {
        case inbox(PartnerNumber)
        /// The listings that are reported to a platform.
        case reports(PartnerNumber)
    }

    /// Names a waiter, to take it back.
    struct Token: Hashable, Sendable {
        fileprivate let topic: Topic
        fileprivate let number: UInt64
    }

    enum Wake: Sendable, Hashable {
        /// It has grown beyond the position.
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
        var waiters: [Topic: [UInt64: Waiter]] = [:]
        var count = 0
        var nextNumber: UInt64 = 0
        var isClosed = false

        /// Takes out those who wait for less than is there now.
        mutating func take(
            _ heads: [PartnerNumber: UInt64], _ topic: (PartnerNumber) -> Topic
        ) -> [Waiter] {
            var woken: [Waiter] = []
            for (partner, head) in heads {
                guard let waiting = waiters[topic(partner)] else { continue }
                let staying = waiting.filter { $0.value.position >= head }
                woken.append(contentsOf: waiting.values.filter { $0.position < head })
                count -= waiting.count - staying.count
                waiters[topic(partner)] = staying.isEmpty ? nil : staying
            }
            return woken
        }
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
        _ topic: Topic, after position: UInt64, _ wake: @escaping @Sendable (Wake) -> Void
    ) -> Token? {
        contents.withLock { contents in
            if contents.isClosed || contents.count >= maximumCount { return nil }
            let token = Token(topic: topic, number: contents.nextNumber)
            contents.nextNumber += 1
            contents.count += 1
            contents.waiters[topic, default: [:]][token.number] = Waiter(
                position: position, wake: wake)
            return token
        }
    }

    /// Wakes a waiter that is still there.
    func wake(_ token: Token, _ reason: Wake) {
        let waiter = contents.withLock { contents -> Waiter? in
            let waiter = contents.waiters[token.topic]?.removeValue(forKey: token.number)
            if waiter != nil { contents.count -= 1 }
            if contents.waiters[token.topic]?.isEmpty == true {
                contents.waiters[token.topic] = nil
            }
            return waiter
        }
        waiter?.wake(reason)
    }

    /// Wakes those who wait for what has grown beyond their position.
    func publish(_ growth: Growth) {
        let woken = contents.withLock { contents -> [Waiter] in
            guard contents.count > 0 else { return [] }
            return contents.take(growth.inboxes, Topic.inbox)
                + contents.take(growth.reports, Topic.reports)
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
