// SPDX-License-Identifier: EUPL-1.2

public import RecoursMessages

/// What came of many items, in their order. They are read as they are needed and sent in calls of
/// up to 1,000, one after the other.
///
/// Read it once: each iteration sends anew. It throws only when a call fails for good, or the items
/// cannot be read; an item that is refused is a result.
public struct BatchResults<Inputs: AsyncSequence & Sendable, Answer: Sendable>: AsyncSequence,
    Sendable
where Inputs.Element: RecoursMessage {
    /// Why a call failed.
    public typealias Failure = RecoursError

    /// One item and what came of it.
    public struct Element: Sendable {
        /// The item's place in what was sent, from 0.
        public let place: Int
        /// The item as it was sent.
        public let item: Inputs.Element
        /// What the server says of it.
        public let answer: Answer
    }

    typealias Send = @Sendable ([Inputs.Element]) async throws(RecoursError) -> [Answer]

    let inputs: Inputs
    let send: Send

    /// Starts at the first item.
    public func makeAsyncIterator() -> Iterator {
        Iterator(inputs: inputs.makeAsyncIterator(), send: send)
    }

    /// Reads, sends and gives results.
    public struct Iterator: AsyncIteratorProtocol {
        private var inputs: Inputs.AsyncIterator
        private let send: Send
        private var given = 0
        private var results: ArraySlice<Element> = []
        /// Read already, and for the next call.
        private var waiting: Inputs.Element?

        init(inputs: Inputs.AsyncIterator, send: @escaping Send) {
            self.inputs = inputs
            self.send = send
        }

        /// The next result; nil when every item has one. Throws `RecoursError`.
        public mutating func next(
            isolation actor: isolated (any Actor)?
        ) async throws(RecoursError) -> Element? {
            if results.isEmpty {
                let items = try await nextBatch(actor)
                guard !items.isEmpty else { return nil }
                let answers = try await send(items)
                guard answers.count == items.count else { throw .incomplete("a result") }
                results = []
                for (item, answer) in zip(items, answers) {
                    results.append(Element(place: given, item: item, answer: answer))
                    given += 1
                }
            }
            return results.popFirst()
        }

        /// As many items as one call takes; none at their end.
        private mutating func nextBatch(
            _ actor: isolated (any Actor)?
        ) async throws(RecoursError) -> [Inputs.Element] {
            var batch = CallBatch<Inputs.Element>()
            if let waiting { _ = batch.takes(waiting) }
            waiting = nil
            while let item = try await nextItem(actor) {
                guard batch.takes(item) else {
                    waiting = item
                    break
                }
            }
            return batch.items
        }

        private mutating func nextItem(
            _ actor: isolated (any Actor)?
        ) async throws(RecoursError) -> Inputs.Element? {
            do {
                return try await inputs.next(isolation: actor)
            } catch {
                throw RecoursError(
                    code: .cancelled, message: "the items could not be read: \(error)",
                    remedy: "Mend their source; every result that came is final.")
            }
        }
    }
}

/// Items for one call: no more than it may have, and no more bytes than leave room in a message.
package struct CallBatch<Item: RecoursMessage>: Sendable {
    /// What one call takes.
    package static var mostItems: Int { 1_000 }
    /// Half of what a message may have.
    package static var mostBytes: Int { 2 << 20 }

    /// What it has taken, in order.
    package private(set) var items: [Item] = []
    private var bytes = 0

    /// An empty one.
    package init() {}

    /// Adds an item if there is room for it; there is always room for one.
    package mutating func takes(_ item: Item) -> Bool {
        let size = item.encodedByteCount
        let isFull = items.count >= Self.mostItems || bytes + size > Self.mostBytes
        guard items.isEmpty || !isFull else { return false }
        items.append(item)
        bytes += size
        return true
    }
}
