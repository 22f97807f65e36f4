// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/claim_service.proto.

extension AddListingResult {
    /// Reads the message's JSON form; throws `DecodingError` with the path.
    public init(from decoder: any Decoder) throws {
        var json = try JSONReader(decoder)
        self.init()
        try json.read(&outcome, "outcome")
        try json.read(&listingID, as: JSONIdentifier.self, "listingId", "listing_id")
        try json.read(&state, "state")
        try json.read(&version, as: JSONDecimal<UInt64>.self, "version")
        try json.read(&violations, "violations")
        try json.finish()
    }

    /// Writes the message's JSON form, without what is absent or default.
    public func encode(to encoder: any Encoder) throws {
        var json = JSONWriter(encoder)
        try json.write(outcome, unless: .unspecified, "outcome")
        try json.write(listingID, unless: [], as: JSONIdentifier.self, "listingId")
        try json.write(state, unless: .unspecified, "state")
        try json.write(version, unless: 0, as: JSONDecimal<UInt64>.self, "version")
        try json.write(violations, "violations")
    }
}
