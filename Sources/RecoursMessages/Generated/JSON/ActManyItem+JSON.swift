// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/action_service.proto.

extension ActManyItem {
    /// Reads the message's JSON form; throws `DecodingError` with the path.
    public init(from decoder: any Decoder) throws {
        var json = try JSONReader(decoder)
        self.init()
        try json.read(
            &clientSequence, as: JSONDecimal<UInt64>.self, "clientSequence", "client_sequence")
        try json.read(&idempotencyKey, as: JSONIdentifier.self, "idempotencyKey", "idempotency_key")
        try json.read(&request, "request")
        try json.finish()
    }

    /// Writes the message's JSON form, without what is absent or default.
    public func encode(to encoder: any Encoder) throws {
        var json = JSONWriter(encoder)
        try json.write(clientSequence, unless: 0, as: JSONDecimal<UInt64>.self, "clientSequence")
        try json.write(idempotencyKey, unless: [], as: JSONIdentifier.self, "idempotencyKey")
        try json.write(request, "request")
    }
}
