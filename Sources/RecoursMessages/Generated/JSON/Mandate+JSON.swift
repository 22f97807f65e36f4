// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/partner_service.proto.

extension Mandate {
    /// Reads the message's JSON form; throws `DecodingError` with the path.
    public init(from decoder: any Decoder) throws {
        var json = try JSONReader(decoder)
        self.init()
        try json.read(&association, "association")
        try json.read(&siren, "siren")
        try json.read(&from, "from")
        try json.read(&until, "until")
        try json.read(
            &documentSha256, as: JSONHexadecimal.self, "documentSha256", "document_sha256")
        try json.finish()
    }

    /// Writes the message's JSON form, without what is absent or default.
    public func encode(to encoder: any Encoder) throws {
        var json = JSONWriter(encoder)
        try json.write(association, unless: "", "association")
        try json.write(siren, unless: "", "siren")
        try json.write(from, unless: "", "from")
        try json.write(until, unless: "", "until")
        try json.write(documentSha256, unless: [], as: JSONHexadecimal.self, "documentSha256")
    }
}
