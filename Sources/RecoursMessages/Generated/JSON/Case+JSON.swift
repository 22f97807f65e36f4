// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/case.proto.

extension Case {
    /// Reads the message's JSON form; throws `DecodingError` with the path.
    public init(from decoder: any Decoder) throws {
        var json = try JSONReader(decoder)
        self.init()
        try json.read(&id, as: JSONIdentifier.self, "id")
        try json.read(&publicNumber, "publicNumber", "public_number")
        try json.read(&version, as: JSONDecimal<UInt64>.self, "version")
        try json.read(&state, "state")
        try json.read(&submitter, "submitter")
        try json.read(&draft, "draft")
        try json.read(&deadlines, "deadlines")
        try json.read(&platformContact, "platformContact", "platform_contact")
        try json.read(&responses, "responses")
        try json.read(&verdicts, "verdicts")
        try json.read(&stateReason, "stateReason", "state_reason")
        try json.read(&createdAtMs, as: JSONDecimal<Int64>.self, "createdAtMs", "created_at_ms")
        try json.read(&updatedAtMs, as: JSONDecimal<Int64>.self, "updatedAtMs", "updated_at_ms")
        try json.read(
            &transmittedAtMs, as: JSONDecimal<Int64>.self, "transmittedAtMs", "transmitted_at_ms")
        try json.read(&platformID, "platformId", "platform_id")
        try json.read(&terms, "terms")
        try json.read(&pausedDeadlines, "pausedDeadlines", "paused_deadlines")
        try json.read(&stateBeforeInformation, "stateBeforeInformation", "state_before_information")
        try json.read(&stateBeforeWithdrawal, "stateBeforeWithdrawal", "state_before_withdrawal")
        try json.read(&withdrawnDeadlines, "withdrawnDeadlines", "withdrawn_deadlines")
        try json.read(&exchanges, "exchanges")
        try json.read(&mediation, "mediation")
        try json.read(&inadmissibility, "inadmissibility")
        try json.read(&mergedInto, "mergedInto", "merged_into")
        try json.read(&flags, "flags")
        try json.read(&missedDeadlines, "missedDeadlines", "missed_deadlines")
        try json.read(&readdressings, "readdressings")
        try json.read(&reopenings, as: JSONNumber<UInt32>.self, "reopenings")
        try json.read(
            &platformQuestions,
            as: JSONNumber<UInt32>.self,
            "platformQuestions",
            "platform_questions")
        try json.read(
            &mediatorQuestions,
            as: JSONNumber<UInt32>.self,
            "mediatorQuestions",
            "mediator_questions")
        try json.read(&legalHold, "legalHold", "legal_hold")
        try json.read(&stateSinceMs, as: JSONDecimal<Int64>.self, "stateSinceMs", "state_since_ms")
        try json.read(
            &acknowledgedAtMs,
            as: JSONDecimal<Int64>.self,
            "acknowledgedAtMs",
            "acknowledged_at_ms")
        try json.read(&disclosure, "disclosure")
        try json.finish()
    }

    /// Writes the message's JSON form, without what is absent or default.
    public func encode(to encoder: any Encoder) throws {
        var json = JSONWriter(encoder)
        try json.write(id, unless: [], as: JSONIdentifier.self, "id")
        try json.write(publicNumber, unless: "", "publicNumber")
        try json.write(version, unless: 0, as: JSONDecimal<UInt64>.self, "version")
        try json.write(state, unless: .unspecified, "state")
        try json.write(submitter, "submitter")
        try json.write(draft, "draft")
        try json.write(deadlines, "deadlines")
        try json.write(platformContact, "platformContact")
        try json.write(responses, "responses")
        try json.write(verdicts, "verdicts")
        try json.write(stateReason, unless: "", "stateReason")
        try json.write(createdAtMs, unless: 0, as: JSONDecimal<Int64>.self, "createdAtMs")
        try json.write(updatedAtMs, unless: 0, as: JSONDecimal<Int64>.self, "updatedAtMs")
        try json.write(transmittedAtMs, as: JSONDecimal<Int64>.self, "transmittedAtMs")
        try json.write(platformID, unless: "", "platformId")
        try json.write(terms, "terms")
        try json.write(pausedDeadlines, "pausedDeadlines")
        try json.write(stateBeforeInformation, unless: .unspecified, "stateBeforeInformation")
        try json.write(stateBeforeWithdrawal, unless: .unspecified, "stateBeforeWithdrawal")
        try json.write(withdrawnDeadlines, "withdrawnDeadlines")
        try json.write(exchanges, "exchanges")
        try json.write(mediation, "mediation")
        try json.write(inadmissibility, "inadmissibility")
        try json.write(mergedInto, "mergedInto")
        try json.write(flags, "flags")
        try json.write(missedDeadlines, "missedDeadlines")
        try json.write(readdressings, "readdressings")
        try json.write(reopenings, unless: 0, as: JSONNumber<UInt32>.self, "reopenings")
        try json.write(
            platformQuestions, unless: 0, as: JSONNumber<UInt32>.self, "platformQuestions")
        try json.write(
            mediatorQuestions, unless: 0, as: JSONNumber<UInt32>.self, "mediatorQuestions")
        try json.write(legalHold, unless: "", "legalHold")
        try json.write(stateSinceMs, unless: 0, as: JSONDecimal<Int64>.self, "stateSinceMs")
        try json.write(acknowledgedAtMs, as: JSONDecimal<Int64>.self, "acknowledgedAtMs")
        try json.write(disclosure, unless: .unspecified, "disclosure")
    }
}
