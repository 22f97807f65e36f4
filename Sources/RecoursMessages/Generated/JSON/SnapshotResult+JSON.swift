// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/feed_service.proto.

extension SnapshotResult {
    /// Reads the message's JSON form; throws `DecodingError` with the path.
    public init(from decoder: any Decoder) throws {
        var json = try JSONReader(decoder)
        self.init()
        try json.read(
            &clientSequence, as: JSONDecimal<UInt64>.self, "clientSequence", "client_sequence")
        try json.read(&outcome, Outcome.matches, as: JSONPlain<SnapshotMatches>.self, "matches")
        try json.read(&outcome, Outcome.refusal, as: JSONPlain<Status>.self, "refusal")
        try json.finish()
    }

    /// Writes the message's JSON form, without what is absent or default.
    public func encode(to encoder: any Encoder) throws {
        var json = JSONWriter(encoder)
        try json.write(clientSequence, unless: 0, as: JSONDecimal<UInt64>.self, "clientSequence")
        switch outcome {
        case .matches(let value):
            try json.write(Optional(value), "matches")
        case .refusal(let value):
            try json.write(Optional(value), "refusal")
        case nil: break
        }
    }
}
