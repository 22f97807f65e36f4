// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/mediation_service.proto.

extension QueueItem {
    /// Reads the message's JSON form; throws `DecodingError` with the path.
    public init(from decoder: any Decoder) throws {
        var json = try JSONReader(decoder)
        self.init()
        try json.read(&caseID, as: JSONIdentifier.self, "caseId", "case_id")
        try json.read(&publicNumber, "publicNumber", "public_number")
        try json.read(&version, as: JSONDecimal<UInt64>.self, "version")
        try json.read(&state, "state")
        try json.read(&reason, "reason")
        try json.read(&dueAtMs, as: JSONDecimal<Int64>.self, "dueAtMs", "due_at_ms")
        try json.read(&like, "like")
        try json.read(&mediator, "mediator")
        try json.read(&title, "title")
        try json.read(&urgency, "urgency")
        try json.read(&createdAtMs, as: JSONDecimal<Int64>.self, "createdAtMs", "created_at_ms")
        try json.read(&flags, "flags")
        try json.finish()
    }

    /// Writes the message's JSON form, without what is absent or default.
    public func encode(to encoder: any Encoder) throws {
        var json = JSONWriter(encoder)
        try json.write(caseID, unless: [], as: JSONIdentifier.self, "caseId")
        try json.write(publicNumber, unless: "", "publicNumber")
        try json.write(version, unless: 0, as: JSONDecimal<UInt64>.self, "version")
        try json.write(state, unless: .unspecified, "state")
        try json.write(reason, unless: .unspecified, "reason")
        try json.write(dueAtMs, as: JSONDecimal<Int64>.self, "dueAtMs")
        try json.write(like, "like")
        try json.write(mediator, unless: "", "mediator")
        try json.write(title, unless: "", "title")
        try json.write(urgency, unless: .unspecified, "urgency")
        try json.write(createdAtMs, unless: 0, as: JSONDecimal<Int64>.self, "createdAtMs")
        try json.write(flags, "flags")
    }
}
