// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/campaign_service.proto.

extension GetCampaignRequest {
    /// Reads the message's JSON form; throws `DecodingError` with the path.
    public init(from decoder: any Decoder) throws {
        var json = try JSONReader(decoder)
        self.init()
        try json.read(&reference, Reference.id, as: JSONIdentifier.self, "id")
        try json.read(&reference, Reference.name, as: JSONPlain<String>.self, "name")
        try json.finish()
    }

    /// Writes the message's JSON form, without what is absent or default.
    public func encode(to encoder: any Encoder) throws {
        var json = JSONWriter(encoder)
        switch reference {
        case .id(let value):
            try json.write(Optional(value), as: JSONIdentifier.self, "id")
        case .name(let value):
            try json.write(Optional(value), "name")
        case nil: break
        }
    }
}
