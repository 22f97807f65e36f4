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
        try json.read(&terms, "terms")
        try json.read(&previousHash, as: JSONHexadecimal.self, "previousHash", "previous_hash")
        try json.read(&hash, as: JSONHexadecimal.self, "hash")
        try json.read(&payload, Payload.submitted, as: JSONPlain<CaseDraft>.self, "submitted")
        try json.read(&payload, Payload.acknowledged, as: JSONPlain<Contact>.self, "acknowledged")
        try json.read(
            &payload, Payload.responded, as: JSONPlain<PlatformResponse>.self, "responded")
        try json.read(&payload, Payload.verdict, as: JSONPlain<Verdict>.self, "verdict")
        try json.read(&payload, Payload.reason, as: JSONPlain<String>.self, "reason")
        try json.read(&payload, Payload.writing, as: JSONPlain<Writing>.self, "writing")
        try json.read(
            &payload,
            Payload.inadmissibility,
            as: JSONPlain<Inadmissibility>.self,
            "inadmissibility")
        try json.read(&payload, Payload.merged, as: JSONPlain<MergeTarget>.self, "merged")
        try json.read(
            &payload, Payload.readdressed, as: JSONPlain<Readdressing>.self, "readdressed")
        try json.read(&payload, Payload.deadline, as: JSONPlain<DeadlineMark>.self, "deadline")
        try json.read(&payload, Payload.note, as: JSONPlain<ConfidentialNote>.self, "note")
        try json.read(
            &payload,
            Payload.agreementAnswer,
            as: JSONPlain<AgreementAnswer>.self,
            "agreementAnswer",
            "agreement_answer")
        try json.read(&payload, Payload.outcome, as: JSONPlain<MediationOutcome>.self, "outcome")
        try json.read(&payload, Payload.disclosure, as: JSONPlain<Disclosure>.self, "disclosure")
        try json.read(&payload, Payload.flag, as: JSONPlain<CaseFlag>.self, "flag")
        try json.read(&payload, Payload.saved, as: JSONPlain<CaseDraft>.self, "saved")
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
        try json.write(terms, "terms")
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
        case .writing(let value):
            try json.write(Optional(value), "writing")
        case .inadmissibility(let value):
            try json.write(Optional(value), "inadmissibility")
        case .merged(let value):
            try json.write(Optional(value), "merged")
        case .readdressed(let value):
            try json.write(Optional(value), "readdressed")
        case .deadline(let value):
            try json.write(Optional(value), "deadline")
        case .note(let value):
            try json.write(Optional(value), "note")
        case .agreementAnswer(let value):
            try json.write(Optional(value), "agreementAnswer")
        case .outcome(let value):
            try json.write(Optional(value), "outcome")
        case .disclosure(let value):
            try json.write(Optional(value), "disclosure")
        case .flag(let value):
            try json.write(Optional(value), "flag")
        case .saved(let value):
            try json.write(Optional(value), "saved")
        case nil: break
        }
    }
}
