// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/operator_service.proto.

extension BackUpResult {
    /// Reads the message's JSON form; throws `DecodingError` with the path.
    public init(from decoder: any Decoder) throws {
        var json = try JSONReader(decoder)
        self.init()
        try json.read(&name, "name")
        try json.read(&cases, as: JSONDecimal<UInt64>.self, "cases")
        try json.read(&events, as: JSONDecimal<UInt64>.self, "events")
        try json.read(&files, as: JSONDecimal<UInt64>.self, "files")
        try json.read(&bytes, as: JSONDecimal<UInt64>.self, "bytes")
        try json.finish()
    }

    /// Writes the message's JSON form, without what is absent or default.
    public func encode(to encoder: any Encoder) throws {
        var json = JSONWriter(encoder)
        try json.write(name, unless: "", "name")
        try json.write(cases, unless: 0, as: JSONDecimal<UInt64>.self, "cases")
        try json.write(events, unless: 0, as: JSONDecimal<UInt64>.self, "events")
        try json.write(files, unless: 0, as: JSONDecimal<UInt64>.self, "files")
        try json.write(bytes, unless: 0, as: JSONDecimal<UInt64>.self, "bytes")
    }
}
