// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/figures_service.proto.

extension GetFiguresRequest {
    /// Reads the message's JSON form; throws `DecodingError` with the path.
    public init(from decoder: any Decoder) throws {
        var json = try JSONReader(decoder)
        self.init()
        try json.read(&platformID, "platformId", "platform_id")
        try json.read(&category, "category")
        try json.read(&campaignID, as: JSONIdentifier.self, "campaignId", "campaign_id")
        try json.read(&byMonth, "byMonth", "by_month")
        try json.read(&byPlatformAndCategory, "byPlatformAndCategory", "by_platform_and_category")
        try json.read(&removalsByPlatform, "removalsByPlatform", "removals_by_platform")
        try json.finish()
    }

    /// Writes the message's JSON form, without what is absent or default.
    public func encode(to encoder: any Encoder) throws {
        var json = JSONWriter(encoder)
        try json.write(platformID, unless: "", "platformId")
        try json.write(category, unless: .unspecified, "category")
        try json.write(campaignID, unless: [], as: JSONIdentifier.self, "campaignId")
        try json.write(byMonth, unless: false, "byMonth")
        try json.write(byPlatformAndCategory, unless: false, "byPlatformAndCategory")
        try json.write(removalsByPlatform, unless: false, "removalsByPlatform")
    }
}
