// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/case.proto.

extension CaseDraft {
    /// Reads the message's JSON form; throws `DecodingError` with the path.
    public init(from decoder: any Decoder) throws {
        var json = try JSONReader(decoder)
        self.init()
        try json.read(&complainant, "complainant")
        try json.read(&platformID, "platformId", "platform_id")
        try json.read(&platformAccountRef, "platformAccountRef", "platform_account_ref")
        try json.read(&category, "category")
        try json.read(&extraCategories, "extraCategories", "extra_categories")
        try json.read(&title, "title")
        try json.read(&facts, "facts")
        try json.read(&desiredRemedies, "desiredRemedies", "desired_remedies")
        try json.read(&incidentOn, "incidentOn", "incident_on")
        try json.read(&discoveredOn, "discoveredOn", "discovered_on")
        try json.read(&noticeReceivedOn, "noticeReceivedOn", "notice_received_on")
        try json.read(&country, "country")
        try json.read(&language, "language")
        try json.read(&listings, "listings")
        try json.read(&funds, "funds")
        try json.read(&loss, "loss")
        try json.read(&termsChange, "termsChange", "terms_change")
        try json.read(&ipClaim, "ipClaim", "ip_claim")
        try json.read(&disclosure, "disclosure")
        try json.read(&urgency, "urgency")
        try json.read(&externalRef, "externalRef", "external_ref")
        try json.read(&decisionRef, "decisionRef", "decision_ref")
        try json.read(&decisionOn, "decisionOn", "decision_on")
        try json.read(&campaignID, as: JSONIdentifier.self, "campaignId", "campaign_id")
        try json.read(&evidenceIDs, as: JSONIdentifier.self, "evidenceIds", "evidence_ids")
        try json.read(
            &standingClaimID, as: JSONIdentifier.self, "standingClaimId", "standing_claim_id")
        try json.finish()
    }

    /// Writes the message's JSON form, without what is absent or default.
    public func encode(to encoder: any Encoder) throws {
        var json = JSONWriter(encoder)
        try json.write(complainant, "complainant")
        try json.write(platformID, unless: "", "platformId")
        try json.write(platformAccountRef, unless: "", "platformAccountRef")
        try json.write(category, unless: .unspecified, "category")
        try json.write(extraCategories, "extraCategories")
        try json.write(title, unless: "", "title")
        try json.write(facts, unless: "", "facts")
        try json.write(desiredRemedies, "desiredRemedies")
        try json.write(incidentOn, unless: "", "incidentOn")
        try json.write(discoveredOn, unless: "", "discoveredOn")
        try json.write(noticeReceivedOn, unless: "", "noticeReceivedOn")
        try json.write(country, unless: "", "country")
        try json.write(language, unless: "", "language")
        try json.write(listings, "listings")
        try json.write(funds, "funds")
        try json.write(loss, "loss")
        try json.write(termsChange, "termsChange")
        try json.write(ipClaim, "ipClaim")
        try json.write(disclosure, unless: .unspecified, "disclosure")
        try json.write(urgency, unless: .unspecified, "urgency")
        try json.write(externalRef, unless: "", "externalRef")
        try json.write(decisionRef, unless: "", "decisionRef")
        try json.write(decisionOn, unless: "", "decisionOn")
        try json.write(campaignID, unless: [], as: JSONIdentifier.self, "campaignId")
        try json.write(evidenceIDs, as: JSONIdentifier.self, "evidenceIds")
        try json.write(standingClaimID, unless: [], as: JSONIdentifier.self, "standingClaimId")
    }
}
