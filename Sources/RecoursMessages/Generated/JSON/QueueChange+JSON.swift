// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/watch_service.proto.

extension QueueChange {
    /// Reads the message's JSON form; throws `DecodingError` with the path.
    public init(from decoder: any Decoder) throws {
        var json = try JSONReader(decoder)
        self.init()
        try json.read(&cursor, as: JSONBase64.self, "cursor")
        try json.read(&kind, "kind")
        try json.read(&item, "item")
        try json.finish()
    }

    /// Writes the message's JSON form, without what is absent or default.
    public func encode(to encoder: any Encoder) throws {
        var json = JSONWriter(encoder)
        try json.write(cursor, unless: [], as: JSONBase64.self, "cursor")
        try json.write(kind, unless: .unspecified, "kind")
        try json.write(item, "item")
    }
}
