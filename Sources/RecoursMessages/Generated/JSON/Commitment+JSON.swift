// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/commitment_service.proto.

extension Commitment {
    /// Reads the message's JSON form; throws `DecodingError` with the path.
    public init(from decoder: any Decoder) throws {
        var json = try JSONReader(decoder)
        self.init()
        try json.read(&id, as: JSONIdentifier.self, "id")
        try json.read(&platformID, "platformId", "platform_id")
        try json.read(&text, "text")
        try json.read(&scope, "scope")
        try json.read(&caseID, as: JSONIdentifier.self, "caseId", "case_id")
        try json.read(&publicNumber, "publicNumber", "public_number")
        try json.read(&campaignID, as: JSONIdentifier.self, "campaignId", "campaign_id")
        try json.read(&category, "category")
        try json.read(&dueOn, "dueOn", "due_on")
        try json.read(&state, "state")
        try json.read(&history, "history")
        try json.read(&claimID, as: JSONIdentifier.self, "claimId", "claim_id")
        try json.read(&listingID, as: JSONIdentifier.self, "listingId", "listing_id")
        try json.finish()
    }

    /// Writes the message's JSON form, without what is absent or default.
    public func encode(to encoder: any Encoder) throws {
        var json = JSONWriter(encoder)
        try json.write(id, unless: [], as: JSONIdentifier.self, "id")
        try json.write(platformID, unless: "", "platformId")
        try json.write(text, unless: "", "text")
        try json.write(scope, unless: .unspecified, "scope")
        try json.write(caseID, unless: [], as: JSONIdentifier.self, "caseId")
        try json.write(publicNumber, unless: "", "publicNumber")
        try json.write(campaignID, unless: [], as: JSONIdentifier.self, "campaignId")
        try json.write(category, unless: .unspecified, "category")
        try json.write(dueOn, unless: "", "dueOn")
        try json.write(state, unless: .unspecified, "state")
        try json.write(history, "history")
        try json.write(claimID, unless: [], as: JSONIdentifier.self, "claimId")
        try json.write(listingID, unless: [], as: JSONIdentifier.self, "listingId")
    }
}
