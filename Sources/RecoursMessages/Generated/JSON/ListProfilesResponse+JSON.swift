// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/profile_service.proto.

extension ListProfilesResponse {
    /// Reads the message's JSON form; throws `DecodingError` with the path.
    public init(from decoder: any Decoder) throws {
        var json = try JSONReader(decoder)
        self.init()
        try json.read(&platforms, "platforms")
        try json.read(&nextPageToken, "nextPageToken", "next_page_token")
        try json.read(&current, as: JSONNumber<UInt32>.self, "current")
        try json.read(&expired, as: JSONNumber<UInt32>.self, "expired")
        try json.read(&missing, as: JSONNumber<UInt32>.self, "missing")
        try json.finish()
    }

    /// Writes the message's JSON form, without what is absent or default.
    public func encode(to encoder: any Encoder) throws {
        var json = JSONWriter(encoder)
        try json.write(platforms, "platforms")
        try json.write(nextPageToken, unless: "", "nextPageToken")
        try json.write(current, unless: 0, as: JSONNumber<UInt32>.self, "current")
        try json.write(expired, unless: 0, as: JSONNumber<UInt32>.self, "expired")
        try json.write(missing, unless: 0, as: JSONNumber<UInt32>.self, "missing")
    }
}
