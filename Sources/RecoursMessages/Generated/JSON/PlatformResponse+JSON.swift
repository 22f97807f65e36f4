// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/response.proto.

extension PlatformResponse {
    /// Reads the message's JSON form; throws `DecodingError` with the path.
    public init(from decoder: any Decoder) throws {
        var json = try JSONReader(decoder)
        self.init()
        try json.read(&responseID, as: JSONIdentifier.self, "responseId", "response_id")
        try json.read(&type, "type")
        try json.read(&remedies, "remedies")
        try json.read(&text, "text")
        try json.read(&statementOfReasons, "statementOfReasons", "statement_of_reasons")
        try json.read(&listingAnswers, "listingAnswers", "listing_answers")
        try json.read(&dueOn, "dueOn", "due_on")
        try json.read(&contact, "contact")
        try json.read(&notConcernedReason, "notConcernedReason", "not_concerned_reason")
        try json.read(&suggestedPlatformID, "suggestedPlatformId", "suggested_platform_id")
        try json.read(&duplicateOf, "duplicateOf", "duplicate_of")
        try json.read(&proof, "proof")
        try json.read(&evidenceIDs, as: JSONIdentifier.self, "evidenceIds", "evidence_ids")
        try json.read(&givenAtMs, as: JSONDecimal<Int64>.self, "givenAtMs", "given_at_ms")
        try json.read(&platformID, "platformId", "platform_id")
        try json.finish()
    }

    /// Writes the message's JSON form, without what is absent or default.
    public func encode(to encoder: any Encoder) throws {
        var json = JSONWriter(encoder)
        try json.write(responseID, unless: [], as: JSONIdentifier.self, "responseId")
        try json.write(type, unless: .unspecified, "type")
        try json.write(remedies, "remedies")
        try json.write(text, unless: "", "text")
        try json.write(statementOfReasons, "statementOfReasons")
        try json.write(listingAnswers, "listingAnswers")
        try json.write(dueOn, unless: "", "dueOn")
        try json.write(contact, "contact")
        try json.write(notConcernedReason, unless: .unspecified, "notConcernedReason")
        try json.write(suggestedPlatformID, unless: "", "suggestedPlatformId")
        try json.write(duplicateOf, unless: "", "duplicateOf")
        try json.write(proof, unless: "", "proof")
        try json.write(evidenceIDs, as: JSONIdentifier.self, "evidenceIds")
        try json.write(givenAtMs, unless: 0, as: JSONDecimal<Int64>.self, "givenAtMs")
        try json.write(platformID, unless: "", "platformId")
    }
}
