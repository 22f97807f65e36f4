// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/case_service.proto.

extension ListCasesRequest {
    /// Reads the message's JSON form; throws `DecodingError` with the path.
    public init(from decoder: any Decoder) throws {
        var json = try JSONReader(decoder)
        self.init()
        try json.read(&pageSize, as: JSONNumber<UInt32>.self, "pageSize", "page_size")
        try json.read(&pageToken, "pageToken", "page_token")
        try json.read(&siren, "siren")
        try json.read(&platformID, "platformId", "platform_id")
        try json.read(&states, "states")
        try json.read(&dueBeforeMs, as: JSONDecimal<Int64>.self, "dueBeforeMs", "due_before_ms")
        try json.read(
            &updatedSinceMs, as: JSONDecimal<Int64>.self, "updatedSinceMs", "updated_since_ms")
        try json.read(&complainantSizes, "complainantSizes", "complainant_sizes")
        try json.read(&nafCode, "nafCode", "naf_code")
        try json.finish()
    }

    /// Writes the message's JSON form, without what is absent or default.
    public func encode(to encoder: any Encoder) throws {
        var json = JSONWriter(encoder)
        try json.write(pageSize, unless: 0, as: JSONNumber<UInt32>.self, "pageSize")
        try json.write(pageToken, unless: "", "pageToken")
        try json.write(siren, unless: "", "siren")
        try json.write(platformID, unless: "", "platformId")
        try json.write(states, "states")
        try json.write(dueBeforeMs, as: JSONDecimal<Int64>.self, "dueBeforeMs")
        try json.write(updatedSinceMs, as: JSONDecimal<Int64>.self, "updatedSinceMs")
        try json.write(complainantSizes, "complainantSizes")
        try json.write(nafCode, unless: "", "nafCode")
    }
}
