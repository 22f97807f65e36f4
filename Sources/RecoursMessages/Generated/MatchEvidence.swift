// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/claim.proto.

/// What made a listing look like a copy. Each is absent where there was nothing to compare.
public struct MatchEvidence: RecoursMessage {
    /// The GTIN is one of the work's.
    public var sameGtin: Bool?
    /// Field 2, `same_brand`.
    public var sameBrand: Bool?
    /// 0 to 1,000: shingles of the titles that are the same.
    public var titleSimilarity: UInt32?
    /// Bits by which the nearest two pictures differ: 0 to 256, under 31 the same picture.
    public var pictureDistance: UInt32?

    /// A message of these values; what is left out is absent or has its default.
    public init(
        sameGtin: Bool? = nil,
        sameBrand: Bool? = nil,
        titleSimilarity: UInt32? = nil,
        pictureDistance: UInt32? = nil
    ) {
        self.sameGtin = sameGtin
        self.sameBrand = sameBrand
        self.titleSimilarity = titleSimilarity
        self.pictureDistance = pictureDistance
    }

    /// `recours.v1.MatchEvidence`.
    public static var protoName: String { "recours.v1.MatchEvidence" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
