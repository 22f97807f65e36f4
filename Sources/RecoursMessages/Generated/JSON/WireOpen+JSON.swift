// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/wire/v1/wire.proto.

extension WireOpen {
    /// Reads the message's JSON form; throws `DecodingError` with the path.
    package init(from decoder: any Decoder) throws {
        var json = try JSONReader(decoder)
        self.init()
        try json.read(&method, "method")
        try json.read(&timeoutMs, as: JSONDecimal<UInt64>.self, "timeoutMs", "timeout_ms")
        try json.read(&idempotencyKey, as: JSONIdentifier.self, "idempotencyKey", "idempotency_key")
        try json.read(&attempt, as: JSONNumber<UInt32>.self, "attempt")
        try json.read(&traceparent, "traceparent")
        try json.read(&metadata, "metadata")
        try json.finish()
    }

    /// Writes the message's JSON form, without what is absent or default.
    package func encode(to encoder: any Encoder) throws {
        var json = JSONWriter(encoder)
        try json.write(method, unless: "", "method")
        try json.write(timeoutMs, as: JSONDecimal<UInt64>.self, "timeoutMs")
        try json.write(idempotencyKey, unless: [], as: JSONIdentifier.self, "idempotencyKey")
        try json.write(attempt, unless: 0, as: JSONNumber<UInt32>.self, "attempt")
        try json.write(traceparent, unless: "", "traceparent")
        try json.write(metadata, "metadata")
    }
}
