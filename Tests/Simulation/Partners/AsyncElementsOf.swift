// SPDX-License-Identifier: EUPL-1.2

/// Values in memory as a sequence that can be waited for.
struct AsyncElementsOf<Element: Sendable>: AsyncSequence, Sendable {
    private let elements: [Element]

    init(_ elements: [Element]) {
        self.elements = elements
    }

    struct Iterator: AsyncIteratorProtocol {
        var rest: ArraySlice<Element>

        mutating func next(isolation actor: isolated (any Actor)?) async -> Element? {
            rest.popFirst()
        }
    }

    func makeAsyncIterator() -> Iterator { Iterator(rest: elements[...]) }
}
