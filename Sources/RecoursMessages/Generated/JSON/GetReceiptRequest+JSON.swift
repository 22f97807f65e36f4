// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/proof_service.proto.

extension GetReceiptRequest {
    /// Reads the message's JSON form; throws `DecodingError` with the path.
    public init(from decoder: any Decoder) throws {
        var json = try JSONReader(decoder)
        self.init()
        try json.read(&sequence, as: JSONDecimal<UInt64>.self, "sequence")
        try json.read(&reference, Reference.id, as: JSONIdentifier.self, "id")
        try json.read(
            &reference,
            Reference.publicNumber,
            as: JSONPlain<String>.self,
            "publicNumber",
            "public_number")
        try json.read(
            &reference,
            Reference.externalRef,
            as: JSONPlain<String>.self,
            "externalRef",
            "external_ref")
        try json.finish()
    }

    /// Writes the message's JSON form, without what is absent or default.
    public func encode(to encoder: any Encoder) throws {
        var json = JSONWriter(encoder)
        try json.write(sequence, unless: 0, as: JSONDecimal<UInt64>.self, "sequence")
        switch reference {
        case .id(let value):
            try json.write(Optional(value), as: JSONIdentifier.self, "id")
        case .publicNumber(let value):
            try json.write(Optional(value), "publicNumber")
        case .externalRef(let value):
            try json.write(Optional(value), "externalRef")
        case nil: break
        }
    }
}
