// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/retention_service.proto.

extension RetentionProgress {
    /// Reads the message's JSON form; throws `DecodingError` with the path.
    public init(from decoder: any Decoder) throws {
        var json = try JSONReader(decoder)
        self.init()
        try json.read(&seen, as: JSONDecimal<UInt64>.self, "seen")
        try json.read(&counts, "counts")
        try json.read(&erased, as: JSONDecimal<UInt64>.self, "erased")
        try json.read(&spared, as: JSONDecimal<UInt64>.self, "spared")
        try json.read(&finished, "finished")
        try json.finish()
    }

    /// Writes the message's JSON form, without what is absent or default.
    public func encode(to encoder: any Encoder) throws {
        var json = JSONWriter(encoder)
        try json.write(seen, unless: 0, as: JSONDecimal<UInt64>.self, "seen")
        try json.write(counts, "counts")
        try json.write(erased, unless: 0, as: JSONDecimal<UInt64>.self, "erased")
        try json.write(spared, unless: 0, as: JSONDecimal<UInt64>.self, "spared")
        try json.write(finished, unless: false, "finished")
    }
}
