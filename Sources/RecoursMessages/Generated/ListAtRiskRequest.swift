// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/campaign_service.proto.

/// The message `recours.v1.ListAtRiskRequest`.
public struct ListAtRiskRequest: RecoursMessage {
    /// Field 1, `campaign_id`.
    public var campaignID: [UInt8]
    /// 1 to 1,000; 0 means 100. A page may be short, or empty, and have a next.
    public var pageSize: UInt32
    /// Field 3, `page_token`.
    public var pageToken: String
    /// Also those that are ON_TIME: all that is open.
    public var allOpen: Bool

    /// A message of these values; what is left out is absent or has its default.
    public init(
        campaignID: [UInt8] = [],
        pageSize: UInt32 = 0,
        pageToken: String = "",
        allOpen: Bool = false
    ) {
        self.campaignID = campaignID
        self.pageSize = pageSize
        self.pageToken = pageToken
        self.allOpen = allOpen
    }

    /// `recours.v1.ListAtRiskRequest`.
    public static var protoName: String { "recours.v1.ListAtRiskRequest" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
