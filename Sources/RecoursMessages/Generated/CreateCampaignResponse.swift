// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/campaign_service.proto.

/// The message `recours.v1.CreateCampaignResponse`.
public struct CreateCampaignResponse: RecoursMessage {
    /// Field 1, `campaign`.
    public var campaign: Campaign? {
        get { campaignBox.value }
        set { campaignBox = Boxed(newValue) }
    }
    var campaignBox: Boxed<Campaign>
    /// It was there already.
    public var alreadyThere: Bool

    /// A message of these values; what is left out is absent or has its default.
    public init(
        campaign: Campaign? = nil,
        alreadyThere: Bool = false
    ) {
        campaignBox = Boxed(campaign)
        self.alreadyThere = alreadyThere
    }

    /// `recours.v1.CreateCampaignResponse`.
    public static var protoName: String { "recours.v1.CreateCampaignResponse" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
