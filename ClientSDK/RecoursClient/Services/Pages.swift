// SPDX-License-Identifier: EUPL-1.2

/// What a method lists, one by one; a page is fetched when the one before has been used up.
///
/// Each iteration begins anew at the first page. It throws only when a page cannot be had.
public struct Pages<Element: Sendable>: AsyncSequence, Sendable {
    /// Why a page could not be fetched.
    public typealias Failure = RecoursError

    typealias Fetch =
        @Sendable (_ size: UInt32, _ token: String) async throws(RecoursError)
        -> (items: [Element], next: String)

    /// Items a page: 1 to 1,000.
    public var pageSize: UInt32 = 100
    let fetch: Fetch

    init(_ fetch: @escaping Fetch) {
        self.fetch = fetch
    }

    /// Starts at the first page.
    public func makeAsyncIterator() -> Iterator { Iterator(pages: self) }

    /// Walks the pages.
    public struct Iterator: AsyncIteratorProtocol {
        private let pages: Pages
        private var page: ArraySlice<Element> = []
        /// Nil once the last page has been fetched.
        private var token: String? = ""

        init(pages: Pages) {
            self.pages = pages
        }

        /// The next item; nil after the last. Throws `RecoursError`.
        public mutating func next(
            isolation actor: isolated (any Actor)?
        ) async throws(RecoursError) -> Element? {
            while page.isEmpty {
                guard let token else { return nil }
                let fetched = try await pages.fetch(pages.pageSize, token)
                page = fetched.items[...]
                self.token = fetched.next.isEmpty ? nil : fetched.next
            }
            return page.popFirst()
        }
    }
}
