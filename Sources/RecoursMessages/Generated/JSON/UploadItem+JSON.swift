// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/evidence_service.proto.

extension UploadItem {
    /// Reads the message's JSON form; throws `DecodingError` with the path.
    public init(from decoder: any Decoder) throws {
        var json = try JSONReader(decoder)
        self.init()
        try json.read(&item, Item.start, as: JSONPlain<UploadStart>.self, "start")
        try json.read(&item, Item.chunk, as: JSONBase64.self, "chunk")
        try json.finish()
    }

    /// Writes the message's JSON form, without what is absent or default.
    public func encode(to encoder: any Encoder) throws {
        var json = JSONWriter(encoder)
        switch item {
        case .start(let value):
            try json.write(Optional(value), "start")
        case .chunk(let value):
            try json.write(Optional(value), as: JSONBase64.self, "chunk")
        case nil: break
        }
    }
}
