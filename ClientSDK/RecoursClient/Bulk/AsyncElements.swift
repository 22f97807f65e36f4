// SPDX-License-Identifier: EUPL-1.2

/// The elements of an array as an asynchronous sequence.
public struct AsyncElements<Element: Sendable>: AsyncSequence, Sendable {
    /// Reading an array never fails.
    public typealias Failure = Never
    private let elements: [Element]

    /// A sequence of these elements, in order.
    public init(_ elements: [Element]) {
        self.elements = elements
    }

    /// Starts at the first element.
    public func makeAsyncIterator() -> Iterator { Iterator(rest: elements[...]) }

    /// Walks the array.
    public struct Iterator: AsyncIteratorProtocol {
        var rest: ArraySlice<Element>

        /// The next element; nil after the last.
        public mutating func next(isolation actor: isolated (any Actor)?) async -> Element? {
            rest.popFirst()
        }
    }
}
