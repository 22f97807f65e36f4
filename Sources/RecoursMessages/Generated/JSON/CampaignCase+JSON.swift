// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/campaign_service.proto.

extension CampaignCase {
    /// Reads the message's JSON form; throws `DecodingError` with the path.
    public init(from decoder: any Decoder) throws {
        var json = try JSONReader(decoder)
        self.init()
        try json.read(&caseID, as: JSONIdentifier.self, "caseId", "case_id")
        try json.read(&publicNumber, "publicNumber", "public_number")
        try json.read(&platformID, "platformId", "platform_id")
        try json.read(&state, "state")
        try json.read(&risk, "risk")
        try json.read(&answered, "answered")
        try json.read(&next, "next")
        try json.read(&daysLeft, as: JSONNumber<Int32>.self, "daysLeft", "days_left")
        try json.finish()
    }

    /// Writes the message's JSON form, without what is absent or default.
    public func encode(to encoder: any Encoder) throws {
        var json = JSONWriter(encoder)
        try json.write(caseID, unless: [], as: JSONIdentifier.self, "caseId")
        try json.write(publicNumber, unless: "", "publicNumber")
        try json.write(platformID, unless: "", "platformId")
        try json.write(state, unless: .unspecified, "state")
        try json.write(risk, unless: .unspecified, "risk")
        try json.write(answered, unless: false, "answered")
        try json.write(next, "next")
        try json.write(daysLeft, as: JSONNumber<Int32>.self, "daysLeft")
    }
}
