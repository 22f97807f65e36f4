// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/case.proto.

extension Event {
    /// Reads the message's JSON form; throws `DecodingError` with the path.
    public init(from decoder: any Decoder) throws {
        var json = try JSONReader(decoder)
        self.init()
        try json.read(&sequence, as: JSONDecimal<UInt64>.self, "sequence")
        try json.read(&atMs, as: JSONDecimal<Int64>.self, "atMs", "at_ms")
        try json.read(&actor, "actor")
        try json.read(&kind, "kind")
        try json.read(&stateBefore, "stateBefore", "state_before")
        try json.read(&stateAfter, "stateAfter", "state_after")
        try json.read(&previousHash, as: JSONHexadecimal.self, "previousHash", "previous_hash")
        try json.read(&hash, as: JSONHexadecimal.self, "hash")
        try json.read(&payload, Payload.submitted, as: JSONPlain<CaseDraft>.self, "submitted")
        try json.read(&payload, Payload.acknowledged, as: JSONPlain<Contact>.self, "acknowledged")
        try json.read(
            &payload, Payload.responded, as: JSONPlain<PlatformResponse>.self, "responded")
        try json.read(&payload, Payload.verdict, as: JSONPlain<Verdict>.self, "verdict")
        try json.read(&payload, Payload.reason, as: JSONPlain<String>.self, "reason")
        try json.finish()
    }

    /// Writes the message's JSON form, without what is absent or default.
    public func encode(to encoder: any Encoder) throws {
        var json = JSONWriter(encoder)
        try json.write(sequence, unless: 0, as: JSONDecimal<UInt64>.self, "sequence")
        try json.write(atMs, unless: 0, as: JSONDecimal<Int64>.self, "atMs")
        try json.write(actor, "actor")
        try json.write(kind, unless: .unspecified, "kind")
        try json.write(stateBefore, unless: .unspecified, "stateBefore")
        try json.write(stateAfter, unless: .unspecified, "stateAfter")
        try json.write(previousHash, unless: [], as: JSONHexadecimal.self, "previousHash")
        try json.write(hash, unless: [], as: JSONHexadecimal.self, "hash")
        switch payload {
        case .submitted(let value):
            try json.write(Optional(value), "submitted")
        case .acknowledged(let value):
            try json.write(Optional(value), "acknowledged")
        case .responded(let value):
            try json.write(Optional(value), "responded")
        case .verdict(let value):
            try json.write(Optional(value), "verdict")
        case .reason(let value):
            try json.write(Optional(value), "reason")
        case nil: break
        }
    }
}
