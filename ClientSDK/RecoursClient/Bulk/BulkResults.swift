// SPDX-License-Identifier: EUPL-1.2

/// Results of a bulk call, as they come; one for each item, in any order.
///
/// Read it once: each iteration is a bulk call of its own. The iteration throws only when the whole
/// call cannot go on; a refused item is a result.
public struct BulkResults<Receipt: Sendable>: AsyncSequence, Sendable {
    /// The outcome of one item.
    public typealias Element = BulkResult<Receipt>
    /// Why the whole call could not go on.
    public typealias Failure = RecoursError

    private let start: @Sendable () -> Iterator

    init<Kind: BulkKind, Inputs: AsyncSequence & Sendable>(
        client: RecoursClient, inputs: Inputs, kind: Kind
    ) where Kind.Receipt == Receipt, Inputs.Element == Kind.Input {
        start = {
            let ledger = BulkLedger<Kind.Input, Receipt>(window: client.configuration.bulkWindow)
            let run = BulkRun(kind: kind, ledger: ledger, client: client)
            let task = Task { await run.run(inputs) }
            return Iterator(stop: Stop(task)) { () async throws(RecoursError) in
                try await ledger.nextResult()
            }
        }
    }

    /// Starts the bulk call.
    public func makeAsyncIterator() -> Iterator { start() }

    /// One bulk call; it stops when its iterator is gone.
    public struct Iterator: AsyncIteratorProtocol {
        let stop: Stop
        let nextResult: () async throws(RecoursError) -> BulkResult<Receipt>?

        /// The next result; nil when every item has one. Throws `RecoursError`.
        public mutating func next(
            isolation actor: isolated (any Actor)?
        ) async throws(RecoursError) -> BulkResult<Receipt>? {
            try await nextResult()
        }
    }

    /// Stops the run when its iterator is gone.
    final class Stop: Sendable {
        private let task: Task<Void, Never>

        init(_ task: Task<Void, Never>) {
            self.task = task
        }

        deinit {
            task.cancel()
        }
    }
}
