// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/case.proto.

extension Case {
    /// Reads the message's JSON form; throws `DecodingError` with the path.
    public init(from decoder: any Decoder) throws {
        var json = try JSONReader(decoder)
        self.init()
        try json.read(&id, as: JSONIdentifier.self, "id")
        try json.read(&publicNumber, "publicNumber", "public_number")
        try json.read(&version, as: JSONDecimal<UInt64>.self, "version")
        try json.read(&state, "state")
        try json.read(&submitter, "submitter")
        try json.read(&draft, "draft")
        try json.read(&deadlines, "deadlines")
        try json.read(&platformContact, "platformContact", "platform_contact")
        try json.read(&responses, "responses")
        try json.read(&verdicts, "verdicts")
        try json.read(&stateReason, "stateReason", "state_reason")
        try json.read(&createdAtMs, as: JSONDecimal<Int64>.self, "createdAtMs", "created_at_ms")
        try json.read(&updatedAtMs, as: JSONDecimal<Int64>.self, "updatedAtMs", "updated_at_ms")
        try json.read(
            &transmittedAtMs, as: JSONDecimal<Int64>.self, "transmittedAtMs", "transmitted_at_ms")
        try json.finish()
    }

    /// Writes the message's JSON form, without what is absent or default.
    public func encode(to encoder: any Encoder) throws {
        var json = JSONWriter(encoder)
        try json.write(id, unless: [], as: JSONIdentifier.self, "id")
        try json.write(publicNumber, unless: "", "publicNumber")
        try json.write(version, unless: 0, as: JSONDecimal<UInt64>.self, "version")
        try json.write(state, unless: .unspecified, "state")
        try json.write(submitter, "submitter")
        try json.write(draft, "draft")
        try json.write(deadlines, "deadlines")
        try json.write(platformContact, "platformContact")
        try json.write(responses, "responses")
        try json.write(verdicts, "verdicts")
        try json.write(stateReason, unless: "", "stateReason")
        try json.write(createdAtMs, unless: 0, as: JSONDecimal<Int64>.self, "createdAtMs")
        try json.write(updatedAtMs, unless: 0, as: JSONDecimal<Int64>.self, "updatedAtMs")
        try json.write(transmittedAtMs, as: JSONDecimal<Int64>.self, "transmittedAtMs")
    }
}
