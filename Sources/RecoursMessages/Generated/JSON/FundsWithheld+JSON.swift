// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/case.proto.

extension FundsWithheld {
    /// Reads the message's JSON form; throws `DecodingError` with the path.
    public init(from decoder: any Decoder) throws {
        var json = try JSONReader(decoder)
        self.init()
        try json.read(&amount, "amount")
        try json.read(&heldSince, "heldSince", "held_since")
        try json.read(&releaseOn, "releaseOn", "release_on")
        try json.finish()
    }

    /// Writes the message's JSON form, without what is absent or default.
    public func encode(to encoder: any Encoder) throws {
        var json = JSONWriter(encoder)
        try json.write(amount, "amount")
        try json.write(heldSince, unless: "", "heldSince")
        try json.write(releaseOn, unless: "", "releaseOn")
    }
}
