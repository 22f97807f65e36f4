// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/claim_service.proto.

extension ListClaimsRequest {
    /// Reads the message's JSON form; throws `DecodingError` with the path.
    public init(from decoder: any Decoder) throws {
        var json = try JSONReader(decoder)
        self.init()
        try json.read(&pageSize, as: JSONNumber<UInt32>.self, "pageSize", "page_size")
        try json.read(&pageToken, "pageToken", "page_token")
        try json.read(&workID, as: JSONIdentifier.self, "workId", "work_id")
        try json.read(&state, "state")
        try json.read(&throttledOnly, "throttledOnly", "throttled_only")
        try json.finish()
    }

    /// Writes the message's JSON form, without what is absent or default.
    public func encode(to encoder: any Encoder) throws {
        var json = JSONWriter(encoder)
        try json.write(pageSize, unless: 0, as: JSONNumber<UInt32>.self, "pageSize")
        try json.write(pageToken, unless: "", "pageToken")
        try json.write(workID, unless: [], as: JSONIdentifier.self, "workId")
        try json.write(state, unless: .unspecified, "state")
        try json.write(throttledOnly, unless: false, "throttledOnly")
    }
}
