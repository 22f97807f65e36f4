// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/campaign_service.proto.

/// The message `recours.v1.CreateCampaignRequest`.
public struct CreateCampaignRequest: RecoursMessage {
    /// Field 1, `plan`.
    public var plan: CampaignPlan? {
        get { planBox.value }
        set { planBox = Boxed(newValue) }
    }
    var planBox: Boxed<CampaignPlan>

    /// A message of these values; what is left out is absent or has its default.
    public init(
        plan: CampaignPlan? = nil
    ) {
        planBox = Boxed(plan)
    }

    /// `recours.v1.CreateCampaignRequest`.
    public static var protoName: String { "recours.v1.CreateCampaignRequest" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
