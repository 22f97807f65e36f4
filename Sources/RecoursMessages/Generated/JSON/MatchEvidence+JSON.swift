// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/claim.proto.

extension MatchEvidence {
    /// Reads the message's JSON form; throws `DecodingError` with the path.
    public init(from decoder: any Decoder) throws {
        var json = try JSONReader(decoder)
        self.init()
        try json.read(&sameGtin, "sameGtin", "same_gtin")
        try json.read(&sameBrand, "sameBrand", "same_brand")
        try json.read(
            &titleSimilarity, as: JSONNumber<UInt32>.self, "titleSimilarity", "title_similarity")
        try json.read(
            &pictureDistance, as: JSONNumber<UInt32>.self, "pictureDistance", "picture_distance")
        try json.finish()
    }

    /// Writes the message's JSON form, without what is absent or default.
    public func encode(to encoder: any Encoder) throws {
        var json = JSONWriter(encoder)
        try json.write(sameGtin, "sameGtin")
        try json.write(sameBrand, "sameBrand")
        try json.write(titleSimilarity, as: JSONNumber<UInt32>.self, "titleSimilarity")
        try json.write(pictureDistance, as: JSONNumber<UInt32>.self, "pictureDistance")
    }
}
