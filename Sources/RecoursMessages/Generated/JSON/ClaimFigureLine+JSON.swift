// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/claim_service.proto.

extension ClaimFigureLine {
    /// Reads the message's JSON form; throws `DecodingError` with the path.
    public init(from decoder: any Decoder) throws {
        var json = try JSONReader(decoder)
        self.init()
        try json.read(&claimID, as: JSONIdentifier.self, "claimId", "claim_id")
        try json.read(&platformID, "platformId", "platform_id")
        try json.read(&reported, as: JSONDecimal<UInt64>.self, "reported")
        try json.read(
            &reportedAutomatically,
            as: JSONDecimal<UInt64>.self,
            "reportedAutomatically",
            "reported_automatically")
        try json.read(&removed, as: JSONDecimal<UInt64>.self, "removed")
        try json.read(&refused, as: JSONDecimal<UInt64>.self, "refused")
        try json.read(&waiting, as: JSONDecimal<UInt64>.self, "waiting")
        try json.read(&reappearances, as: JSONDecimal<UInt64>.self, "reappearances")
        try json.read(
            &brokenStayDowns, as: JSONDecimal<UInt64>.self, "brokenStayDowns", "broken_stay_downs")
        try json.read(&seenToReported, "seenToReported", "seen_to_reported")
        try json.read(&reportedToRemoved, "reportedToRemoved", "reported_to_removed")
        try json.read(&seenToRemoved, "seenToRemoved", "seen_to_removed")
        try json.read(&namedToRemoved, "namedToRemoved", "named_to_removed")
        try json.read(&foundToRemoved, "foundToRemoved", "found_to_removed")
        try json.read(&before, "before")
        try json.read(
            &percentOfBefore, as: JSONNumber<UInt32>.self, "percentOfBefore", "percent_of_before")
        try json.finish()
    }

    /// Writes the message's JSON form, without what is absent or default.
    public func encode(to encoder: any Encoder) throws {
        var json = JSONWriter(encoder)
        try json.write(claimID, unless: [], as: JSONIdentifier.self, "claimId")
        try json.write(platformID, unless: "", "platformId")
        try json.write(reported, unless: 0, as: JSONDecimal<UInt64>.self, "reported")
        try json.write(
            reportedAutomatically, unless: 0, as: JSONDecimal<UInt64>.self, "reportedAutomatically")
        try json.write(removed, unless: 0, as: JSONDecimal<UInt64>.self, "removed")
        try json.write(refused, unless: 0, as: JSONDecimal<UInt64>.self, "refused")
        try json.write(waiting, unless: 0, as: JSONDecimal<UInt64>.self, "waiting")
        try json.write(reappearances, unless: 0, as: JSONDecimal<UInt64>.self, "reappearances")
        try json.write(brokenStayDowns, unless: 0, as: JSONDecimal<UInt64>.self, "brokenStayDowns")
        try json.write(seenToReported, "seenToReported")
        try json.write(reportedToRemoved, "reportedToRemoved")
        try json.write(seenToRemoved, "seenToRemoved")
        try json.write(namedToRemoved, "namedToRemoved")
        try json.write(foundToRemoved, "foundToRemoved")
        try json.write(before, "before")
        try json.write(percentOfBefore, as: JSONNumber<UInt32>.self, "percentOfBefore")
    }
}
