// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCaseCoding
internal import RecoursCases
internal import RecoursMessages
internal import RecoursStore
internal import RecoursTransport
internal import RecoursWire

/// `ActionService`: what parties and mediators do to a case.
struct ActionHandlers: ActionServiceHandling {
    private let core: ServiceCore
    private let desk: SubmissionDesk

    init(core: ServiceCore) {
        self.core = core
        desk = SubmissionDesk(core: core)
    }

    func act(_ request: ActRequest, _ call: CallContext) async throws(RPCStatus) -> ActResponse {
        let peer = try core.peer(call)
        let target = try await mergeTarget(of: request, by: peer)
        let order = try order(request, target, key: call.idempotencyKey, by: peer)
        let receipt = try core.receipt(of: await core.execute(order, call))
        if case .erase = request.action?.kind { await core.housekeeper.collect() }
        return ActResponse(receipt)
    }

    func actMany(
        _ requests: InboundMessages<ActManyItem>,
        _ responses: OutboundMessages<ActManyResult>, _ call: CallContext
    ) async throws(RPCStatus) {
        let peer = try core.peer(call)
        let core = core
        try await BulkStream(core: core, call: call).run(requests, responses) {
            (item: ActManyItem) throws(RPCStatus) in
            let sequence = item.clientSequence
            guard let request = item.request else { throw .invalid("request", .required) }
            guard !item.idempotencyKey.isEmpty else {
                throw .invalid("idempotency_key", .required)
            }
            if case .merge = request.action?.kind {
                // It needs a look-up, for which a stream of items does not wait.
                throw .invalid("action.merge", .notForThisType)
            }
            let order = try order(request, nil, key: item.idempotencyKey, by: peer)
            return BulkStream.Step(order: order) { outcome throws(RPCStatus) in
                let done = ActResponse(try core.receipt(of: outcome))
                return ActManyResult(clientSequence: sequence, outcome: .done(done))
            }
        }
    }

    func saveDraft(
        _ request: SaveDraftRequest, _ call: CallContext
    ) async throws(RPCStatus) -> SaveDraftResponse {
        let peer = try core.peer(call)
        let order = try desk.order(
            saving: request.draft, key: call.idempotencyKey, by: peer, at: core.clock.reading())
        let receipt = try core.receipt(of: await core.execute(order, call)).receipt
        return SaveDraftResponse(
            caseID: receipt.identifier.bytes, publicNumber: receipt.publicNumber.description,
            version: receipt.version)
    }

    private func order(
        _ request: ActRequest, _ target: RecoursCases.MergeTarget?, key: [UInt8], by peer: Peer
    ) throws(RPCStatus) -> CaseOrder {
        let identifier = try core.identifier(request.caseID, at: "case_id")
        var reader = MessageReader(from: .partner)
        let action = request.action.flatMap { reader.action($0, mergeTarget: target) }
        guard reader.violations.isEmpty else { throw RPCStatus(.invalid(reader.violations)) }
        guard let action else { throw .invalid("action", .required) }
        // Asked before anything of the case is: a kind that never may learns nothing of it.
        guard action.actors.contains(peer.reference.kind) else {
            throw RPCStatus(.methodNotAllowed)
        }
        let command = CaseCommand.act(
            action, expectedVersion: request.expectedVersion.expectation)
        return .change(
            CaseChange(
                identifier: identifier, actor: .partner(peer.reference),
                key: try core.key(key, for: command, on: identifier), command: command,
                at: core.clock.reading(), queuedBytes: action.queuedBytes))
    }

    /// The case into which another is to be merged, as a mediator sees it. It must stand for
    /// itself: a case merged into a third would lead nowhere.
    private func mergeTarget(
        of request: ActRequest, by peer: Peer
    ) async throws(RPCStatus) -> RecoursCases.MergeTarget? {
        guard case .merge(let target) = request.action?.kind else { return nil }
        guard peer.reference.kind == .mediator else { throw RPCStatus(.methodNotAllowed) }
        let reference: CaseReference
        if target.caseID.isEmpty {
            guard let number = PublicNumber(text: target.publicNumber) else {
                throw .invalid("public_number", .publicNumberForm)
            }
            reference = .publicNumber(number)
        } else {
            reference = .identifier(try core.identifier(target.caseID, at: "case_id"))
        }
        let found = try await core.read { () async throws(StoreError) in
            try await core.store.caseFile(.mediator, reference)
        }
        guard let found, found.state != .duplicate, found.state != .erased else {
            throw RPCStatus(.notFound(.caseFile))
        }
        return RecoursCases.MergeTarget(
            identifier: found.identifier, publicNumber: found.publicNumber,
            reason: target.reason)
    }
}

extension ActResponse {
    fileprivate init(_ done: (receipt: CaseReceipt, replayed: Bool)) {
        self.init(
            state: .init(done.receipt.state), version: done.receipt.version,
            alreadyDone: done.replayed)
    }
}

extension CaseAction {
    /// About what it occupies while it waits for the store.
    fileprivate var queuedBytes: Int {
        switch self {
        case .changeDraft(let draft):
            2_048 + draft.facts.utf8.count + 512 * draft.listings.count
        case .proposeAgreement(let text): 1_024 + text.utf8.count
        default: 1_024 + (writing?.text.utf8.count ?? 2_048)
        }
    }
}
