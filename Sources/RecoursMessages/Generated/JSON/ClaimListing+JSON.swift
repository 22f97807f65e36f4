// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/claim.proto.

extension ClaimListing {
    /// Reads the message's JSON form; throws `DecodingError` with the path.
    public init(from decoder: any Decoder) throws {
        var json = try JSONReader(decoder)
        self.init()
        try json.read(&id, as: JSONIdentifier.self, "id")
        try json.read(&claimID, as: JSONIdentifier.self, "claimId", "claim_id")
        try json.read(&workID, as: JSONIdentifier.self, "workId", "work_id")
        try json.read(&platformID, "platformId", "platform_id")
        try json.read(&listing, "listing")
        try json.read(&version, as: JSONDecimal<UInt64>.self, "version")
        try json.read(
            &firstReportedAtMs,
            as: JSONDecimal<Int64>.self,
            "firstReportedAtMs",
            "first_reported_at_ms")
        try json.read(
            &underReviewAtMs, as: JSONDecimal<Int64>.self, "underReviewAtMs", "under_review_at_ms")
        try json.read(
            &firstRemovedAtMs,
            as: JSONDecimal<Int64>.self,
            "firstRemovedAtMs",
            "first_removed_at_ms")
        try json.read(&refusedAtMs, as: JSONDecimal<Int64>.self, "refusedAtMs", "refused_at_ms")
        try json.read(
            &reappearedAtMs, as: JSONDecimal<Int64>.self, "reappearedAtMs", "reappeared_at_ms")
        try json.read(&score, as: JSONNumber<UInt32>.self, "score")
        try json.read(&evidence, "evidence")
        try json.read(&refusal, "refusal")
        try json.read(&stayDown, "stayDown", "stay_down")
        try json.read(&reappearances, as: JSONNumber<UInt32>.self, "reappearances")
        try json.read(
            &brokenStayDowns, as: JSONNumber<UInt32>.self, "brokenStayDowns", "broken_stay_downs")
        try json.read(&automatic, "automatic")
        try json.read(&excludedAtMs, as: JSONDecimal<Int64>.self, "excludedAtMs", "excluded_at_ms")
        try json.finish()
    }

    /// Writes the message's JSON form, without what is absent or default.
    public func encode(to encoder: any Encoder) throws {
        var json = JSONWriter(encoder)
        try json.write(id, unless: [], as: JSONIdentifier.self, "id")
        try json.write(claimID, unless: [], as: JSONIdentifier.self, "claimId")
        try json.write(workID, unless: [], as: JSONIdentifier.self, "workId")
        try json.write(platformID, unless: "", "platformId")
        try json.write(listing, "listing")
        try json.write(version, unless: 0, as: JSONDecimal<UInt64>.self, "version")
        try json.write(firstReportedAtMs, as: JSONDecimal<Int64>.self, "firstReportedAtMs")
        try json.write(underReviewAtMs, as: JSONDecimal<Int64>.self, "underReviewAtMs")
        try json.write(firstRemovedAtMs, as: JSONDecimal<Int64>.self, "firstRemovedAtMs")
        try json.write(refusedAtMs, as: JSONDecimal<Int64>.self, "refusedAtMs")
        try json.write(reappearedAtMs, as: JSONDecimal<Int64>.self, "reappearedAtMs")
        try json.write(score, as: JSONNumber<UInt32>.self, "score")
        try json.write(evidence, "evidence")
        try json.write(refusal, "refusal")
        try json.write(stayDown, unless: false, "stayDown")
        try json.write(reappearances, unless: 0, as: JSONNumber<UInt32>.self, "reappearances")
        try json.write(brokenStayDowns, unless: 0, as: JSONNumber<UInt32>.self, "brokenStayDowns")
        try json.write(automatic, unless: false, "automatic")
        try json.write(excludedAtMs, as: JSONDecimal<Int64>.self, "excludedAtMs")
    }
}
