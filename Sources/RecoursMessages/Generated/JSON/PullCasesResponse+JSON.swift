// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/inbox_service.proto.

extension PullCasesResponse {
    /// Reads the message's JSON form; throws `DecodingError` with the path.
    public init(from decoder: any Decoder) throws {
        var json = try JSONReader(decoder)
        self.init()
        try json.read(&entries, "entries")
        try json.read(&cursor, as: JSONBase64.self, "cursor")
        try json.read(&more, "more")
        try json.read(&damaged, as: JSONNumber<UInt32>.self, "damaged")
        try json.finish()
    }

    /// Writes the message's JSON form, without what is absent or default.
    public func encode(to encoder: any Encoder) throws {
        var json = JSONWriter(encoder)
        try json.write(entries, "entries")
        try json.write(cursor, unless: [], as: JSONBase64.self, "cursor")
        try json.write(more, unless: false, "more")
        try json.write(damaged, unless: 0, as: JSONNumber<UInt32>.self, "damaged")
    }
}
