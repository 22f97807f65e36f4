// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/feed_service.proto.

extension MatchCandidate {
    /// Reads the message's JSON form; throws `DecodingError` with the path.
    public init(from decoder: any Decoder) throws {
        var json = try JSONReader(decoder)
        self.init()
        try json.read(&claimID, as: JSONIdentifier.self, "claimId", "claim_id")
        try json.read(&listingID, as: JSONIdentifier.self, "listingId", "listing_id")
        try json.read(&score, as: JSONNumber<UInt32>.self, "score")
        try json.read(&evidence, "evidence")
        try json.read(&outcome, "outcome")
        try json.finish()
    }

    /// Writes the message's JSON form, without what is absent or default.
    public func encode(to encoder: any Encoder) throws {
        var json = JSONWriter(encoder)
        try json.write(claimID, unless: [], as: JSONIdentifier.self, "claimId")
        try json.write(listingID, unless: [], as: JSONIdentifier.self, "listingId")
        try json.write(score, unless: 0, as: JSONNumber<UInt32>.self, "score")
        try json.write(evidence, "evidence")
        try json.write(outcome, unless: .unspecified, "outcome")
    }
}
