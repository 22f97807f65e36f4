// SPDX-License-Identifier: EUPL-1.2

import RecoursClient
import Synchronization

/// Filings without a list behind them, which counts those it has given.
final class CountedFilings: AsyncSequence, Sendable {
    typealias Element = CaseFiling
    typealias Failure = Never

    private let count: Int
    private let taken = Mutex(0)

    init(count: Int) {
        self.count = count
    }

    var given: Int { taken.withLock { $0 } }

    func makeAsyncIterator() -> Iterator { Iterator(source: self) }

    struct Iterator: AsyncIteratorProtocol {
        let source: CountedFilings

        func next(isolation actor: isolated (any Actor)?) async -> CaseFiling? {
            let number = source.taken.withLock { taken -> Int? in
                guard taken < source.count else { return nil }
                taken += 1
                return taken
            }
            return number.map { CaseFiling(Drafts.draft("R-\($0)")) }
        }
    }
}
