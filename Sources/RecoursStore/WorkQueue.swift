// SPDX-License-Identifier: EUPL-1.2

internal import Synchronization

/// A bounded queue with many producers and one consumer, which takes all it may at once.
///
/// Each claim has a lane of its own. Who is in a batch is decided by fairness: lanes of one class
/// take turns by what their elements cost, and each class has a share of a batch that no other can
/// take away. In which order, is decided by arrival. What comes to its turn too late is not work
/// any more.
final class WorkQueue<Element: Sendable>: Sendable {
    enum Offer: Equatable {
        case accepted
        case full
        case closed
    }

    /// What the consumer got.
    struct Batch {
        /// In the order of their arrival.
        var work: [Element]
        var dropped: [(element: Element, reason: LateReason)]
    }

    enum Take {
        case batch(Batch)
        case nothingYet
        /// It is closed, and empty.
        case nothingMore
    }

    private struct Contents {
        var lanes: Lanes<Element>
        var isClosed = false
        var consumerSleeps = false
    }

    private let contents: Mutex<Contents>
    private let consumer: Worker

    /// - Parameters:
    ///   - lane: what one lane may hold; nil: as much as all.
    ///   - consumer: woken when there is something again.
    init(
        _ whole: WorkAmount, lane: WorkAmount? = nil, patience: Patience = .endless,
        consumer: Worker
    ) {
        let lanes = Lanes<Element>(whole: whole, lane: lane ?? whole, patience: patience)
        contents = Mutex(Contents(lanes: lanes))
        self.consumer = consumer
    }

    /// Queues an element that counts as `bytes` and is of use until its deadline, unless there is
    /// no room or the queue is closed.
    func offer(
        _ element: Element, bytes: Int, for claim: Claim = .common, until deadline: Uptime = .never
    ) -> Offer {
        let now = Uptime.now
        let (answer, wake) = contents.withLock { contents -> (Offer, Bool) in
            if contents.isClosed { return (.closed, false) }
            guard
                contents.lanes.append(
                    element, bytes: bytes, for: claim, at: now, until: deadline)
            else { return (.full, false) }
            let wake = contents.consumerSleeps
            contents.consumerSleeps = false
            return (.accepted, wake)
        }
        if wake { consumer.wake() }
        return answer
    }

    /// Takes what fits, at least one element unless all that waits is too late. If there is nothing
    /// yet, the consumer is woken when there is.
    ///
    /// - Parameters:
    ///   - bulk: how many elements of bulk to take at most, 1 or more.
    ///   - time: how long it will be until all of it is done.
    func take(_ most: WorkAmount, bulk: Int = .max, time: Duration = .zero) -> Take {
        let now = Uptime.now
        let (taken, isClosed) = contents.withLock { contents -> (Lanes<Element>.Taken?, Bool) in
            if contents.lanes.held.count > 0 {
                return (contents.lanes.take(most, bulk: bulk, at: now, end: now + time), false)
            }
            contents.consumerSleeps = !contents.isClosed
            return (nil, contents.isClosed)
        }
        guard let taken else { return isClosed ? .nothingMore : .nothingYet }
        return .batch(Batch(work: taken.inOrderOfArrival(), dropped: taken.dropped))
    }

    /// Whether `limit` elements of the claim's class wait, or more, and of the claim's own its
    /// equal part.
    func isCrowded(_ claim: Claim, at limit: Int) -> Bool {
        contents.withLock { $0.lanes.isCrowded(claim, at: limit) }
    }

    /// Has a claim pay with its next turns for what its work came to.
    func charge(_ claim: Claim, bytes: Int) {
        contents.withLock { $0.lanes.charge(claim, bytes: bytes) }
    }

    /// Refuses what comes from now on; what is queued is still taken.
    func close() {
        let wake = contents.withLock { contents -> Bool in
            contents.isClosed = true
            let wake = contents.consumerSleeps
            contents.consumerSleeps = false
            return wake
        }
        if wake { consumer.wake() }
    }

    /// How many elements wait.
    var count: Int { contents.withLock { $0.lanes.held.count } }
}
