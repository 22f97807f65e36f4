// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/case.proto.

extension IpClaim {
    /// Reads the message's JSON form; throws `DecodingError` with the path.
    public init(from decoder: any Decoder) throws {
        var json = try JSONReader(decoder)
        self.init()
        try json.read(&kind, "kind")
        try json.read(&office, "office")
        try json.read(&number, "number")
        try json.read(&owner, "owner")
        try json.read(&originals, "originals")
        try json.read(&goodFaith, "goodFaith", "good_faith")
        try json.finish()
    }

    /// Writes the message's JSON form, without what is absent or default.
    public func encode(to encoder: any Encoder) throws {
        var json = JSONWriter(encoder)
        try json.write(kind, unless: .unspecified, "kind")
        try json.write(office, unless: "", "office")
        try json.write(number, unless: "", "number")
        try json.write(owner, "owner")
        try json.write(originals, "originals")
        try json.write(goodFaith, unless: false, "goodFaith")
    }
}
