// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/claim.proto.

extension Work {
    /// Reads the message's JSON form; throws `DecodingError` with the path.
    public init(from decoder: any Decoder) throws {
        var json = try JSONReader(decoder)
        self.init()
        try json.read(&id, as: JSONIdentifier.self, "id")
        try json.read(&registrant, "registrant")
        try json.read(&draft, "draft")
        try json.read(&createdAtMs, as: JSONDecimal<Int64>.self, "createdAtMs", "created_at_ms")
        try json.finish()
    }

    /// Writes the message's JSON form, without what is absent or default.
    public func encode(to encoder: any Encoder) throws {
        var json = JSONWriter(encoder)
        try json.write(id, unless: [], as: JSONIdentifier.self, "id")
        try json.write(registrant, "registrant")
        try json.write(draft, "draft")
        try json.write(createdAtMs, unless: 0, as: JSONDecimal<Int64>.self, "createdAtMs")
    }
}
