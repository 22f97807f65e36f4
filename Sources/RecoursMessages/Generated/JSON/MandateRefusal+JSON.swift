// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/partner_service.proto.

extension MandateRefusal {
    /// Reads the message's JSON form; throws `DecodingError` with the path.
    public init(from decoder: any Decoder) throws {
        var json = try JSONReader(decoder)
        self.init()
        try json.read(&index, as: JSONDecimal<UInt64>.self, "index")
        try json.read(&fieldPath, "fieldPath", "field_path")
        try json.read(&code, "code")
        try json.read(&description, "description")
        try json.finish()
    }

    /// Writes the message's JSON form, without what is absent or default.
    public func encode(to encoder: any Encoder) throws {
        var json = JSONWriter(encoder)
        try json.write(index, unless: 0, as: JSONDecimal<UInt64>.self, "index")
        try json.write(fieldPath, unless: "", "fieldPath")
        try json.write(code, unless: "", "code")
        try json.write(description, unless: "", "description")
    }
}
