// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/errors.proto.

extension FieldViolation {
    /// Reads the message's JSON form; throws `DecodingError` with the path.
    public init(from decoder: any Decoder) throws {
        var json = try JSONReader(decoder)
        self.init()
        try json.read(&fieldPath, "fieldPath", "field_path")
        try json.read(&code, "code")
        try json.read(&limit, as: JSONDecimal<Int64>.self, "limit")
        try json.read(&actual, as: JSONDecimal<Int64>.self, "actual")
        try json.read(&description, "description")
        try json.finish()
    }

    /// Writes the message's JSON form, without what is absent or default.
    public func encode(to encoder: any Encoder) throws {
        var json = JSONWriter(encoder)
        try json.write(fieldPath, unless: "", "fieldPath")
        try json.write(code, unless: "", "code")
        try json.write(limit, as: JSONDecimal<Int64>.self, "limit")
        try json.write(actual, as: JSONDecimal<Int64>.self, "actual")
        try json.write(description, unless: "", "description")
    }
}
