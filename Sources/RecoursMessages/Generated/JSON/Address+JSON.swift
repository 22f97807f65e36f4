// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/party.proto.

extension Address {
    /// Reads the message's JSON form; throws `DecodingError` with the path.
    public init(from decoder: any Decoder) throws {
        var json = try JSONReader(decoder)
        self.init()
        try json.read(&lines, "lines")
        try json.read(&postcode, "postcode")
        try json.read(&city, "city")
        try json.read(&country, "country")
        try json.finish()
    }

    /// Writes the message's JSON form, without what is absent or default.
    public func encode(to encoder: any Encoder) throws {
        var json = JSONWriter(encoder)
        try json.write(lines, "lines")
        try json.write(postcode, unless: "", "postcode")
        try json.write(city, unless: "", "city")
        try json.write(country, unless: "", "country")
    }
}
