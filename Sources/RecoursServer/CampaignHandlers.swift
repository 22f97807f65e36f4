// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCaseCoding
internal import RecoursCases
internal import RecoursMessages
internal import RecoursStore
internal import RecoursTransport
internal import RecoursWire

/// `CampaignService`: opening campaigns, and seeing what comes of them.
struct CampaignHandlers: CampaignServiceHandling {
    private let core: ServiceCore
    private let codec = CaseSnapshotCodec()

    init(core: ServiceCore) {
        self.core = core
    }

    // MARK: Opening and changing

    func createCampaign(
        _ request: CreateCampaignRequest, _ call: CallContext
    ) async throws(RPCStatus) -> CreateCampaignResponse {
        let plan = try plan(request.plan)
        let now = core.clock.reading()
        let made = CaseIdentifier(
            at: now, randomHigh: core.random(), randomLow: core.random())
        let identifier = CampaignIdentifier(high: made.high, low: made.low)
        let (record, isNew) = try await change(.open(identifier, plan, at: now))
        let campaign = try await campaign(record.identifier, for: core.peer(call))
        return CreateCampaignResponse(campaign: campaign, alreadyThere: !isNew)
    }

    func updateCampaign(
        _ request: UpdateCampaignRequest, _ call: CallContext
    ) async throws(RPCStatus) -> UpdateCampaignResponse {
        let identifier = try identifier(request.campaignID, at: "campaign_id")
        let plan = try plan(request.plan)
        _ = try await change(.change(identifier, plan, at: core.clock.reading()))
        return UpdateCampaignResponse(
            campaign: try await campaign(identifier, for: core.peer(call)))
    }

    private func plan(
        _ message: RecoursMessages.CampaignPlan?
    ) throws(RPCStatus) -> RecoursCases.CampaignPlan {
        guard let message else { throw .invalid("plan", .required) }
        var reader = MessageReader(from: .partner)
        let plan = reader.plan(message)
        let wrong = plan.violations(startingWith: reader.violations)
        guard wrong.isEmpty else { throw RPCStatus(.invalid(wrong)) }
        return plan
    }

    private func change(
        _ order: CampaignOrder
    ) async throws(RPCStatus) -> (record: CampaignRecord, isNew: Bool) {
        guard case .campaign(let record, let isNew) = try await core.administer(.campaign(order))
        else { throw RPCStatus(.store(.internalError("A campaign's order was misanswered"))) }
        return (record, isNew)
    }

    // MARK: Reading

    func getCampaign(
        _ request: GetCampaignRequest, _ call: CallContext
    ) async throws(RPCStatus) -> GetCampaignResponse {
        let reference: CampaignReference
        switch request.reference {
        case .id(let bytes): reference = .identifier(try identifier(bytes, at: "id"))
        case .name(let name):
            guard !name.isEmpty else { throw .invalid("name", .required) }
            reference = .name(name)
        case nil: throw .invalid("reference", .required)
        }
        return GetCampaignResponse(
            campaign: try await campaign(reference, for: core.peer(call)))
    }

    func listCampaigns(
        _ request: ListCampaignsRequest, _ call: CallContext
    ) async throws(RPCStatus) -> ListCampaignsResponse {
        let peer = try core.peer(call)
        let pages = core.pages(.campaignList, of: peer)
        let below = try pages.position(request.pageToken).map {
            CampaignNumber(UInt32(truncatingIfNeeded: UInt64(bigEndian: $0)))
        }
        let size = core.pageSize(request.pageSize)
        let found = try await core.read { () async throws(StoreError) in
            try await core.store.campaigns(below: below, limit: size)
        }
        let last = found.count == size ? found.last : nil
        return ListCampaignsResponse(
            campaigns: found.map { CampaignView($0).summary },
            nextPageToken: try pages.token(
                last.map { UInt64($0.campaign.number.value).bigEndianBytes }))
    }

    func listAtRisk(
        _ request: ListAtRiskRequest, _ call: CallContext
    ) async throws(RPCStatus) -> ListAtRiskResponse {
        let peer = try core.peer(call)
        let scope = try core.scope(of: peer)
        let identifier = try identifier(request.campaignID, at: "campaign_id")
        let pages = core.pages(
            .campaignCases, of: peer, filters: identifier.bytes + [request.allOpen ? 1 : 0])
        let before = try pages.positionAndPlace(request.pageToken)
        let after = before?.position.numbers.map { due, row in
            CampaignCasePosition(dueAtMilliseconds: Int64(bitPattern: due), caseRow: row)
        }
        let size = core.pageSize(request.pageSize)
        let page = try await core.read { () async throws(StoreError) in
            try await core.store.openCases(
                scope, of: identifier, after: after, limit: size, since: before?.place)
        }
        guard let page else { throw RPCStatus(.notFound(.campaign)) }
        let next = page.next.map { [UInt8](UInt64(bitPattern: $0.dueAtMilliseconds), $0.caseRow) }
        let cases = try judge(page, all: request.allOpen, for: CaseViews(of: peer).viewer)
        return ListAtRiskResponse(
            cases: cases, nextPageToken: try pages.token(next, place: page.place),
            damaged: UInt32(page.damage.count))
    }

    private func judge(
        _ page: CampaignCasePage, all: Bool, for viewer: Viewer
    ) throws(RPCStatus) -> [CampaignCase] {
        let now = core.clock.reading()
        let resolveBy = page.campaign.plan.resolveBy
        let daysLeft = resolveBy.map { now.dateInParis.days(until: $0) }
        var judged: [CampaignCase] = []
        for stored in page.cases {
            guard let caseFile = try? codec.decode(stored.snapshot) else {
                throw RPCStatus(.store(.corrupted("A case's snapshot")))
            }
            // That it belongs to the campaign may say more than a pseudonym gives away.
            guard caseFile.view(for: viewer)?.terms?.campaign.isEmpty == false else { continue }
            let risk = RecoursCases.CampaignRisk(of: caseFile, resolveBy: resolveBy, at: now)
            guard all || risk != .onTime else { continue }
            judged.append(CampaignCase(caseFile, risk: risk, daysLeft: daysLeft))
        }
        return judged
    }

    // MARK: Parts

    private func identifier(
        _ bytes: [UInt8], at path: String
    ) throws(RPCStatus) -> CampaignIdentifier {
        guard let identifier = CampaignIdentifier(bytes: bytes) else {
            throw .invalid(path, bytes.isEmpty ? .required : .identifierForm)
        }
        return identifier
    }

    private func campaign(
        _ identifier: CampaignIdentifier, for peer: Peer
    ) async throws(RPCStatus) -> RecoursMessages.Campaign {
        try await campaign(.identifier(identifier), for: peer)
    }

    private func campaign(
        _ reference: CampaignReference, for peer: Peer
    ) async throws(RPCStatus) -> RecoursMessages.Campaign {
        let found = try await core.read { () async throws(StoreError) in
            try await core.store.campaign(reference)
        }
        guard let found else { throw RPCStatus(.notFound(.campaign)) }
        return CampaignView(found).full(for: peer.reference)
    }
}
