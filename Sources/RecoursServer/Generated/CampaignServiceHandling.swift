// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/campaign_service.proto.

package import RecoursMessages
package import RecoursTransport

/// Mediators and the operator open campaigns; everybody may look at them.
package protocol CampaignServiceHandling: Sendable {
    /// Opens a campaign. The same plan under the same name again is the same campaign; another plan
    /// under a name that is taken is refused with ALREADY_EXISTS.
    func createCampaign(
        _ request: CreateCampaignRequest,
        _ call: CallContext
    ) async throws(RPCStatus) -> CreateCampaignResponse

    /// Changes a campaign. Once a case is in it, only its end may move: what its cases were
    /// promised stays.
    func updateCampaign(
        _ request: UpdateCampaignRequest,
        _ call: CallContext
    ) async throws(RPCStatus) -> UpdateCampaignResponse

    /// One campaign with its counts as they are now.
    func getCampaign(
        _ request: GetCampaignRequest,
        _ call: CallContext
    ) async throws(RPCStatus) -> GetCampaignResponse

    /// Campaigns, the newest first.
    func listCampaigns(
        _ request: ListCampaignsRequest,
        _ call: CallContext
    ) async throws(RPCStatus) -> ListCampaignsResponse

    /// Open cases of a campaign that may not be solved in time, the most pressing first: for a
    /// mediator all, for others their own.
    func listAtRisk(
        _ request: ListAtRiskRequest,
        _ call: CallContext
    ) async throws(RPCStatus) -> ListAtRiskResponse
}

extension CampaignServiceHandling {
    /// Adds the service's methods to a router.
    package func register(in router: inout MethodRouter) {
        router.unary(CampaignServiceMethods.createCampaign) {
            (
                request: CreateCampaignRequest, call: CallContext
            ) async throws(RPCStatus) -> CreateCampaignResponse in
            try await self.createCampaign(request, call)
        }
        router.unary(CampaignServiceMethods.updateCampaign) {
            (
                request: UpdateCampaignRequest, call: CallContext
            ) async throws(RPCStatus) -> UpdateCampaignResponse in
            try await self.updateCampaign(request, call)
        }
        router.unary(CampaignServiceMethods.getCampaign) {
            (
                request: GetCampaignRequest, call: CallContext
            ) async throws(RPCStatus) -> GetCampaignResponse in
            try await self.getCampaign(request, call)
        }
        router.unary(CampaignServiceMethods.listCampaigns) {
            (
                request: ListCampaignsRequest, call: CallContext
            ) async throws(RPCStatus) -> ListCampaignsResponse in
            try await self.listCampaigns(request, call)
        }
        router.unary(CampaignServiceMethods.listAtRisk) {
            (
                request: ListAtRiskRequest, call: CallContext
            ) async throws(RPCStatus) -> ListAtRiskResponse in
            try await self.listAtRisk(request, call)
        }
    }
}
