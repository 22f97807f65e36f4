// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/mediation_service.proto.

extension IdentityRead {
    /// Reads the message's JSON form; throws `DecodingError` with the path.
    public init(from decoder: any Decoder) throws {
        var json = try JSONReader(decoder)
        self.init()
        try json.read(&mediator, "mediator")
        try json.read(&atMs, as: JSONDecimal<Int64>.self, "atMs", "at_ms")
        try json.read(&reason, "reason")
        try json.finish()
    }

    /// Writes the message's JSON form, without what is absent or default.
    public func encode(to encoder: any Encoder) throws {
        var json = JSONWriter(encoder)
        try json.write(mediator, unless: "", "mediator")
        try json.write(atMs, unless: 0, as: JSONDecimal<Int64>.self, "atMs")
        try json.write(reason, unless: "", "reason")
    }
}
