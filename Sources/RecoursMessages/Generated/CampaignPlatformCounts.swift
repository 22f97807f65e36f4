// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/campaign_service.proto.

/// Counts of one platform's cases in a campaign.
public struct CampaignPlatformCounts: RecoursMessage {
    /// Field 1, `platform_id`.
    public var platformID: String
    /// Field 2, `counts`.
    public var counts: CampaignCounts? {
        get { countsBox.value }
        set { countsBox = Boxed(newValue) }
    }
    var countsBox: Boxed<CampaignCounts>

    /// A message of these values; what is left out is absent or has its default.
    public init(
        platformID: String = "",
        counts: CampaignCounts? = nil
    ) {
        self.platformID = platformID
        countsBox = Boxed(counts)
    }

    /// `recours.v1.CampaignPlatformCounts`.
    public static var protoName: String { "recours.v1.CampaignPlatformCounts" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
