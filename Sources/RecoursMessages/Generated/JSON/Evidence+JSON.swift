// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/evidence_service.proto.

extension Evidence {
    /// Reads the message's JSON form; throws `DecodingError` with the path.
    public init(from decoder: any Decoder) throws {
        var json = try JSONReader(decoder)
        self.init()
        try json.read(&id, as: JSONIdentifier.self, "id")
        try json.read(&name, "name")
        try json.read(&size, as: JSONDecimal<UInt64>.self, "size")
        try json.read(&sha256, as: JSONHexadecimal.self, "sha256")
        try json.read(&media, "media")
        try json.read(&scan, "scan")
        try json.read(&visibility, "visibility")
        try json.read(&capturedAtMs, as: JSONDecimal<Int64>.self, "capturedAtMs", "captured_at_ms")
        try json.read(&sourceURL, "sourceUrl", "source_url")
        try json.read(&createdAtMs, as: JSONDecimal<Int64>.self, "createdAtMs", "created_at_ms")
        try json.read(&caseID, as: JSONIdentifier.self, "caseId", "case_id")
        try json.read(&side, "side")
        try json.read(&erasedAtMs, as: JSONDecimal<Int64>.self, "erasedAtMs", "erased_at_ms")
        try json.finish()
    }

    /// Writes the message's JSON form, without what is absent or default.
    public func encode(to encoder: any Encoder) throws {
        var json = JSONWriter(encoder)
        try json.write(id, unless: [], as: JSONIdentifier.self, "id")
        try json.write(name, unless: "", "name")
        try json.write(size, unless: 0, as: JSONDecimal<UInt64>.self, "size")
        try json.write(sha256, unless: [], as: JSONHexadecimal.self, "sha256")
        try json.write(media, unless: .unspecified, "media")
        try json.write(scan, unless: .unspecified, "scan")
        try json.write(visibility, unless: .unspecified, "visibility")
        try json.write(capturedAtMs, unless: 0, as: JSONDecimal<Int64>.self, "capturedAtMs")
        try json.write(sourceURL, unless: "", "sourceUrl")
        try json.write(createdAtMs, unless: 0, as: JSONDecimal<Int64>.self, "createdAtMs")
        try json.write(caseID, unless: [], as: JSONIdentifier.self, "caseId")
        try json.write(side, unless: "", "side")
        try json.write(erasedAtMs, unless: 0, as: JSONDecimal<Int64>.self, "erasedAtMs")
    }
}
