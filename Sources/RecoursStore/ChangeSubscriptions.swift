// SPDX-License-Identifier: EUPL-1.2

internal import Synchronization

/// Who wants to hear of every change of an inbox or a case. Told by commits, after they are on
/// disk: nobody polls, and a subscriber costs a closure.
///
/// A subscriber is told only that there may be something: it reads for itself, from where it is. So
/// one that is slow is told once of many changes, and nothing is kept for it.
final class ChangeSubscriptions: Sendable {
    enum Topic: Hashable, Sendable {
        case inbox(PartnerNumber)
        /// By the case's row.
        case caseFile(UInt64)
    }

    struct Token: Hashable, Sendable {
        fileprivate let topic: Topic
        fileprivate let number: UInt64
    }

    private struct Contents {
        var subscribers: [Topic: [UInt64: @Sendable () -> Void]] = [:]
        var count = 0
        var nextNumber: UInt64 = 0
        var isClosed = false
    }

    private let contents = Mutex(Contents())
    /// Whether anybody watches a case: asked once a batch, so that bulk pays nothing for it.
    private let caseTopics = Atomic(0)
    private let maximumCount: Int

    init(maximumCount: Int) {
        self.maximumCount = maximumCount
    }

    /// Has `wake` called at every change from now on, on the writer's thread: it must be quick.
    ///
    /// - Returns: nil if there are too many, or the store is closed.
    func add(_ topic: Topic, _ wake: @escaping @Sendable () -> Void) -> Token? {
        contents.withLock { contents in
            if contents.isClosed || contents.count >= maximumCount { return nil }
            let token = Token(topic: topic, number: contents.nextNumber)
            contents.nextNumber += 1
            contents.count += 1
            contents.subscribers[topic, default: [:]][token.number] = wake
            if case .caseFile = topic { caseTopics.add(1, ordering: .relaxed) }
            return token
        }
    }

    /// Takes a subscriber out; a second time it does nothing.
    func remove(_ token: Token) {
        contents.withLock { contents in
            let gone = contents.subscribers[token.topic]?.removeValue(forKey: token.number)
            guard gone != nil else { return }
            contents.count -= 1
            if case .caseFile = token.topic { caseTopics.subtract(1, ordering: .relaxed) }
            if contents.subscribers[token.topic]?.isEmpty == true {
                contents.subscribers[token.topic] = nil
            }
        }
    }

    var hasCases: Bool { caseTopics.load(ordering: .relaxed) > 0 }

    /// Tells of inboxes that grew and of cases that changed; nil: of any that may have.
    func publish(_ heads: [PartnerNumber: UInt64], cases: [UInt64]?) {
        let woken = contents.withLock { contents -> [@Sendable () -> Void] in
            guard contents.count > 0 else { return [] }
            var woken: [@Sendable () -> Void] = []
            for inbox in heads.keys {
                if let found = contents.subscribers[.inbox(inbox)] { woken += found.values }
            }
            guard let cases else {
                for case (.caseFile, let found) in contents.subscribers { woken += found.values }
                return woken
            }
            for row in cases {
                if let found = contents.subscribers[.caseFile(row)] { woken += found.values }
            }
            return woken
        }
        for wake in woken { wake() }
    }

    /// Wakes all, who then find the store closed, and takes no more.
    func close() {
        let woken = contents.withLock { contents in
            let woken = contents.subscribers.values.flatMap(\.values)
            contents.subscribers = [:]
            contents.count = 0
            contents.isClosed = true
            return woken
        }
        for wake in woken { wake() }
    }
}

/// A subscription to changes; ends when it is ended, or is dropped.
package final class ChangeSubscription: Sendable {
    private let subscriptions: ChangeSubscriptions
    private let token: ChangeSubscriptions.Token

    init(_ token: ChangeSubscriptions.Token, of subscriptions: ChangeSubscriptions) {
        self.token = token
        self.subscriptions = subscriptions
    }

    deinit { subscriptions.remove(token) }

    package func end() { subscriptions.remove(token) }
}
