// SPDX-License-Identifier: EUPL-1.2

internal import Dispatch
internal import Synchronization

/// A bounded queue with many producers and one consumer thread, which takes all it may at once.
final class WorkQueue<Element: Sendable>: Sendable {
    enum Offer: Equatable {
        case accepted
        case full
        case closed
    }

    private struct Contents {
        var elements: [(element: Element, bytes: Int)] = []
        var first = 0
        var bytes = 0
        var isClosed = false
        var consumerSleeps = false

        var count: Int { elements.count - first }
    }

    private let contents = Mutex(Contents())
    private let wakeUp = DispatchSemaphore(value: 0)
    private let maximumCount: Int
    private let maximumBytes: Int

    init(maximumCount: Int, maximumBytes: Int) {
        self.maximumCount = maximumCount
        self.maximumBytes = maximumBytes
    }

    /// Queues an element that counts as `bytes`, unless the queue is full or closed.
    func offer(_ element: Element, bytes: Int) -> Offer {
        let (answer, wake) = contents.withLock { contents -> (Offer, Bool) in
            if contents.isClosed { return (.closed, false) }
            // One element is always let in, whatever its size: a limit must not be a deadlock.
            let isOver = contents.bytes + bytes > maximumBytes && contents.count > 0
            if contents.count >= maximumCount || isOver { return (.full, false) }
            contents.elements.append((element, bytes))
            contents.bytes += bytes
            let wake = contents.consumerSleeps
            contents.consumerSleeps = false
            return (.accepted, wake)
        }
        if wake { wakeUp.signal() }
        return answer
    }

    /// Waits until there is something, and takes what fits the two bounds, at least one element.
    ///
    /// - Returns: an empty array once the queue is closed and empty.
    func take(atMost maximum: Int, bytes maximumBytes: Int) -> [Element] {
        while true {
            let taken = contents.withLock { contents -> [Element]? in
                if contents.count == 0 {
                    if contents.isClosed { return [] }
                    contents.consumerSleeps = true
                    return nil
                }
                return Self.takeSome(&contents, atMost: maximum, bytes: maximumBytes)
            }
            if let taken { return taken }
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
    var count: Int { contents.withLock { $0.count } }

    private static func takeSome(
        _ contents: inout Contents, atMost maximum: Int, bytes maximumBytes: Int
    ) -> [Element] {
        var taken: [Element] = []
        taken.reserveCapacity(min(maximum, contents.count))
        var bytes = 0
        while contents.count > 0, taken.count < maximum {
            let next = contents.elements[contents.first]
            if !taken.isEmpty, bytes + next.bytes > maximumBytes { break }
            taken.append(next.element)
            bytes += next.bytes
            contents.first += 1
        }
        contents.bytes -= bytes
        // Moving the rest down costs its length: do it only when most of the array is used up.
        if contents.first * 2 >= contents.elements.count {
            contents.elements.removeFirst(contents.first)
            contents.first = 0
        }
        return taken
    }
}
