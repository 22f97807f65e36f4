// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/inbox_service.proto.

extension AcknowledgementResult {
    /// Reads the message's JSON form; throws `DecodingError` with the path.
    public init(from decoder: any Decoder) throws {
        var json = try JSONReader(decoder)
        self.init()
        try json.read(&caseID, as: JSONIdentifier.self, "caseId", "case_id")
        try json.read(
            &outcome, Outcome.acknowledged, as: JSONPlain<AcknowledgedCase>.self, "acknowledged")
        try json.read(&outcome, Outcome.refusal, as: JSONPlain<Status>.self, "refusal")
        try json.finish()
    }

    /// Writes the message's JSON form, without what is absent or default.
    public func encode(to encoder: any Encoder) throws {
        var json = JSONWriter(encoder)
        try json.write(caseID, unless: [], as: JSONIdentifier.self, "caseId")
        switch outcome {
        case .acknowledged(let value):
            try json.write(Optional(value), "acknowledged")
        case .refusal(let value):
            try json.write(Optional(value), "refusal")
        case nil: break
        }
    }
}
