// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/campaign_service.proto.

/// The message `recours.v1.ListAtRiskResponse`.
public struct ListAtRiskResponse: RecoursMessage {
    /// By the clock that runs out next.
    public var cases: [CampaignCase]
    /// Field 2, `next_page_token`.
    public var nextPageToken: String
    /// What is stored of so many is damaged: they were left out, and the operator has been told.
    public var damaged: UInt32

    /// A message of these values; what is left out is absent or has its default.
    public init(
        cases: [CampaignCase] = [],
        nextPageToken: String = "",
        damaged: UInt32 = 0
    ) {
        self.cases = cases
        self.nextPageToken = nextPageToken
        self.damaged = damaged
    }

    /// `recours.v1.ListAtRiskResponse`.
    public static var protoName: String { "recours.v1.ListAtRiskResponse" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
