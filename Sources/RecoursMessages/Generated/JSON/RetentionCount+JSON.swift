// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/retention_service.proto.

extension RetentionCount {
    /// Reads the message's JSON form; throws `DecodingError` with the path.
    public init(from decoder: any Decoder) throws {
        var json = try JSONReader(decoder)
        self.init()
        try json.read(&reason, "reason")
        try json.read(&due, as: JSONDecimal<UInt64>.self, "due")
        try json.read(&held, as: JSONDecimal<UInt64>.self, "held")
        try json.finish()
    }

    /// Writes the message's JSON form, without what is absent or default.
    public func encode(to encoder: any Encoder) throws {
        var json = JSONWriter(encoder)
        try json.write(reason, unless: .unspecified, "reason")
        try json.write(due, unless: 0, as: JSONDecimal<UInt64>.self, "due")
        try json.write(held, unless: 0, as: JSONDecimal<UInt64>.self, "held")
    }
}
