// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/response.proto.

extension StatementOfReasons {
    /// Reads the message's JSON form; throws `DecodingError` with the path.
    public init(from decoder: any Decoder) throws {
        var json = try JSONReader(decoder)
        self.init()
        try json.read(&visibility, "visibility")
        try json.read(&monetary, "monetary")
        try json.read(&provision, "provision")
        try json.read(&account, "account")
        try json.read(&ground, "ground")
        try json.read(&legalOrTermsRef, "legalOrTermsRef", "legal_or_terms_ref")
        try json.read(&clauseURL, "clauseUrl", "clause_url")
        try json.read(&facts, "facts")
        try json.read(&explanation, "explanation")
        try json.read(&source, "source")
        try json.read(&automatedDetection, "automatedDetection", "automated_detection")
        try json.read(&automatedDecision, "automatedDecision", "automated_decision")
        try json.read(&decidedOn, "decidedOn", "decided_on")
        try json.read(&effectiveOn, "effectiveOn", "effective_on")
        try json.read(&endsOn, "endsOn", "ends_on")
        try json.read(&territories, "territories")
        try json.read(&redress, "redress")
        try json.read(&noticeDays, as: JSONNumber<Int32>.self, "noticeDays", "notice_days")
        try json.read(&below30, "below30", "below_30")
        try json.finish()
    }

    /// Writes the message's JSON form, without what is absent or default.
    public func encode(to encoder: any Encoder) throws {
        var json = JSONWriter(encoder)
        try json.write(visibility, unless: .unspecified, "visibility")
        try json.write(monetary, unless: .unspecified, "monetary")
        try json.write(provision, unless: .unspecified, "provision")
        try json.write(account, unless: .unspecified, "account")
        try json.write(ground, unless: .unspecified, "ground")
        try json.write(legalOrTermsRef, unless: "", "legalOrTermsRef")
        try json.write(clauseURL, unless: "", "clauseUrl")
        try json.write(facts, unless: "", "facts")
        try json.write(explanation, unless: "", "explanation")
        try json.write(source, unless: .unspecified, "source")
        try json.write(automatedDetection, unless: false, "automatedDetection")
        try json.write(automatedDecision, unless: .unspecified, "automatedDecision")
        try json.write(decidedOn, unless: "", "decidedOn")
        try json.write(effectiveOn, unless: "", "effectiveOn")
        try json.write(endsOn, unless: "", "endsOn")
        try json.write(territories, "territories")
        try json.write(redress, "redress")
        try json.write(noticeDays, as: JSONNumber<Int32>.self, "noticeDays")
        try json.write(below30, "below30")
    }
}
