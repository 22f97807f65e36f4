// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/export_service.proto.

extension ExportSummary {
    /// Reads the message's JSON form; throws `DecodingError` with the path.
    public init(from decoder: any Decoder) throws {
        var json = try JSONReader(decoder)
        self.init()
        try json.read(&siren, "siren")
        try json.read(&exportedAtMs, as: JSONDecimal<Int64>.self, "exportedAtMs", "exported_at_ms")
        try json.read(&cases, as: JSONDecimal<UInt64>.self, "cases")
        try json.read(&events, as: JSONDecimal<UInt64>.self, "events")
        try json.read(&mandates, as: JSONDecimal<UInt64>.self, "mandates")
        try json.read(&files, as: JSONDecimal<UInt64>.self, "files")
        try json.finish()
    }

    /// Writes the message's JSON form, without what is absent or default.
    public func encode(to encoder: any Encoder) throws {
        var json = JSONWriter(encoder)
        try json.write(siren, unless: "", "siren")
        try json.write(exportedAtMs, unless: 0, as: JSONDecimal<Int64>.self, "exportedAtMs")
        try json.write(cases, unless: 0, as: JSONDecimal<UInt64>.self, "cases")
        try json.write(events, unless: 0, as: JSONDecimal<UInt64>.self, "events")
        try json.write(mandates, unless: 0, as: JSONDecimal<UInt64>.self, "mandates")
        try json.write(files, unless: 0, as: JSONDecimal<UInt64>.self, "files")
    }
}
