// SPDX-License-Identifier: EUPL-1.2

internal import RecoursMessages
internal import RecoursStore
internal import RecoursTransport
internal import RecoursWire

/// Runs a stream of single commands: each item is its own command with its own result.
///
/// Three bounds: a window a stream, of items whose result the transport has not yet taken, and
/// permits, a partner's and the server's, of commands that are with the store. A client that does
/// not read its results, or a store that is busy, stops the reading of input, and that stops the
/// client by credit.
struct BulkStream: Sendable {
    /// An item that goes to the store, and what makes a result of what comes of it.
    struct Step<Result: Sendable>: BulkPiece {
        let order: CaseOrder
        let result: @Sendable (CaseOutcome) throws(RPCStatus) -> Result

        var queuedBytes: Int { order.queuedBytes }
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
        try await run(requests, responses, step: step, send: send)
    }

    /// The same with another way to the store: `send` is given a piece, its item's number and where
    /// its result goes, and calls `finish` once that has come.
    func run<Item: BulkItem, Result: BulkResult, Piece: BulkPiece>(
        _ requests: InboundMessages<Item>, _ responses: OutboundMessages<Result>,
        step: @escaping @Sendable (Item) throws(RPCStatus) -> Piece,
        send: @escaping @Sendable (Piece, UInt64, BulkResults<Result>, PartnerLoad) -> Void
    ) async throws(RPCStatus) {
        let load = try core.peer(call).load
        let window = Permits(core.live.current.bulkWindow)
        let results = BulkResults<Result>()
        let failure = await withTaskGroup(of: Optional<RPCStatus>.self) { group in
            group.addTask { await read(requests, into: results, window, load, step, send) }
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
    private func read<Item: BulkItem, Result: BulkResult, Piece: BulkPiece>(
        _ requests: InboundMessages<Item>, into results: BulkResults<Result>, _ window: Permits,
        _ load: PartnerLoad, _ step: @Sendable (Item) throws(RPCStatus) -> Piece,
        _ send: @Sendable (Piece, UInt64, BulkResults<Result>, PartnerLoad) -> Void
    ) async -> RPCStatus? {
        defer { results.inputEnded() }
        do throws(RPCStatus) {
            while let item = try await requests.next() {
                guard await window.take() else { return RPCStatus(.cancelled) }
                let ready: Piece
                do throws(RPCStatus) {
                    ready = try step(item)
                } catch {
                    results.add(refusal(of: item.clientSequence, error))
                    continue
                }
                await load.rates.admit(commands: 1, bytes: ready.queuedBytes)
                guard await takePermit(load) else { return RPCStatus(.cancelled) }
                results.expect()
                send(ready, item.clientSequence, results, load)
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

    /// Gives back what a piece took before it was sent.
    func finish(_ load: PartnerLoad, pieces: Int = 1) {
        core.bulkPermits.giveBack(pieces)
        load.bulkPermits.giveBack(pieces)
    }

    private func send<Result: BulkResult>(
        _ step: Step<Result>, of sequence: UInt64, into results: BulkResults<Result>,
        _ load: PartnerLoad
    ) {
        core.store.enqueue(step.order, isBulk: true, sink: call.executor) { outcome in
            finish(load)
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

    func refusal<Result: BulkResult>(of sequence: UInt64, _ status: RPCStatus) -> Result {
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

/// What an item comes to before it goes to the store.
protocol BulkPiece: Sendable {
    /// Bytes it is taken to occupy while it waits.
    var queuedBytes: Int { get }
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
extension ListingSnapshot: BulkItem {}

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

extension SnapshotResult: BulkResult {
    init(clientSequence: UInt64, refusal: Status) {
        self.init(clientSequence: clientSequence, outcome: .refusal(refusal))
    }
}
