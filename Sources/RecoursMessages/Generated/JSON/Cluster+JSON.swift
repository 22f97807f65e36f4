// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/mediation_service.proto.

extension Cluster {
    /// Reads the message's JSON form; throws `DecodingError` with the path.
    public init(from decoder: any Decoder) throws {
        var json = try JSONReader(decoder)
        self.init()
        try json.read(&key, "key")
        try json.read(&open, as: JSONDecimal<UInt64>.self, "open")
        try json.read(&waiting, as: JSONDecimal<UInt64>.self, "waiting")
        try json.finish()
    }

    /// Writes the message's JSON form, without what is absent or default.
    public func encode(to encoder: any Encoder) throws {
        var json = JSONWriter(encoder)
        try json.write(key, "key")
        try json.write(open, unless: 0, as: JSONDecimal<UInt64>.self, "open")
        try json.write(waiting, unless: 0, as: JSONDecimal<UInt64>.self, "waiting")
    }
}
