// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/party.proto.

extension ForeignIdentifier {
    /// Reads the message's JSON form; throws `DecodingError` with the path.
    public init(from decoder: any Decoder) throws {
        var json = try JSONReader(decoder)
        self.init()
        try json.read(&country, "country")
        try json.read(&scheme, "scheme")
        try json.read(&value, "value")
        try json.finish()
    }

    /// Writes the message's JSON form, without what is absent or default.
    public func encode(to encoder: any Encoder) throws {
        var json = JSONWriter(encoder)
        try json.write(country, unless: "", "country")
        try json.write(scheme, unless: "", "scheme")
        try json.write(value, unless: "", "value")
    }
}
