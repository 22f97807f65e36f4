// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/mediation.proto.

extension Agreement {
    /// Reads the message's JSON form; throws `DecodingError` with the path.
    public init(from decoder: any Decoder) throws {
        var json = try JSONReader(decoder)
        self.init()
        try json.read(&text, "text")
        try json.read(&proposedAtMs, as: JSONDecimal<Int64>.self, "proposedAtMs", "proposed_at_ms")
        try json.read(&acceptedByComplainant, "acceptedByComplainant", "accepted_by_complainant")
        try json.read(&acceptedByPlatform, "acceptedByPlatform", "accepted_by_platform")
        try json.read(&declinedBy, "declinedBy", "declined_by")
        try json.finish()
    }

    /// Writes the message's JSON form, without what is absent or default.
    public func encode(to encoder: any Encoder) throws {
        var json = JSONWriter(encoder)
        try json.write(text, unless: "", "text")
        try json.write(proposedAtMs, unless: 0, as: JSONDecimal<Int64>.self, "proposedAtMs")
        try json.write(acceptedByComplainant, unless: false, "acceptedByComplainant")
        try json.write(acceptedByPlatform, unless: false, "acceptedByPlatform")
        try json.write(declinedBy, unless: .unspecified, "declinedBy")
    }
}
