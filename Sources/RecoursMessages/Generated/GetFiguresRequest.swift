// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/figures_service.proto.

/// The message `recours.v1.GetFiguresRequest`.
public struct GetFiguresRequest: RecoursMessage {
    /// Only this platform; empty for all.
    public var platformID: String
    /// Only cases of this main category; UNSPECIFIED for all.
    public var category: CaseCategory
    /// Only cases of this campaign, 16 bytes; empty for all.
    public var campaignID: [UInt8]
    /// Also by month, for what is counted by month. Of a category within a campaign no months are
    /// told: see months_left_out.
    public var byMonth: Bool
    /// Also for each platform and category together.
    public var byPlatformAndCategory: Bool
    /// Also each platform's removals by month: lines of a platform and a month that hold REMOVALS
    /// and REMOVE alone.
    public var removalsByPlatform: Bool

    /// A message of these values; what is left out is absent or has its default.
    public init(
        platformID: String = "",
        category: CaseCategory = .unspecified,
        campaignID: [UInt8] = [],
        byMonth: Bool = false,
        byPlatformAndCategory: Bool = false,
        removalsByPlatform: Bool = false
    ) {
        self.platformID = platformID
        self.category = category
        self.campaignID = campaignID
        self.byMonth = byMonth
        self.byPlatformAndCategory = byPlatformAndCategory
        self.removalsByPlatform = removalsByPlatform
    }

    /// `recours.v1.GetFiguresRequest`.
    public static var protoName: String { "recours.v1.GetFiguresRequest" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
