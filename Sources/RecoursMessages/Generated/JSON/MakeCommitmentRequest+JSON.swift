// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/commitment_service.proto.

extension MakeCommitmentRequest {
    /// Reads the message's JSON form; throws `DecodingError` with the path.
    public init(from decoder: any Decoder) throws {
        var json = try JSONReader(decoder)
        self.init()
        try json.read(&text, "text")
        try json.read(&dueOn, "dueOn", "due_on")
        try json.read(
            &scope, Scope.campaignID, as: JSONIdentifier.self, "campaignId", "campaign_id")
        try json.read(&scope, Scope.category, as: JSONPlain<CaseCategory>.self, "category")
        try json.finish()
    }

    /// Writes the message's JSON form, without what is absent or default.
    public func encode(to encoder: any Encoder) throws {
        var json = JSONWriter(encoder)
        try json.write(text, unless: "", "text")
        try json.write(dueOn, unless: "", "dueOn")
        switch scope {
        case .campaignID(let value):
            try json.write(Optional(value), as: JSONIdentifier.self, "campaignId")
        case .category(let value):
            try json.write(Optional(value), "category")
        case nil: break
        }
    }
}
