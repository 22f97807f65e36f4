// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCaseCoding
internal import RecoursCases
internal import RecoursMessages
internal import RecoursStore
internal import RecoursTransport
internal import RecoursWire

/// `CommitmentService`: what platforms promise, and whether they keep it.
struct CommitmentHandlers: CommitmentServiceHandling {
    private let core: ServiceCore

    init(core: ServiceCore) {
        self.core = core
    }

    func makeCommitment(
        _ request: MakeCommitmentRequest, _ call: CallContext
    ) async throws(RPCStatus) -> MakeCommitmentResponse {
        let peer = try core.peer(call)
        let now = core.clock.reading()
        var reader = MessageReader(from: .partner)
        let dueOn = reader.date(request.dueOn) { "due_on" }
        var scope: RecoursCases.CommitmentScope?
        var wrong: [Violation] = []
        switch request.scope {
        case .campaignID(let bytes):
            scope = CampaignIdentifier(bytes: bytes).map { .campaign($0) }
            if scope == nil { wrong.append(Violation("campaign_id", .identifierForm)) }
        case .category(let category):
            let known: RecoursCases.CaseCategory? = reader.value(category.rawValue) { "category" }
            scope = known.map { .category($0) }
            if category == .unspecified { wrong.append(Violation("category", .required)) }
        case nil: wrong.append(Violation("scope", .required))
        }
        wrong += CommitmentRules.violations(
            text: request.text, dueOn: dueOn, today: now.dateInParis,
            startingWith: reader.violations)
        guard let scope, let dueOn, wrong.isEmpty else { throw RPCStatus(.invalid(wrong)) }
        guard call.idempotencyKey.count == 16 else {
            throw .invalid(
                "idempotency_key", call.idempotencyKey.isEmpty ? .required : .identifierForm)
        }
        let origin = CallOrigin(
            key: call.idempotencyKey,
            fingerprint: try Fingerprint.of(request.text, scope, dueOn: dueOn))
        let identifier = CaseIdentifier(
            at: now, randomHigh: core.random(), randomLow: core.random())
        let commitment = RecoursCases.Commitment(
            identifier: identifier.bytes, platformSlug: peer.reference.slug, text: request.text,
            scope: scope, dueOn: dueOn, by: .partner(peer.reference), at: now)
        return MakeCommitmentResponse(commitment: try await change(.make(commitment, origin)))
    }

    func listCommitments(
        _ request: ListCommitmentsRequest, _ call: CallContext
    ) async throws(RPCStatus) -> ListCommitmentsResponse {
        let peer = try core.peer(call)
        let scope = try core.scope(of: peer)
        var reader = MessageReader(from: .partner)
        let state: RecoursCases.CommitmentState? = reader.value(request.state.rawValue) { "state" }
        guard reader.violations.isEmpty else { throw RPCStatus(.invalid(reader.violations)) }
        let platform = request.platformID.isEmpty ? nil : request.platformID
        let filters = [UInt8(state?.rawValue ?? 0)] + Array((platform ?? "").utf8)
        let pages = core.pages(.commitmentList, of: peer, filters: filters)
        let below = try pages.position(request.pageToken).map(UInt64.init(bigEndian:))
        let size = core.pageSize(request.pageSize)
        let page = try await core.read { () async throws(StoreError) in
            try await core.store.commitments(
                scope, platform: platform, state: state, below: below, limit: size)
        }
        return ListCommitmentsResponse(
            commitments: page.commitments.map(RecoursMessages.Commitment.init),
            nextPageToken: try pages.token(page.next?.bigEndianBytes))
    }

    func settleCommitment(
        _ request: SettleCommitmentRequest, _ call: CallContext
    ) async throws(RPCStatus) -> SettleCommitmentResponse {
        let peer = try core.peer(call)
        guard request.commitmentID.count == 16 else {
            throw .invalid(
                "commitment_id", request.commitmentID.isEmpty ? .required : .identifierForm)
        }
        let number = request.state.rawValue
        guard let state = RecoursCases.CommitmentState(rawValue: number) else {
            throw .invalid("state", number == 0 ? .required : .unknownValue)
        }
        let commitment = try await change(
            .settle(
                identifier: request.commitmentID, state, by: .partner(peer.reference),
                at: core.clock.reading(), reason: request.reason))
        return SettleCommitmentResponse(commitment: commitment)
    }

    private func change(
        _ order: CommitmentOrder
    ) async throws(RPCStatus) -> RecoursMessages.Commitment {
        guard case .commitment(let record, _) = try await core.administer(.commitment(order))
        else { throw RPCStatus(.store(.internalError("A commitment's order was misanswered"))) }
        return RecoursMessages.Commitment(record.commitment)
    }
}
