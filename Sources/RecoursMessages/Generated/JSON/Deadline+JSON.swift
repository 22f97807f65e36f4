// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/case.proto.

extension Deadline {
    /// Reads the message's JSON form; throws `DecodingError` with the path.
    public init(from decoder: any Decoder) throws {
        var json = try JSONReader(decoder)
        self.init()
        try json.read(&kind, "kind")
        try json.read(&dueAtMs, as: JSONDecimal<Int64>.self, "dueAtMs", "due_at_ms")
        try json.read(&party, "party")
        try json.read(&startedAtMs, as: JSONDecimal<Int64>.self, "startedAtMs", "started_at_ms")
        try json.read(&reminded, as: JSONNumber<UInt32>.self, "reminded")
        try json.finish()
    }

    /// Writes the message's JSON form, without what is absent or default.
    public func encode(to encoder: any Encoder) throws {
        var json = JSONWriter(encoder)
        try json.write(kind, unless: .unspecified, "kind")
        try json.write(dueAtMs, unless: 0, as: JSONDecimal<Int64>.self, "dueAtMs")
        try json.write(party, unless: .unspecified, "party")
        try json.write(startedAtMs, unless: 0, as: JSONDecimal<Int64>.self, "startedAtMs")
        try json.write(reminded, unless: 0, as: JSONNumber<UInt32>.self, "reminded")
    }
}
