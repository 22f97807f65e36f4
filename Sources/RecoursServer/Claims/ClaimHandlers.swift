// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCaseCoding
internal import RecoursCases
internal import RecoursMessages
internal import RecoursStore
internal import RecoursTransport
internal import RecoursWire

/// `ClaimService`: works, the claims held for them, and what becomes of each copy.
struct ClaimHandlers: ClaimServiceHandling {
    let core: ServiceCore

    // MARK: Works

    func registerWork(
        _ request: RegisterWorkRequest, _ call: CallContext
    ) async throws(RPCStatus) -> RegisterWorkResponse {
        let peer = try core.peer(call)
        let now = core.clock.reading()
        guard let message = request.work else { throw .invalid("work", .required) }
        var reader = MessageReader(from: .partner)
        let draft = reader.work(message).normalised()
        let wrong = draft.violations(today: now.dateInParis, startingWith: reader.violations)
        guard wrong.isEmpty else { throw RPCStatus(.invalid(wrong)) }
        let origin = try origin(call, try Fingerprint.of(draft))
        let work = RecoursCases.Work(
            identifier: WorkIdentifier(newIdentifier(now)), registrant: peer.reference,
            draft: draft, createdAt: now)
        guard case .work(let kept, let isNew) = try await change(.register(work, origin)) else {
            throw misanswered
        }
        return RegisterWorkResponse(work: .init(kept), alreadyThere: !isNew)
    }

    func getWork(
        _ request: GetWorkRequest, _ call: CallContext
    ) async throws(RPCStatus) -> GetWorkResponse {
        let peer = try core.peer(call)
        let scope = try core.scope(of: peer)
        let identifier = try identifier(request.workID, of: RecoursCases.Work.self, at: "work_id")
        let found = try await core.read { () async throws(StoreError) in
            try await core.store.work(scope, identifier)
        }
        guard let found else { throw RPCStatus(.notFound(.work)) }
        return GetWorkResponse(work: .init(found.view(for: try CaseViews(of: peer).viewer)))
    }

    func listWorks(
        _ request: ListWorksRequest, _ call: CallContext
    ) async throws(RPCStatus) -> ListWorksResponse {
        let peer = try core.peer(call)
        let scope = try core.scope(of: peer)
        let pages = core.pages(.workList, of: peer)
        let below = try pages.position(request.pageToken).map(UInt64.init(bigEndian:))
        let size = core.pageSize(request.pageSize)
        let page = try await core.read { () async throws(StoreError) in
            try await core.store.works(scope, below: below, limit: size)
        }
        return ListWorksResponse(
            works: page.items.map(RecoursMessages.Work.init),
            nextPageToken: try pages.token(page.next?.bigEndianBytes))
    }

    // MARK: Claims

    func openClaim(
        _ request: OpenClaimRequest, _ call: CallContext
    ) async throws(RPCStatus) -> OpenClaimResponse {
        let peer = try core.peer(call)
        guard let message = request.plan else { throw .invalid("plan", .required) }
        let plan = MessageReader(from: .partner).plan(message)
        let wrong = plan.violations()
        guard wrong.isEmpty, let work = WorkIdentifier(bytes: plan.work) else {
            throw RPCStatus(.invalid(wrong))
        }
        let origin = try origin(call, try Fingerprint.of(plan))
        let now = core.clock.reading()
        let claim = RecoursCases.StandingClaim(
            identifier: StandingClaimIdentifier(newIdentifier(now)), work: work,
            registrant: peer.reference, plan: plan, at: now)
        guard case .claim(let kept, let isNew) = try await change(.open(claim, origin)) else {
            throw misanswered
        }
        return OpenClaimResponse(claim: .init(kept), alreadyThere: !isNew)
    }

    func getClaim(
        _ request: GetClaimRequest, _ call: CallContext
    ) async throws(RPCStatus) -> GetClaimResponse {
        let peer = try core.peer(call)
        let found = try await claim(claimIdentifier(request.claimID), for: peer)
        return GetClaimResponse(claim: .init(found.claim), work: .init(found.work))
    }

