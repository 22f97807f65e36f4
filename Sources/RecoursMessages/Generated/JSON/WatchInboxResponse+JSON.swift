// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/watch_service.proto.

extension WatchInboxResponse {
    /// Reads the message's JSON form; throws `DecodingError` with the path.
    public init(from decoder: any Decoder) throws {
        var json = try JSONReader(decoder)
        self.init()
        try json.read(&content, Content.entry, as: JSONPlain<InboxEntry>.self, "entry")
        try json.read(&content, Content.bookmark, as: JSONBase64.self, "bookmark")
        try json.read(&content, Content.damaged, as: JSONNumber<UInt32>.self, "damaged")
        try json.finish()
    }

    /// Writes the message's JSON form, without what is absent or default.
    public func encode(to encoder: any Encoder) throws {
        var json = JSONWriter(encoder)
        switch content {
        case .entry(let value):
            try json.write(Optional(value), "entry")
        case .bookmark(let value):
            try json.write(Optional(value), as: JSONBase64.self, "bookmark")
        case .damaged(let value):
            try json.write(Optional(value), as: JSONNumber<UInt32>.self, "damaged")
        case nil: break
        }
    }
}
