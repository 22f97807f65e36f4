// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/retention_service.proto.

extension EraseCaseRequest {
    /// Reads the message's JSON form; throws `DecodingError` with the path.
    public init(from decoder: any Decoder) throws {
        var json = try JSONReader(decoder)
        self.init()
        try json.read(&reason, "reason")
        try json.read(&reference, Reference.id, as: JSONIdentifier.self, "id")
        try json.read(
            &reference,
            Reference.publicNumber,
            as: JSONPlain<String>.self,
            "publicNumber",
            "public_number")
        try json.finish()
    }

    /// Writes the message's JSON form, without what is absent or default.
    public func encode(to encoder: any Encoder) throws {
        var json = JSONWriter(encoder)
        try json.write(reason, unless: "", "reason")
        switch reference {
        case .id(let value):
            try json.write(Optional(value), as: JSONIdentifier.self, "id")
        case .publicNumber(let value):
            try json.write(Optional(value), "publicNumber")
        case nil: break
        }
    }
}
