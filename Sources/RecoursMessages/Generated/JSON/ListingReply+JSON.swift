// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/claim_service.proto.

extension ListingReply {
    /// Reads the message's JSON form; throws `DecodingError` with the path.
    public init(from decoder: any Decoder) throws {
        var json = try JSONReader(decoder)
        self.init()
        try json.read(&listingID, as: JSONIdentifier.self, "listingId", "listing_id")
        try json.read(
            &expectedVersion, as: JSONDecimal<UInt64>.self, "expectedVersion", "expected_version")
        try json.read(&kind, "kind")
        try json.read(&stayDown, "stayDown", "stay_down")
        try json.read(&refusal, "refusal")
        try json.finish()
    }

    /// Writes the message's JSON form, without what is absent or default.
    public func encode(to encoder: any Encoder) throws {
        var json = JSONWriter(encoder)
        try json.write(listingID, unless: [], as: JSONIdentifier.self, "listingId")
        try json.write(expectedVersion, unless: 0, as: JSONDecimal<UInt64>.self, "expectedVersion")
        try json.write(kind, unless: .unspecified, "kind")
        try json.write(stayDown, unless: false, "stayDown")
        try json.write(refusal, "refusal")
    }
}
