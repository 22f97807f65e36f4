// SPDX-License-Identifier: EUPL-1.2

internal import RecoursMessages
internal import RecoursTransport
internal import RecoursWire

/// One bulk call from its first item to its last result, over as many streams as it takes.
///
/// Three parts wait for each other in the ledger: the feeder admits input while the window has
/// room, the sender writes what is unsent, the receiver settles what is answered. When a stream
/// breaks, whatever is unanswered is sent again over the next; its keys make that harmless.
struct BulkRun<Kind: BulkKind>: Sendable {
    /// Who is asked to wait longer, for a day's quota say, is told so instead.
    private static var longestWait: Duration { .seconds(60) }

    let kind: Kind
    let ledger: BulkLedger<Kind.Input, Kind.Receipt>
    let client: RecoursClient

    private var configuration: RecoursConfiguration { client.configuration }

    /// Runs to the end and tells the ledger how it ended.
    func run<Inputs: AsyncSequence & Sendable>(_ inputs: Inputs) async
    where Inputs.Element == Kind.Input {
        await withTaskGroup(of: Void.self) { group in
            group.addTask { await feed(inputs) }
            group.addTask { ledger.end(await streamUntilComplete()) }
            await group.waitForAll()
        }
    }

    private func feed<Inputs: AsyncSequence>(_ inputs: Inputs) async
    where Inputs.Element == Kind.Input {
        do {
            for try await input in inputs {
                guard await ledger.admit(kind.prepared(input)) else { return }
            }
            ledger.endInput()
        } catch {
            ledger.end(
                .failure(
                    RecoursError(
                        code: .cancelled, message: "the items could not be read: \(error)",
                        remedy: "Mend their source; every result that came is final.")))
        }
    }

    // MARK: Streams

    private enum StreamEnd {
        case complete
        case broken(CallFailure)
        /// No connection could be had, although the keeper waited.
        case unreachable(RecoursError)
    }

    private func streamUntilComplete() async -> Result<Void, RecoursError> {
        let fresh = Retries(
            policy: configuration.retry, budget: client.caller.budget, method: kind.method)
        var retries = fresh
        /// Since when nothing has come of it.
        var trouble: ContinuousClock.Instant?
        while !Task.isCancelled, !ledger.hasEnded {
            ledger.restart()
            let answered = ledger.answeredCount
            let begun = ContinuousClock.now
            let end = await stream()
            if ledger.answeredCount > answered {
                retries = fresh
                trouble = nil
            }
            let error: RecoursError
            switch end {
            case .complete: return .success(())
            case .unreachable(let found):
                trouble = trouble ?? begun
                guard found.code == .unavailable else { return .failure(found) }
                error = found
            case .broken(let failure):
                trouble = trouble ?? .now
                let step = retries.next(after: failure)
                guard let wait = step.wait else { return .failure(step.error) }
                error = step.error
                try? await Task.sleep(for: wait)
            }
            guard let trouble, ContinuousClock.now - trouble < configuration.bulkPatience else {
                return .failure(error)
            }
        }
        return .failure(.cancelled(attempts: retries.attempts))
    }

    /// One stream, until all is answered or it breaks.
    private func stream() async -> StreamEnd {
        let connection: ClientConnection
        do throws(RecoursError) {
            connection = try await client.keeper.connection(
                until: .now + configuration.bulkPatience, attempts: 0)
        } catch { return .unreachable(error) }
        guard let failure = await stream(over: connection) else { return .complete }
        client.keeper.note(failure, from: connection)
        return .broken(failure)
    }

    /// Nil if all is answered.
    private func stream(over connection: ClientConnection) async -> CallFailure? {
        let call: StreamingCall<Kind.Item, Kind.Reply>
        do throws(CallFailure) {
            call = try await kind.open(connection, CallOptions())
        } catch { return error }
        defer { call.cancel() }
        return await withTaskGroup(of: Void.self) { group in
            group.addTask { await send(over: call) }
            let failure = await receive(from: call)
            group.cancelAll()
            return failure ?? (ledger.isComplete ? nil : .endedEarly)
        }
    }

    /// A failure to send shows at the receiving end, which decides.
    private func send(over call: StreamingCall<Kind.Item, Kind.Reply>) async {
        while let next = await ledger.nextToSend() {
            do throws(CallFailure) {
                try await call.send(kind.item(next.input, sequence: next.sequence))
            } catch { return }
        }
        if ledger.isComplete { call.finishSending() }
    }

    /// Settles what is answered; nil if the server ended the stream in good order.
    private func receive(from call: StreamingCall<Kind.Item, Kind.Reply>) async -> CallFailure? {
        do throws(CallFailure) {
            for try await reply in call.responses {
                if let failure = awayFailure(in: reply) { return failure }
                settle(reply)
            }
            return nil
        } catch { return error }
    }

    /// What a server that cannot serve answers is no item's result: all that is unanswered goes to
    /// another, or waits.
    private func awayFailure(in reply: Kind.Reply) -> CallFailure? {
        guard configuration.retry.maxAttempts > 1,
            case .refusal(let status) = kind.outcome(of: reply),
            RecoursError(status, attempts: 0).saysServerIsAway
        else { return nil }
        return CallFailure(RPCStatus(status), origin: .server)
    }

    private func settle(_ reply: Kind.Reply) {
        let sequence = kind.sequence(of: reply)
        switch kind.outcome(of: reply) {
        case .receipt(let receipt): ledger.settle(sequence, .success(receipt))
        case .refusal(let status):
            let attempts = ledger.countAttempt(sequence)
            let error = RecoursError(status, attempts: attempts)
            let wait = error.retryAfter ?? configuration.retry.initialBackoff
            if error.isRetryable, wait <= Self.longestWait,
                attempts < configuration.retry.maxAttempts
            {
                sendAgain(sequence, after: wait)
            } else {
                ledger.settle(sequence, .failure(error))
            }
        case nil: ledger.settle(sequence, .failure(.incomplete("a result's outcome")))
        }
    }

    /// The wait is bounded and touches the ledger only, so it need not be part of the run's tasks.
    private func sendAgain(_ sequence: UInt64, after wait: Duration) {
        Task { [ledger] in
            try? await Task.sleep(for: wait)
            ledger.sendAgain(sequence)
        }
    }
}
