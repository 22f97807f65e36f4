// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/claim_service.proto.

extension RemovalTime {
    /// Reads the message's JSON form; throws `DecodingError` with the path.
    public init(from decoder: any Decoder) throws {
        var json = try JSONReader(decoder)
        self.init()
        try json.read(&count, as: JSONDecimal<UInt64>.self, "count")
        try json.read(
            &medianMinutes, as: JSONDecimal<UInt64>.self, "medianMinutes", "median_minutes")
        try json.read(&p95Minutes, as: JSONDecimal<UInt64>.self, "p95Minutes", "p95_minutes")
        try json.finish()
    }

    /// Writes the message's JSON form, without what is absent or default.
    public func encode(to encoder: any Encoder) throws {
        var json = JSONWriter(encoder)
        try json.write(count, unless: 0, as: JSONDecimal<UInt64>.self, "count")
        try json.write(medianMinutes, unless: 0, as: JSONDecimal<UInt64>.self, "medianMinutes")
        try json.write(p95Minutes, unless: 0, as: JSONDecimal<UInt64>.self, "p95Minutes")
    }
}
