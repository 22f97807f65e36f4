// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/campaign_service.proto.

extension Campaign {
    /// Reads the message's JSON form; throws `DecodingError` with the path.
    public init(from decoder: any Decoder) throws {
        var json = try JSONReader(decoder)
        self.init()
        try json.read(&id, as: JSONIdentifier.self, "id")
        try json.read(&plan, "plan")
        try json.read(&counts, "counts")
        try json.read(
            &targetReachedAtMs,
            as: JSONDecimal<Int64>.self,
            "targetReachedAtMs",
            "target_reached_at_ms")
        try json.read(&createdAtMs, as: JSONDecimal<Int64>.self, "createdAtMs", "created_at_ms")
        try json.read(&updatedAtMs, as: JSONDecimal<Int64>.self, "updatedAtMs", "updated_at_ms")
        try json.read(&byPlatform, "byPlatform", "by_platform")
        try json.read(
            &suppressedPlatforms,
            as: JSONNumber<UInt32>.self,
            "suppressedPlatforms",
            "suppressed_platforms")
        try json.finish()
    }

    /// Writes the message's JSON form, without what is absent or default.
    public func encode(to encoder: any Encoder) throws {
        var json = JSONWriter(encoder)
        try json.write(id, unless: [], as: JSONIdentifier.self, "id")
        try json.write(plan, "plan")
        try json.write(counts, "counts")
        try json.write(targetReachedAtMs, as: JSONDecimal<Int64>.self, "targetReachedAtMs")
        try json.write(createdAtMs, unless: 0, as: JSONDecimal<Int64>.self, "createdAtMs")
        try json.write(updatedAtMs, unless: 0, as: JSONDecimal<Int64>.self, "updatedAtMs")
        try json.write(byPlatform, "byPlatform")
        try json.write(
            suppressedPlatforms, unless: 0, as: JSONNumber<UInt32>.self, "suppressedPlatforms")
    }
}
