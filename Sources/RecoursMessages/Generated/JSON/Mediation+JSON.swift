// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/mediation.proto.

extension Mediation {
    /// Reads the message's JSON form; throws `DecodingError` with the path.
    public init(from decoder: any Decoder) throws {
        var json = try JSONReader(decoder)
        self.init()
        try json.read(&startedAtMs, as: JSONDecimal<Int64>.self, "startedAtMs", "started_at_ms")
        try json.read(&mediator, "mediator")
        try json.read(&recused, "recused")
        try json.read(
            &firstWordAtMs, as: JSONDecimal<Int64>.self, "firstWordAtMs", "first_word_at_ms")
        try json.read(&extended, "extended")
        try json.read(&notes, "notes")
        try json.read(&agreement, "agreement")
        try json.read(&outcome, "outcome")
        try json.read(&daysPaused, as: JSONNumber<UInt32>.self, "daysPaused", "days_paused")
        try json.finish()
    }

    /// Writes the message's JSON form, without what is absent or default.
    public func encode(to encoder: any Encoder) throws {
        var json = JSONWriter(encoder)
        try json.write(startedAtMs, unless: 0, as: JSONDecimal<Int64>.self, "startedAtMs")
        try json.write(mediator, unless: "", "mediator")
        try json.write(recused, "recused")
        try json.write(firstWordAtMs, as: JSONDecimal<Int64>.self, "firstWordAtMs")
        try json.write(extended, unless: false, "extended")
        try json.write(notes, "notes")
        try json.write(agreement, "agreement")
        try json.write(outcome, "outcome")
        try json.write(daysPaused, unless: 0, as: JSONNumber<UInt32>.self, "daysPaused")
    }
}
