// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/campaign_service.proto.

extension CampaignCounts {
    /// Reads the message's JSON form; throws `DecodingError` with the path.
    public init(from decoder: any Decoder) throws {
        var json = try JSONReader(decoder)
        self.init()
        try json.read(&collected, as: JSONDecimal<UInt64>.self, "collected")
        try json.read(&answered, as: JSONDecimal<UInt64>.self, "answered")
        try json.read(
            &openUnanswered, as: JSONDecimal<UInt64>.self, "openUnanswered", "open_unanswered")
        try json.read(&openAnswered, as: JSONDecimal<UInt64>.self, "openAnswered", "open_answered")
        try json.read(&resolved, as: JSONDecimal<UInt64>.self, "resolved")
        try json.read(&explained, as: JSONDecimal<UInt64>.self, "explained")
        try json.read(&noAgreement, as: JSONDecimal<UInt64>.self, "noAgreement", "no_agreement")
        try json.read(&withdrawn, as: JSONDecimal<UInt64>.self, "withdrawn")
        try json.read(&inadmissible, as: JSONDecimal<UInt64>.self, "inadmissible")
        try json.read(&merged, as: JSONDecimal<UInt64>.self, "merged")
        try json.read(&byState, "byState", "by_state")
        try json.finish()
    }

    /// Writes the message's JSON form, without what is absent or default.
    public func encode(to encoder: any Encoder) throws {
        var json = JSONWriter(encoder)
        try json.write(collected, unless: 0, as: JSONDecimal<UInt64>.self, "collected")
        try json.write(answered, unless: 0, as: JSONDecimal<UInt64>.self, "answered")
        try json.write(openUnanswered, unless: 0, as: JSONDecimal<UInt64>.self, "openUnanswered")
        try json.write(openAnswered, unless: 0, as: JSONDecimal<UInt64>.self, "openAnswered")
        try json.write(resolved, unless: 0, as: JSONDecimal<UInt64>.self, "resolved")
        try json.write(explained, unless: 0, as: JSONDecimal<UInt64>.self, "explained")
        try json.write(noAgreement, unless: 0, as: JSONDecimal<UInt64>.self, "noAgreement")
        try json.write(withdrawn, unless: 0, as: JSONDecimal<UInt64>.self, "withdrawn")
        try json.write(inadmissible, unless: 0, as: JSONDecimal<UInt64>.self, "inadmissible")
        try json.write(merged, unless: 0, as: JSONDecimal<UInt64>.self, "merged")
        try json.write(byState, "byState")
    }
}
