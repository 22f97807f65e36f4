// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/evidence_service.proto.

extension UploadStart {
    /// Reads the message's JSON form; throws `DecodingError` with the path.
    public init(from decoder: any Decoder) throws {
        var json = try JSONReader(decoder)
        self.init()
        try json.read(&uploadID, as: JSONIdentifier.self, "uploadId", "upload_id")
        try json.read(&offset, as: JSONDecimal<UInt64>.self, "offset")
        try json.finish()
    }

    /// Writes the message's JSON form, without what is absent or default.
    public func encode(to encoder: any Encoder) throws {
        var json = JSONWriter(encoder)
        try json.write(uploadID, unless: [], as: JSONIdentifier.self, "uploadId")
        try json.write(offset, unless: 0, as: JSONDecimal<UInt64>.self, "offset")
    }
}
