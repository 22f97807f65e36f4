// SPDX-License-Identifier: EUPL-1.2

internal import RecoursStore
internal import Synchronization

/// What travels from the store's completions to a stream's writer. It holds a window's worth at
/// most, for only that many items are ever under way.
final class BulkResults<Result: Sendable>: Sendable {
    enum Finished: Sendable {
        case result(Result)
        /// The store can do nothing more for this stream.
        case failed(StoreError)
    }

    private struct Expectation {
        var outstanding = 0
        var inputEnded = false
    }

    let stream: AsyncStream<Finished>
    private let continuation: AsyncStream<Finished>.Continuation
    private let expectation = Mutex(Expectation())

    init() {
        (stream, continuation) = AsyncStream.makeStream(of: Finished.self)
    }

    /// A result that the store need not be asked for.
    func add(_ result: Result) {
        continuation.yield(.result(result))
    }

    /// Announces one `deliver` or `fail`.
    func expect() {
        expectation.withLock { $0.outstanding += 1 }
    }

    func deliver(_ result: Result) {
        continuation.yield(.result(result))
        settle { $0.outstanding -= 1 }
    }

    func fail(_ error: StoreError) {
        continuation.yield(.failed(error))
        settle { $0.outstanding -= 1 }
    }

    func inputEnded() {
        settle { $0.inputEnded = true }
    }

    private func settle(_ change: (inout Expectation) -> Void) {
        let isOver = expectation.withLock { expectation in
            change(&expectation)
            return expectation.inputEnded && expectation.outstanding == 0
        }
        if isOver { continuation.finish() }
    }
}

extension StoreError {
    /// Whether the next item would fare no better; else it is the trouble of one item.
    var endsStreams: Bool {
        switch code {
        case .outcomeUnknown, .storageFull, .storageFailed, .unavailable, .closed: true
        case .overloaded, .corrupted, .locked, .newerSchema, .incomplete, .unsafeSettings,
            .internalError:
            false
        }
    }

    /// Whether the same item may fare better if it is only sent again.
    var isTransient: Bool { endsStreams || code == .overloaded }
}
