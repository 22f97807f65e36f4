// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/claim.proto.

extension StandingClaim {
    /// Reads the message's JSON form; throws `DecodingError` with the path.
    public init(from decoder: any Decoder) throws {
        var json = try JSONReader(decoder)
        self.init()
        try json.read(&id, as: JSONIdentifier.self, "id")
        try json.read(&plan, "plan")
        try json.read(&registrant, "registrant")
        try json.read(&state, "state")
        try json.read(&stateReason, "stateReason", "state_reason")
        try json.read(&listings, "listings")
        try json.read(&excluded, as: JSONDecimal<UInt64>.self, "excluded")
        try json.read(&reviewed, as: JSONDecimal<UInt64>.self, "reviewed")
        try json.read(
            &reviewedFalse, as: JSONDecimal<UInt64>.self, "reviewedFalse", "reviewed_false")
        try json.read(&decided, as: JSONDecimal<UInt64>.self, "decided")
        try json.read(&badFaith, as: JSONDecimal<UInt64>.self, "badFaith", "bad_faith")
        try json.read(
            &reportedAutomatically,
            as: JSONDecimal<UInt64>.self,
            "reportedAutomatically",
            "reported_automatically")
        try json.read(
            &throttledAtMs, as: JSONDecimal<Int64>.self, "throttledAtMs", "throttled_at_ms")
        try json.read(&openedAtMs, as: JSONDecimal<Int64>.self, "openedAtMs", "opened_at_ms")
        try json.read(&updatedAtMs, as: JSONDecimal<Int64>.self, "updatedAtMs", "updated_at_ms")
        try json.finish()
    }

    /// Writes the message's JSON form, without what is absent or default.
    public func encode(to encoder: any Encoder) throws {
        var json = JSONWriter(encoder)
        try json.write(id, unless: [], as: JSONIdentifier.self, "id")
        try json.write(plan, "plan")
        try json.write(registrant, "registrant")
        try json.write(state, unless: .unspecified, "state")
        try json.write(stateReason, unless: "", "stateReason")
        try json.write(listings, "listings")
        try json.write(excluded, unless: 0, as: JSONDecimal<UInt64>.self, "excluded")
        try json.write(reviewed, unless: 0, as: JSONDecimal<UInt64>.self, "reviewed")
        try json.write(reviewedFalse, unless: 0, as: JSONDecimal<UInt64>.self, "reviewedFalse")
        try json.write(decided, unless: 0, as: JSONDecimal<UInt64>.self, "decided")
        try json.write(badFaith, unless: 0, as: JSONDecimal<UInt64>.self, "badFaith")
        try json.write(
            reportedAutomatically, unless: 0, as: JSONDecimal<UInt64>.self, "reportedAutomatically")
        try json.write(throttledAtMs, as: JSONDecimal<Int64>.self, "throttledAtMs")
        try json.write(openedAtMs, unless: 0, as: JSONDecimal<Int64>.self, "openedAtMs")
        try json.write(updatedAtMs, unless: 0, as: JSONDecimal<Int64>.self, "updatedAtMs")
    }
}
