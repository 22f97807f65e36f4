// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/figures_service.proto.

extension FigureDuration {
    /// Reads the message's JSON form; throws `DecodingError` with the path.
    public init(from decoder: any Decoder) throws {
        var json = try JSONReader(decoder)
        self.init()
        try json.read(&kind, "kind")
        try json.read(&sample, as: JSONDecimal<UInt64>.self, "sample")
        try json.read(
            &medianMinutes, as: JSONNumber<UInt32>.self, "medianMinutes", "median_minutes")
        try json.read(&p95Minutes, as: JSONNumber<UInt32>.self, "p95Minutes", "p95_minutes")
        try json.finish()
    }

    /// Writes the message's JSON form, without what is absent or default.
    public func encode(to encoder: any Encoder) throws {
        var json = JSONWriter(encoder)
        try json.write(kind, unless: .unspecified, "kind")
        try json.write(sample, as: JSONDecimal<UInt64>.self, "sample")
        try json.write(medianMinutes, as: JSONNumber<UInt32>.self, "medianMinutes")
        try json.write(p95Minutes, as: JSONNumber<UInt32>.self, "p95Minutes")
    }
}
