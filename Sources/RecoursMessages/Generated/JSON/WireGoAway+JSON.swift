// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/wire/v1/wire.proto.

extension WireGoAway {
    /// Reads the message's JSON form; throws `DecodingError` with the path.
    package init(from decoder: any Decoder) throws {
        var json = try JSONReader(decoder)
        self.init()
        try json.read(&lastCall, as: JSONNumber<UInt32>.self, "lastCall", "last_call")
        try json.read(&reason, "reason")
        try json.read(&message, "message")
        try json.read(&drainMs, as: JSONNumber<UInt32>.self, "drainMs", "drain_ms")
        try json.read(&retryAfterMs, as: JSONNumber<UInt32>.self, "retryAfterMs", "retry_after_ms")
        try json.finish()
    }

    /// Writes the message's JSON form, without what is absent or default.
    package func encode(to encoder: any Encoder) throws {
        var json = JSONWriter(encoder)
        try json.write(lastCall, unless: 0, as: JSONNumber<UInt32>.self, "lastCall")
        try json.write(reason, unless: .unspecified, "reason")
        try json.write(message, unless: "", "message")
        try json.write(drainMs, unless: 0, as: JSONNumber<UInt32>.self, "drainMs")
        try json.write(retryAfterMs, unless: 0, as: JSONNumber<UInt32>.self, "retryAfterMs")
    }
}
