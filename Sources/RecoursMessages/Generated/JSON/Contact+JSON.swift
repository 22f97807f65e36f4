// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/party.proto.

extension Contact {
    /// Reads the message's JSON form; throws `DecodingError` with the path.
    public init(from decoder: any Decoder) throws {
        var json = try JSONReader(decoder)
        self.init()
        try json.read(&name, "name")
        try json.read(&role, "role")
        try json.read(&email, "email")
        try json.read(&phone, "phone")
        try json.read(&hours, "hours")
        try json.read(&language, "language")
        try json.finish()
    }

    /// Writes the message's JSON form, without what is absent or default.
    public func encode(to encoder: any Encoder) throws {
        var json = JSONWriter(encoder)
        try json.write(name, unless: "", "name")
        try json.write(role, unless: "", "role")
        try json.write(email, unless: "", "email")
        try json.write(phone, unless: "", "phone")
        try json.write(hours, unless: "", "hours")
        try json.write(language, unless: "", "language")
    }
}