    func listClaims(
        _ request: ListClaimsRequest, _ call: CallContext
    ) async throws(RPCStatus) -> ListClaimsResponse {
        let peer = try core.peer(call)
        let scope = try core.scope(of: peer)
        var reader = MessageReader(from: .partner)
        var filter = ClaimFilter()
        filter.state = reader.value(request.state.rawValue) { "state" }
        filter.isThrottledOnly = request.throttledOnly
        guard reader.violations.isEmpty else { throw RPCStatus(.invalid(reader.violations)) }
        if !request.workID.isEmpty {
            filter.work = try identifier(request.workID, at: "work_id")
        }
        let (wanted, size) = (filter, core.pageSize(request.pageSize))
        let pages = core.pages(
            .claimList, of: peer,
            filters: request.workID + [
                UInt8(filter.state?.rawValue ?? 0), request.throttledOnly ? 1 : 0,
            ])
        let below = try pages.position(request.pageToken).map(UInt64.init(bigEndian:))
        let page = try await core.read { () async throws(StoreError) in
            try await core.store.claims(scope, wanted, below: below, limit: size)
        }
        return ListClaimsResponse(
            claims: page.items.map(RecoursMessages.StandingClaim.init),
            nextPageToken: try pages.token(page.next?.bigEndianBytes))
    }

    func withdrawClaim(
        _ request: WithdrawClaimRequest, _ call: CallContext
    ) async throws(RPCStatus) -> WithdrawClaimResponse {
        let claim = try await change(
            request.claimID, .withdrawn(reason: request.reason), by: core.peer(call))
        return WithdrawClaimResponse(claim: claim)
    }

    func suspendClaim(
        _ request: SuspendClaimRequest, _ call: CallContext
    ) async throws(RPCStatus) -> SuspendClaimResponse {
        let claim = try await change(
            request.claimID, .suspended(reason: request.reason), by: core.peer(call))
        return SuspendClaimResponse(claim: claim)
    }

    func resumeClaim(
        _ request: ResumeClaimRequest, _ call: CallContext
    ) async throws(RPCStatus) -> ResumeClaimResponse {
        let claim = try await change(
            request.claimID, .resumed(reason: request.reason), by: core.peer(call))
        return ResumeClaimResponse(claim: claim)
    }

    private func change(
        _ bytes: [UInt8], _ change: ClaimChange, by peer: Peer
    ) async throws(RPCStatus) -> RecoursMessages.StandingClaim {
        let identifier = try claimIdentifier(bytes)
        let wrong = change.violations
        guard wrong.isEmpty else { throw RPCStatus(.invalid(wrong)) }
        let order = ClaimOrder.change(
            identifier, change, by: peer.reference, at: core.clock.reading())
        guard case .claim(let claim, _) = try await self.change(order) else { throw misanswered }
        return .init(claim)
    }
}

// MARK: Parts

extension ClaimHandlers {
    func change(_ order: ClaimOrder) async throws(RPCStatus) -> ClaimOutcome {
        guard case .claim(let outcome) = try await core.administer(.claim(order)) else {
            throw misanswered
        }
        if case .claim(let claim, _) = outcome { core.claims.changed(claim.identifier) }
        return outcome
    }

    var misanswered: RPCStatus {
        RPCStatus(.store(.internalError("An order about claims was misanswered")))
    }

    /// The call's key, which must be there, with what it is used for.
    func origin(_ call: CallContext, _ fingerprint: [UInt8]) throws(RPCStatus) -> CallOrigin {
        guard call.idempotencyKey.count == 16 else {
            throw .invalid(
                "idempotency_key", call.idempotencyKey.isEmpty ? .required : .identifierForm)
        }
        return CallOrigin(key: call.idempotencyKey, fingerprint: fingerprint)
    }

    func newIdentifier(_ now: Instant) -> CaseIdentifier {
        CaseIdentifier(at: now, randomHigh: core.random(), randomLow: core.random())
    }

    func identifier<Record>(
        _ bytes: [UInt8], of record: Record.Type = Record.self, at path: String
    ) throws(RPCStatus) -> RecordIdentifier<Record> {
        RecordIdentifier(try core.identifier(bytes, at: path))
    }

    func claimIdentifier(_ bytes: [UInt8]) throws(RPCStatus) -> StandingClaimIdentifier {
        try identifier(bytes, at: "claim_id")
    }

    /// A claim that the caller may read.
    func claim(
        _ identifier: StandingClaimIdentifier, for peer: Peer
    ) async throws(RPCStatus) -> (claim: RecoursCases.StandingClaim, work: RecoursCases.Work) {
        let scope = try core.scope(of: peer)
        let found = try await core.read { () async throws(StoreError) in
            try await core.store.claim(scope, identifier)
        }
        guard let found else { throw RPCStatus(.notFound(.claim)) }
        return found
    }
}
