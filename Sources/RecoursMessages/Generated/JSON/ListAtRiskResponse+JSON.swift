// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/campaign_service.proto.

extension ListAtRiskResponse {
    /// Reads the message's JSON form; throws `DecodingError` with the path.
    public init(from decoder: any Decoder) throws {
        var json = try JSONReader(decoder)
        self.init()
        try json.read(&cases, "cases")
        try json.read(&nextPageToken, "nextPageToken", "next_page_token")
        try json.read(&damaged, as: JSONNumber<UInt32>.self, "damaged")
        try json.finish()
    }

    /// Writes the message's JSON form, without what is absent or default.
    public func encode(to encoder: any Encoder) throws {
        var json = JSONWriter(encoder)
        try json.write(cases, "cases")
        try json.write(nextPageToken, unless: "", "nextPageToken")
        try json.write(damaged, unless: 0, as: JSONNumber<UInt32>.self, "damaged")
    }
}
