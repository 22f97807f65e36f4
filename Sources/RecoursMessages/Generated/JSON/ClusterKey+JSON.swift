// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/mediation_service.proto.

extension ClusterKey {
    /// Reads the message's JSON form; throws `DecodingError` with the path.
    public init(from decoder: any Decoder) throws {
        var json = try JSONReader(decoder)
        self.init()
        try json.read(&platformID, "platformId", "platform_id")
        try json.read(&category, "category")
        try json.read(&clause, "clause")
        try json.finish()
    }

    /// Writes the message's JSON form, without what is absent or default.
    public func encode(to encoder: any Encoder) throws {
        var json = JSONWriter(encoder)
        try json.write(platformID, unless: "", "platformId")
        try json.write(category, unless: .unspecified, "category")
        try json.write(clause, unless: "", "clause")
    }
}
