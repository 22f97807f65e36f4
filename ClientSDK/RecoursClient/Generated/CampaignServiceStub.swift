// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/campaign_service.proto.

package import RecoursMessages
package import RecoursTransport

/// Mediators and the operator open campaigns; everybody may look at them.
package struct CampaignServiceStub: Sendable {
    /// Makes the calls.
    package let caller: any CallMaker

    /// A client of the service whose calls `caller` makes.
    package init(caller: any CallMaker) {
        self.caller = caller
    }

    /// Opens a campaign. The same plan under the same name again is the same campaign; another plan
    /// under a name that is taken is refused with ALREADY_EXISTS.
    package func createCampaign(
        _ request: CreateCampaignRequest,
        _ options: CallOptions
    ) async throws(CallFailure) -> CreateCampaignResponse {
        try await caller.unary(CampaignServiceMethods.createCampaign, request, options)
    }

    /// Changes a campaign. Once a case is in it, only its end may move: what its cases were
    /// promised stays.
    package func updateCampaign(
        _ request: UpdateCampaignRequest,
        _ options: CallOptions
    ) async throws(CallFailure) -> UpdateCampaignResponse {
        try await caller.unary(CampaignServiceMethods.updateCampaign, request, options)
    }

    /// One campaign with its counts as they are now.
    package func getCampaign(
        _ request: GetCampaignRequest,
        _ options: CallOptions
    ) async throws(CallFailure) -> GetCampaignResponse {
        try await caller.unary(CampaignServiceMethods.getCampaign, request, options)
    }

    /// Campaigns, the newest first.
    package func listCampaigns(
        _ request: ListCampaignsRequest,
        _ options: CallOptions
    ) async throws(CallFailure) -> ListCampaignsResponse {
        try await caller.unary(CampaignServiceMethods.listCampaigns, request, options)
    }

    /// Open cases of a campaign that may not be solved in time, the most pressing first: for a
    /// mediator all, for others their own.
    package func listAtRisk(
        _ request: ListAtRiskRequest,
        _ options: CallOptions
    ) async throws(CallFailure) -> ListAtRiskResponse {
        try await caller.unary(CampaignServiceMethods.listAtRisk, request, options)
    }
}
