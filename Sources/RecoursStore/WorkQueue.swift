// SPDX-License-Identifier: EUPL-1.2

internal import Dispatch
internal import Synchronization

/// A bounded queue with many producers and one consumer thread, which takes all it may at once.
///
/// Each claim has a lane of its own. Who is in a batch is decided by fairness: lanes of one class
/// take turns by what their elements cost, and each class has a share of a batch that no other can
/// take away. In which order, is decided by arrival.
final class WorkQueue<Element: Sendable>: Sendable {
    enum Offer: Equatable {
        case accepted
        case full
        case closed
    }

    private struct Contents {
        var lanes: Lanes<Element>
        var isClosed = false
        var consumerSleeps = false
    }

    private let contents: Mutex<Contents>
    private let wakeUp = DispatchSemaphore(value: 0)

    /// - Parameter lane: what one lane may hold; nil: as much as all.
    init(_ whole: WorkAmount, lane: WorkAmount? = nil) {
        contents = Mutex(Contents(lanes: Lanes(whole: whole, lane: lane ?? whole)))
    }

    /// Queues an element that counts as `bytes`, unless there is no room or the queue is closed.
    func offer(_ element: Element, bytes: Int, for claim: Claim = .common) -> Offer {
        let (answer, wake) = contents.withLock { contents -> (Offer, Bool) in
            if contents.isClosed { return (.closed, false) }
            guard contents.lanes.append(element, bytes: bytes, for: claim) else {
                return (.full, false)
            }
            let wake = contents.consumerSleeps
            contents.consumerSleeps = false
            return (.accepted, wake)
        }
        if wake { wakeUp.signal() }
        return answer
    }

    /// Waits until there is something, and takes what fits, at least one element.
    ///
    /// - Parameter bulk: how many elements of bulk to take at most, 1 or more.
    /// - Returns: an empty array once the queue is closed and empty.
    func take(_ most: WorkAmount, bulk: Int = .max) -> [Element] {
        while true {
            let taken = contents.withLock { contents -> Lanes<Element>.Taken? in
                if contents.lanes.held.count > 0 { return contents.lanes.take(most, bulk: bulk) }
                if contents.isClosed { return Lanes<Element>.Taken() }
                contents.consumerSleeps = true
                return nil
            }
            if let taken { return taken.inOrderOfArrival() }
            wakeUp.wait()
        }
    }

    /// Refuses what comes from now on; what is queued is still taken.
    func close() {
        let wake = contents.withLock { contents -> Bool in
            contents.isClosed = true
            let wake = contents.consumerSleeps
            contents.consumerSleeps = false
            return wake
        }
        if wake { wakeUp.signal() }
    }

    /// How many elements wait.
    var count: Int { contents.withLock { $0.lanes.held.count } }
}
