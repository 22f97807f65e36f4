// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/case.proto.

extension CampaignTerms {
    /// Reads the message's JSON form; throws `DecodingError` with the path.
    public init(from decoder: any Decoder) throws {
        var json = try JSONReader(decoder)
        self.init()
        try json.read(&campaignID, as: JSONIdentifier.self, "campaignId", "campaign_id")
        try json.read(&resolveBy, "resolveBy", "resolve_by")
        try json.read(
            &acknowledgeDays, as: JSONNumber<UInt32>.self, "acknowledgeDays", "acknowledge_days")
        try json.read(&answerDays, as: JSONNumber<UInt32>.self, "answerDays", "answer_days")
        try json.read(
            &finalAnswerDays, as: JSONNumber<UInt32>.self, "finalAnswerDays", "final_answer_days")
        try json.finish()
    }

    /// Writes the message's JSON form, without what is absent or default.
    public func encode(to encoder: any Encoder) throws {
        var json = JSONWriter(encoder)
        try json.write(campaignID, unless: [], as: JSONIdentifier.self, "campaignId")
        try json.write(resolveBy, unless: "", "resolveBy")
        try json.write(acknowledgeDays, as: JSONNumber<UInt32>.self, "acknowledgeDays")
        try json.write(answerDays, as: JSONNumber<UInt32>.self, "answerDays")
        try json.write(finalAnswerDays, as: JSONNumber<UInt32>.self, "finalAnswerDays")
    }
}
