// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/profile_service.proto.

extension PlatformEntry {
    /// Reads the message's JSON form; throws `DecodingError` with the path.
    public init(from decoder: any Decoder) throws {
        var json = try JSONReader(decoder)
        self.init()
        try json.read(&platformID, "platformId", "platform_id")
        try json.read(&name, "name")
        try json.read(&contactStanding, "contactStanding", "contact_standing")
        try json.read(&profile, "profile")
        try json.read(&updatedAtMs, as: JSONDecimal<Int64>.self, "updatedAtMs", "updated_at_ms")
        try json.finish()
    }

    /// Writes the message's JSON form, without what is absent or default.
    public func encode(to encoder: any Encoder) throws {
        var json = JSONWriter(encoder)
        try json.write(platformID, unless: "", "platformId")
        try json.write(name, unless: "", "name")
        try json.write(contactStanding, unless: .unspecified, "contactStanding")
        try json.write(profile, "profile")
        try json.write(updatedAtMs, unless: 0, as: JSONDecimal<Int64>.self, "updatedAtMs")
    }
}
