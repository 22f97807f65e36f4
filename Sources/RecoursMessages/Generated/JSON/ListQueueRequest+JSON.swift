// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/mediation_service.proto.

extension ListQueueRequest {
    /// Reads the message's JSON form; throws `DecodingError` with the path.
    public init(from decoder: any Decoder) throws {
        var json = try JSONReader(decoder)
        self.init()
        try json.read(&pageSize, as: JSONNumber<UInt32>.self, "pageSize", "page_size")
        try json.read(&pageToken, "pageToken", "page_token")
        try json.read(&assignment, "assignment")
        try json.read(&platformID, "platformId", "platform_id")
        try json.read(&category, "category")
        try json.read(&like, "like")
        try json.read(&reasons, "reasons")
        try json.read(&complainantSizes, "complainantSizes", "complainant_sizes")
        try json.read(&nafCode, "nafCode", "naf_code")
        try json.finish()
    }

    /// Writes the message's JSON form, without what is absent or default.
    public func encode(to encoder: any Encoder) throws {
        var json = JSONWriter(encoder)
        try json.write(pageSize, unless: 0, as: JSONNumber<UInt32>.self, "pageSize")
        try json.write(pageToken, unless: "", "pageToken")
        try json.write(assignment, unless: .unspecified, "assignment")
        try json.write(platformID, unless: "", "platformId")
        try json.write(category, unless: .unspecified, "category")
        try json.write(like, "like")
        try json.write(reasons, "reasons")
        try json.write(complainantSizes, "complainantSizes")
        try json.write(nafCode, unless: "", "nafCode")
    }
}
