// SPDX-License-Identifier: EUPL-1.2

internal import RecoursMessages
internal import RecoursStore
internal import RecoursTransport
internal import RecoursWire
internal import Synchronization

/// Runs a stream of single commands: each item is its own command with its own result.
///
/// Three bounds: a window a stream, of items whose result the transport has not yet taken, and
/// permits, a partner's and the server's, of commands that are with the store. A client that does
/// not read its results, or a store that is busy, stops the reading of input, and that stops the
/// client by credit.
struct BulkStream: Sendable {
    /// An item that goes to the store, and what makes a result of what comes of it.
    struct Step<Result: Sendable>: Sendable {
        let order: CaseOrder
        let result: @Sendable (CaseOutcome) throws(RPCStatus) -> Result
    }

    let core: ServiceCore
    let call: CallContext

    /// Reads items until their end, and returns when every result has been written; what `step`
    /// throws of an item is that item's refusal. A failure of the store ends the stream with its
    /// status: the items without a result are to be sent again, with the same keys.
    func run<Item: BulkItem, Result: BulkResult>(
        _ requests: InboundMessages<Item>, _ responses: OutboundMessages<Result>,
        step: @escaping @Sendable (Item) throws(RPCStatus) -> Step<Result>
    ) async throws(RPCStatus) {
        let load = try core.peer(call).load
        let window = Permits(core.live.current.bulkWindow)
        let results = BulkResults<Result>()
        let failure = await withTaskGroup(of: Optional<RPCStatus>.self) { group in
            group.addTask { await read(requests, into: results, window, load, step) }
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
    private func read<Item: BulkItem, Result: BulkResult>(
        _ requests: InboundMessages<Item>, into results: BulkResults<Result>, _ window: Permits,
        _ load: PartnerLoad, _ step: @Sendable (Item) throws(RPCStatus) -> Step<Result>
    ) async -> RPCStatus? {
        defer { results.inputEnded() }
        do throws(RPCStatus) {
            while let item = try await requests.next() {
                guard await window.take() else { return RPCStatus(.cancelled) }
                let ready: Step<Result>
                do throws(RPCStatus) {
                    ready = try step(item)
                } catch {
                    results.add(refusal(of: item.clientSequence, error))
                    continue
                }
                await load.rates.admit(commands: 1, bytes: ready.order.queuedBytes)
                guard await takePermit(load) else { return RPCStatus(.cancelled) }
                send(ready, of: item.clientSequence, into: results, load)
            }
            return nil
        } catch {
            return error
        }
    }

    /// The partner's first: who has none left waits for his own, and stands in nobody's way.
    private func takePermit(_ load: PartnerLoad) async -> Bool {
        guard await load.bulkPermits.take() else { return false }
        if await core.bulkPermits.take() { return true }
        load.bulkPermits.giveBack()
        return false
    }

    private func send<Result: BulkResult>(
        _ step: Step<Result>, of sequence: UInt64, into results: BulkResults<Result>,
        _ load: PartnerLoad
    ) {
        results.expect()
        core.store.enqueue(step.order, isBulk: true, sink: call.executor) { outcome in
            core.bulkPermits.giveBack()
            load.bulkPermits.giveBack()
            if case .failed(let error) = outcome, error.endsStreams {
                core.note(outcome)
                results.fail(error)
                return
            }
            do throws(RPCStatus) {
                results.deliver(try step.result(outcome))
            } catch {
                results.deliver(refusal(of: sequence, error))
            }
        }
    }

    private func refusal<Result: BulkResult>(of sequence: UInt64, _ status: RPCStatus) -> Result {
        Result(clientSequence: sequence, refusal: Status(status, requestID: call.requestID))
    }

    private func write<Result: BulkResult>(
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

/// An item of a stream of commands.
protocol BulkItem: RecoursMessage {
    /// The client's number of the item, which its result repeats.
    var clientSequence: UInt64 { get }
}

/// What one item came to.
protocol BulkResult: RecoursMessage {
    init(clientSequence: UInt64, refusal: Status)
}

extension SubmitCasesItem: BulkItem {}
extension RespondManyItem: BulkItem {}
extension ActManyItem: BulkItem {}

extension SubmitCasesResult: BulkResult {
    init(clientSequence: UInt64, refusal: Status) {
        self.init(clientSequence: clientSequence, outcome: .refusal(refusal))
    }
}

extension RespondManyResult: BulkResult {
    init(clientSequence: UInt64, refusal: Status) {
        self.init(clientSequence: clientSequence, outcome: .refusal(refusal))
    }
}

extension ActManyResult: BulkResult {
    init(clientSequence: UInt64, refusal: Status) {
        self.init(clientSequence: clientSequence, outcome: .refusal(refusal))
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
        case .outcomeUnknown, .storageFull, .storageFailed, .unavailable, .closed: true
        case .overloaded, .corrupted, .locked, .newerSchema, .incomplete, .unsafeSettings,
            .internalError:
            false
        }
    }
}
