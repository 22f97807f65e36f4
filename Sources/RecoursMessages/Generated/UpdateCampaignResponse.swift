// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/campaign_service.proto.

/// The message `recours.v1.UpdateCampaignResponse`.
public struct UpdateCampaignResponse: RecoursMessage {
    /// Field 1, `campaign`.
    public var campaign: Campaign? {
        get { campaignBox.value }
        set { campaignBox = Boxed(newValue) }
    }
    var campaignBox: Boxed<Campaign>

    /// A message of these values; what is left out is absent or has its default.
    public init(
        campaign: Campaign? = nil
    ) {
        campaignBox = Boxed(campaign)
    }

    /// `recours.v1.UpdateCampaignResponse`.
    public static var protoName: String { "recours.v1.UpdateCampaignResponse" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
