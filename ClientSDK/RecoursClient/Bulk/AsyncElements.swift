// SPDX-License-Identifier: EUPL-1.2

/// The elements of an array as an asynchronous sequence.
public struct AsyncElements<Element: Sendable>: AsyncSequence, Sendable {
    public typealias Failure = Never
    private let elements: [Element]

    public init(_ elements: [Element]) {
        self.elements = elements
    }

    public func makeAsyncIterator() -> Iterator { Iterator(rest: elements[...]) }

    public struct Iterator: AsyncIteratorProtocol {
        var rest: ArraySlice<Element>

        public mutating func next(isolation actor: isolated (any Actor)?) async -> Element? {
            rest.popFirst()
        }
    }
}
