// SPDX-License-Identifier: EUPL-1.2

extension CaseDraft {
    /// What the submitter may want to mend before others read it: payment numbers in text, and of a
    /// pseudonym what tells who it is. At most 50; never a refusal.
    package func warnings() -> [Violation] {
        var found = Violations(startingWith: [])
        found.warn(of: title, at: { "title" })
        found.warn(of: facts, at: { "facts" })
        found.warn(of: decisionReference, at: { "decision_ref" })
        found.warn(of: platformAccountReference, at: { "platform_account_ref" })
        found.warn(of: externalReference, at: { "external_ref" })
        for (place, listing) in listings.prefix(CaseLimits.listings).enumerated() {
            found.warn(of: listing.title, at: { "listings[\(place)].title" })
            found.warn(of: listing.sellerName, at: { "listings[\(place)].seller_name" })
        }
        if disclosure == .pseudonym || disclosure == .aggregate {
            // The only words that a platform then reads.
            for code in IdentityRule.find(in: title, of: self) { found.add(code) { "title" } }
            for code in IdentityRule.find(in: facts, of: self) { found.add(code) { "facts" } }
        }
        return found.found
    }
}

extension PlatformResponse {
    /// What the platform may want to mend before others read it. At most 50; never a refusal.
    package func warnings() -> [Violation] {
        var found = Violations(startingWith: [])
        found.warn(of: text, at: { "text" })
        found.warn(of: proof, at: { "proof" })
        for (place, remedy) in remedies.prefix(CaseLimits.remedies).enumerated() {
            found.warn(of: remedy.note, at: { "remedies[\(place)].note" })
        }
        if let statementOfReasons {
            found.warn(of: statementOfReasons.facts, at: { "statement_of_reasons.facts" })
            found.warn(
                of: statementOfReasons.explanation, at: { "statement_of_reasons.explanation" })
        }
        return found.found
    }
}

extension Violations {
    fileprivate mutating func warn(of text: String, at path: () -> String) {
        if let code = PaymentNumberRule.find(in: text) { add(code, at: path) }
    }
}
