// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/partner_service.proto.

extension BoundKey {
    /// Reads the message's JSON form; throws `DecodingError` with the path.
    public init(from decoder: any Decoder) throws {
        var json = try JSONReader(decoder)
        self.init()
        try json.read(&spkiSha256, as: JSONHexadecimal.self, "spkiSha256", "spki_sha256")
        try json.read(&notAfterMs, as: JSONDecimal<Int64>.self, "notAfterMs", "not_after_ms")
        try json.read(&instance, "instance")
        try json.finish()
    }

    /// Writes the message's JSON form, without what is absent or default.
    public func encode(to encoder: any Encoder) throws {
        var json = JSONWriter(encoder)
        try json.write(spkiSha256, unless: [], as: JSONHexadecimal.self, "spkiSha256")
        try json.write(notAfterMs, unless: 0, as: JSONDecimal<Int64>.self, "notAfterMs")
        try json.write(instance, unless: "", "instance")
    }
}
