// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/exchange.proto.

extension Exchange {
    /// Reads the message's JSON form; throws `DecodingError` with the path.
    public init(from decoder: any Decoder) throws {
        var json = try JSONReader(decoder)
        self.init()
        try json.read(&kind, "kind")
        try json.read(&authorKind, "authorKind", "author_kind")
        try json.read(&authorSlug, "authorSlug", "author_slug")
        try json.read(&writing, "writing")
        try json.read(&atMs, as: JSONDecimal<Int64>.self, "atMs", "at_ms")
        try json.finish()
    }

    /// Writes the message's JSON form, without what is absent or default.
    public func encode(to encoder: any Encoder) throws {
        var json = JSONWriter(encoder)
        try json.write(kind, unless: .unspecified, "kind")
        try json.write(authorKind, unless: "", "authorKind")
        try json.write(authorSlug, unless: "", "authorSlug")
        try json.write(writing, "writing")
        try json.write(atMs, unless: 0, as: JSONDecimal<Int64>.self, "atMs")
    }
}
