// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/operator_service.proto.

extension BackUpProgress {
    /// Reads the message's JSON form; throws `DecodingError` with the path.
    public init(from decoder: any Decoder) throws {
        var json = try JSONReader(decoder)
        self.init()
        try json.read(&stage, "stage")
        try json.read(&done, as: JSONDecimal<UInt64>.self, "done")
        try json.read(&total, as: JSONDecimal<UInt64>.self, "total")
        try json.read(&result, "result")
        try json.finish()
    }

    /// Writes the message's JSON form, without what is absent or default.
    public func encode(to encoder: any Encoder) throws {
        var json = JSONWriter(encoder)
        try json.write(stage, unless: .unspecified, "stage")
        try json.write(done, unless: 0, as: JSONDecimal<UInt64>.self, "done")
        try json.write(total, unless: 0, as: JSONDecimal<UInt64>.self, "total")
        try json.write(result, "result")
    }
}
