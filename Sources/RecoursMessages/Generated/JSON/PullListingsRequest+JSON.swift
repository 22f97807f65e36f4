// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/claim_service.proto.

extension PullListingsRequest {
    /// Reads the message's JSON form; throws `DecodingError` with the path.
    public init(from decoder: any Decoder) throws {
        var json = try JSONReader(decoder)
        self.init()
        try json.read(&cursor, as: JSONBase64.self, "cursor")
        try json.read(&maxListings, as: JSONNumber<UInt32>.self, "maxListings", "max_listings")
        try json.read(&waitMs, as: JSONNumber<UInt32>.self, "waitMs", "wait_ms")
        try json.finish()
    }

    /// Writes the message's JSON form, without what is absent or default.
    public func encode(to encoder: any Encoder) throws {
        var json = JSONWriter(encoder)
        try json.write(cursor, unless: [], as: JSONBase64.self, "cursor")
        try json.write(maxListings, unless: 0, as: JSONNumber<UInt32>.self, "maxListings")
        try json.write(waitMs, unless: 0, as: JSONNumber<UInt32>.self, "waitMs")
    }
}
