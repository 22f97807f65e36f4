// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/campaign_service.proto.

/// The message `recours.v1.ListCampaignsResponse`.
public struct ListCampaignsResponse: RecoursMessage {
    /// Without by_platform.
    public var campaigns: [Campaign]
    /// Empty on the last page.
    public var nextPageToken: String

    /// A message of these values; what is left out is absent or has its default.
    public init(
        campaigns: [Campaign] = [],
        nextPageToken: String = ""
    ) {
        self.campaigns = campaigns
        self.nextPageToken = nextPageToken
    }

    /// `recours.v1.ListCampaignsResponse`.
    public static var protoName: String { "recours.v1.ListCampaignsResponse" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
