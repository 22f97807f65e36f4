// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/partner_service.proto.

extension ImportMandatesResponse {
    /// Reads the message's JSON form; throws `DecodingError` with the path.
    public init(from decoder: any Decoder) throws {
        var json = try JSONReader(decoder)
        self.init()
        try json.read(&added, as: JSONDecimal<UInt64>.self, "added")
        try json.read(&updated, as: JSONDecimal<UInt64>.self, "updated")
        try json.read(&refusals, "refusals")
        try json.read(&refused, as: JSONDecimal<UInt64>.self, "refused")
        try json.finish()
    }

    /// Writes the message's JSON form, without what is absent or default.
    public func encode(to encoder: any Encoder) throws {
        var json = JSONWriter(encoder)
        try json.write(added, unless: 0, as: JSONDecimal<UInt64>.self, "added")
        try json.write(updated, unless: 0, as: JSONDecimal<UInt64>.self, "updated")
        try json.write(refusals, "refusals")
        try json.write(refused, unless: 0, as: JSONDecimal<UInt64>.self, "refused")
    }
}
