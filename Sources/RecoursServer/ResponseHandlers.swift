// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCaseCoding
internal import RecoursCases
internal import RecoursMessages
internal import RecoursStore
internal import RecoursTransport
internal import RecoursWire

/// `ResponseService`: platforms' answers. The answer's own identifier is its idempotency key.
struct ResponseHandlers: ResponseServiceHandling {
    let core: ServiceCore

    func respond(
        _ request: RespondRequest, _ call: CallContext
    ) async throws(RPCStatus) -> RespondResponse {
        let peer = try core.peer(call)
        let order = try order(request, by: peer)
        let outcome = await core.execute(order, call)
        return RespondResponse(result: try RespondedCase(core.receipt(of: outcome)))
    }

    func respondMany(
        _ requests: InboundMessages<RespondManyItem>,
        _ responses: OutboundMessages<RespondManyResult>, _ call: CallContext
    ) async throws(RPCStatus) {
        let peer = try core.peer(call)
        let core = core
        try await BulkStream(core: core, call: call).run(requests, responses) {
            (item: RespondManyItem) throws(RPCStatus) in
            let sequence = item.clientSequence
            guard let request = item.request else { throw .invalid("request", .required) }
            return BulkStream.Step(order: try order(request, by: peer)) {
                outcome throws(RPCStatus) in
                let result = try RespondedCase(core.receipt(of: outcome))
                return RespondManyResult(clientSequence: sequence, outcome: .responded(result))
            }
        }
    }

    /// Checks what can be checked without the case; the store's thread checks the rest on it.
    private func order(_ request: RespondRequest, by peer: Peer) throws(RPCStatus) -> CaseOrder {
        let identifier = try core.identifier(request.caseID, at: "case_id")
        guard let message = request.response else { throw .invalid("response", .required) }
        let now = core.clock.reading()
        var reader = MessageReader(from: .partner)
        let response = reader.response(message)
        let wrong = response.violations(
            today: now.dateInParis, answering: nil, startingWith: reader.violations)
        guard wrong.isEmpty else { throw RPCStatus(.invalid(wrong)) }
        let command = CaseCommand.respond(
            response, expectedVersion: request.expectedVersion.expectation)
        let key = IdempotencyKey(
            key: response.identifier, fingerprint: try Fingerprint.of(command, on: identifier))
        return .change(
            CaseChange(
                identifier: identifier, actor: .partner(peer.reference), key: key,
                command: command, at: now, queuedBytes: 1_024 + response.text.utf8.count))
    }
}

extension RespondedCase {
    fileprivate init(_ done: (receipt: CaseReceipt, replayed: Bool)) {
        self.init(
            state: .init(done.receipt.state), version: done.receipt.version,
            alreadyAnswered: done.replayed)
    }
}
