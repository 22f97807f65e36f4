// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/claim.proto.

extension PictureFingerprint {
    /// Reads the message's JSON form; throws `DecodingError` with the path.
    public init(from decoder: any Decoder) throws {
        var json = try JSONReader(decoder)
        self.init()
        try json.read(&pdq, as: JSONBase64.self, "pdq")
        try json.read(&quality, as: JSONNumber<UInt32>.self, "quality")
        try json.finish()
    }

    /// Writes the message's JSON form, without what is absent or default.
    public func encode(to encoder: any Encoder) throws {
        var json = JSONWriter(encoder)
        try json.write(pdq, unless: [], as: JSONBase64.self, "pdq")
        try json.write(quality, unless: 0, as: JSONNumber<UInt32>.self, "quality")
    }
}
