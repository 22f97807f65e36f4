// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/campaign_service.proto.

/// The methods of `recours.v1.CampaignService`.
package enum CampaignServiceMethods {
    /// Opens a campaign. The same plan under the same name again is the same campaign; another plan
    /// under a name that is taken is refused with ALREADY_EXISTS.
    package static let createCampaign = MethodDescriptor(
        fullName: "recours.v1.CampaignService/CreateCampaign",
        shape: .unary, repeatability: .idempotent)
    /// Changes a campaign. Once a case is in it, only its end may move: what its cases were
    /// promised stays.
    package static let updateCampaign = MethodDescriptor(
        fullName: "recours.v1.CampaignService/UpdateCampaign",
        shape: .unary, repeatability: .idempotent)
    /// One campaign with its counts as they are now.
    package static let getCampaign = MethodDescriptor(
        fullName: "recours.v1.CampaignService/GetCampaign",
        shape: .unary, repeatability: .noSideEffects)
    /// Campaigns, the newest first.
    package static let listCampaigns = MethodDescriptor(
        fullName: "recours.v1.CampaignService/ListCampaigns",
        shape: .unary, repeatability: .noSideEffects)
    /// Open cases of a campaign that may not be solved in time, the most pressing first: for a
    /// mediator all, for others their own.
    package static let listAtRisk = MethodDescriptor(
        fullName: "recours.v1.CampaignService/ListAtRisk",
        shape: .unary, repeatability: .noSideEffects)

    /// All of them, in the schema's order.
    package static var all: [MethodDescriptor] {
        [
            createCampaign,
            updateCampaign,
            getCampaign,
            listCampaigns,
            listAtRisk,
        ]
    }
}
