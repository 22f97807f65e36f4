// SPDX-License-Identifier: EUPL-1.2

internal import RecoursMessages
internal import RecoursStore
internal import RecoursTransport
internal import RecoursWire
internal import Synchronization

/// Runs a stream of single commands: each item is its own command with its own result.
///
/// Two bounds: a window a stream, of items whose result the transport has not yet taken, and
/// permits a server, of commands that are with the store. A client that does not read its results,
/// or a store that is busy, stops the reading of input, and that stops the client by credit.
struct BulkStream: Sendable {
    /// What an item comes to before the store is asked.
    enum Step<Result: Sendable>: Sendable {
        /// The rules refuse it: this is its result.
        case answer(Result)
        /// It goes to the store; the closure makes a result of what comes of it.
        case order(CaseOrder, @Sendable (CaseOutcome) -> Result)
    }

    let core: ServiceCore
    let call: CallContext

    /// Reads items until their end, and returns when every result has been written. A failure of
    /// the store ends the stream with its status: the items without a result are to be sent again,
    /// with the same keys.
    func run<Item: RecoursMessage, Result: RecoursMessage>(
        _ requests: InboundMessages<Item>, _ responses: OutboundMessages<Result>,
        step: @escaping @Sendable (Item) -> Step<Result>
    ) async throws(RPCStatus) {
        let window = Permits(core.limits.bulkWindow)
        let results = BulkResults<Result>()
        let failure = await withTaskGroup(of: Optional<RPCStatus>.self) { group in
            group.addTask { await read(requests, into: results, window, step) }
            do throws(RPCStatus) {
                try await write(results, to: responses, window)
            } catch {
                group.cancelAll()
                return Optional(error)
            }
            return await group.next() ?? nil
        }
        if let failure { throw failure }
    }

    /// - Returns: what was wrong with the input, if anything; results of earlier items still go
    /// out.
    private func read<Item: RecoursMessage, Result: RecoursMessage>(
        _ requests: InboundMessages<Item>, into results: BulkResults<Result>, _ window: Permits,
        _ step: @Sendable (Item) -> Step<Result>
    ) async -> RPCStatus? {
        defer { results.inputEnded() }
        do throws(RPCStatus) {
            while let item = try await requests.next() {
                guard await window.take() else { return RPCStatus(.cancelled) }
                switch step(item) {
                case .answer(let result): results.add(result)
                case .order(let order, let answer):
                    guard await core.bulkPermits.take() else { return RPCStatus(.cancelled) }
                    send(order, into: results, answer)
                }
            }
            return nil
        } catch {
            return error
        }
    }

    private func send<Result: RecoursMessage>(
        _ order: CaseOrder, into results: BulkResults<Result>,
        _ answer: @escaping @Sendable (CaseOutcome) -> Result
    ) {
        results.expect()
        core.store.enqueue(order, sink: call.executor) { [core] outcome in
            core.bulkPermits.giveBack()
            if case .failed(let error) = outcome, error.endsStreams {
                core.note(outcome)
                results.fail(error)
            } else {
                results.deliver(answer(outcome))
            }
        }
    }

    private func write<Result: RecoursMessage>(
        _ results: BulkResults<Result>, to responses: OutboundMessages<Result>, _ window: Permits
    ) async throws(RPCStatus) {
        for await finished in results.stream {
            switch finished {
            case .result(let result): try await responses.send(result)
            case .failed(let error): throw RPCStatus(.store(error))
            }
            window.giveBack()
        }
    }
}

/// What travels from the store's completions to a stream's writer. It holds a window's worth at
/// most, for only that many items are ever under way.
private final class BulkResults<Result: Sendable>: Sendable {
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
    fileprivate var endsStreams: Bool {
        switch code {
        case .outcomeUnknown, .storageFull, .storageFailed, .closed: true
        case .overloaded, .corrupted, .locked, .newerSchema, .unsafeSettings, .internalError: false
        }
    }
}
