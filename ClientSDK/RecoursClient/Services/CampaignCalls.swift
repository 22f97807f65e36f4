// SPDX-License-Identifier: EUPL-1.2

public import RecoursMessages
internal import RecoursTransport

/// Campaigns: cases gathered within a time, to be solved by a day. Get it from
/// `RecoursClient.campaigns`.
public struct CampaignCalls: Sendable {
    let client: RecoursClient

    /// Opens a campaign; for mediators and operators. The same plan again is the same campaign, so
    /// it may be repeated.
    ///
    /// - Throws: `invalidArgument` with all `violations`; `alreadyExists` if another campaign has
    ///   the name.
    public func create(
        _ plan: CampaignPlan, deadline: Duration? = nil
    ) async throws(RecoursError) -> Campaign {
        let request = CreateCampaignRequest(plan: plan)
        return try await client.caller.call(
            CampaignServiceMethods.createCampaign, key: IdempotencyKey(), deadline: deadline
        ) { maker, options async throws(CallFailure) in
            try await CampaignServiceStub(caller: maker).createCampaign(request, options)
        }.campaign.present("CreateCampaignResponse.campaign")
    }

    /// Gives a campaign another plan; once a case is in it, only its end may move.
    public func update(
        id: [UInt8], _ plan: CampaignPlan, deadline: Duration? = nil
    ) async throws(RecoursError) -> Campaign {
        let request = UpdateCampaignRequest(campaignID: id, plan: plan)
        return try await client.caller.call(
            CampaignServiceMethods.updateCampaign, key: IdempotencyKey(), deadline: deadline
        ) { maker, options async throws(CallFailure) in
            try await CampaignServiceStub(caller: maker).updateCampaign(request, options)
        }.campaign.present("UpdateCampaignResponse.campaign")
    }

    /// The campaign of this identifier (16 bytes), with its counts as they are now.
    public func get(
        id: [UInt8], deadline: Duration? = nil
    ) async throws(RecoursError) -> Campaign {
        try await get(GetCampaignRequest(reference: .id(id)), deadline)
    }

    /// The campaign of this name.
    public func get(
        name: String, deadline: Duration? = nil
    ) async throws(RecoursError) -> Campaign {
        try await get(GetCampaignRequest(reference: .name(name)), deadline)
    }

    /// One page of campaigns, the newest first.
    public func list(
        _ request: ListCampaignsRequest = ListCampaignsRequest(), deadline: Duration? = nil
    ) async throws(RecoursError) -> ListCampaignsResponse {
        try await client.caller.call(CampaignServiceMethods.listCampaigns, deadline: deadline) {
            maker, options async throws(CallFailure) in
            try await CampaignServiceStub(caller: maker).listCampaigns(request, options)
        }
    }

    /// One page of a campaign's open cases that may not be solved in time: a mediator's all,
    /// anybody else's own. A page may be short, or empty, and have a next.
    public func atRisk(
        _ request: ListAtRiskRequest, deadline: Duration? = nil
    ) async throws(RecoursError) -> ListAtRiskResponse {
        try await client.caller.call(CampaignServiceMethods.listAtRisk, deadline: deadline) {
            maker, options async throws(CallFailure) in
            try await CampaignServiceStub(caller: maker).listAtRisk(request, options)
        }
    }

    private func get(
        _ request: GetCampaignRequest, _ deadline: Duration?
    ) async throws(RecoursError) -> Campaign {
        try await client.caller.call(CampaignServiceMethods.getCampaign, deadline: deadline) {
            maker, options async throws(CallFailure) in
            try await CampaignServiceStub(caller: maker).getCampaign(request, options)
        }.campaign.present("GetCampaignResponse.campaign")
    }
}

extension Optional where Wrapped: Sendable {
    /// What an answer must hold; throws if it doesn't.
    func present(_ field: String) throws(RecoursError) -> Wrapped {
        guard let self else { throw .incomplete(field) }
        return self
    }
}
