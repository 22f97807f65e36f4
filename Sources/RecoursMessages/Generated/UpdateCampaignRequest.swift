// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/campaign_service.proto.

/// The message `recours.v1.UpdateCampaignRequest`.
public struct UpdateCampaignRequest: RecoursMessage {
    /// Field 1, `campaign_id`.
    public var campaignID: [UInt8]
    /// The whole plan as it shall be.
    public var plan: CampaignPlan? {
        get { planBox.value }
        set { planBox = Boxed(newValue) }
    }
    var planBox: Boxed<CampaignPlan>

    /// A message of these values; what is left out is absent or has its default.
    public init(
        campaignID: [UInt8] = [],
        plan: CampaignPlan? = nil
    ) {
        self.campaignID = campaignID
        planBox = Boxed(plan)
    }

    /// `recours.v1.UpdateCampaignRequest`.
    public static var protoName: String { "recours.v1.UpdateCampaignRequest" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
