// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/campaign_service.proto.

extension CampaignPlan {
    /// Reads the message's JSON form; throws `DecodingError` with the path.
    public init(from decoder: any Decoder) throws {
        var json = try JSONReader(decoder)
        self.init()
        try json.read(&name, "name")
        try json.read(&opensOn, "opensOn", "opens_on")
        try json.read(&closesOn, "closesOn", "closes_on")
        try json.read(&resolveBy, "resolveBy", "resolve_by")
        try json.read(&targetCount, as: JSONNumber<UInt32>.self, "targetCount", "target_count")
        try json.read(&platforms, "platforms")
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
        try json.write(name, unless: "", "name")
        try json.write(opensOn, unless: "", "opensOn")
        try json.write(closesOn, unless: "", "closesOn")
        try json.write(resolveBy, unless: "", "resolveBy")
        try json.write(targetCount, unless: 0, as: JSONNumber<UInt32>.self, "targetCount")
        try json.write(platforms, "platforms")
        try json.write(acknowledgeDays, as: JSONNumber<UInt32>.self, "acknowledgeDays")
        try json.write(answerDays, as: JSONNumber<UInt32>.self, "answerDays")
        try json.write(finalAnswerDays, as: JSONNumber<UInt32>.self, "finalAnswerDays")
    }
}
