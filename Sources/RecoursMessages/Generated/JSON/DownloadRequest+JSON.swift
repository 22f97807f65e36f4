// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/evidence_service.proto.

extension DownloadRequest {
    /// Reads the message's JSON form; throws `DecodingError` with the path.
    public init(from decoder: any Decoder) throws {
        var json = try JSONReader(decoder)
        self.init()
        try json.read(&id, as: JSONIdentifier.self, "id")
        try json.read(&offset, as: JSONDecimal<UInt64>.self, "offset")
        try json.read(&length, as: JSONDecimal<UInt64>.self, "length")
        try json.finish()
    }

    /// Writes the message's JSON form, without what is absent or default.
    public func encode(to encoder: any Encoder) throws {
        var json = JSONWriter(encoder)
        try json.write(id, unless: [], as: JSONIdentifier.self, "id")
        try json.write(offset, unless: 0, as: JSONDecimal<UInt64>.self, "offset")
        try json.write(length, unless: 0, as: JSONDecimal<UInt64>.self, "length")
    }
}
