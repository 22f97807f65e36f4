// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/claim.proto.

/// What a picture looks like, by the published PDQ hash.
public struct PictureFingerprint: RecoursMessage {
    /// 32 bytes, the first of them with the hash's highest bits.
    public var pdq: [UInt8]
    /// 0 to 100, as PDQ computes it: under 50 a picture has too little in it to be told apart.
    public var quality: UInt32

    /// A message of these values; what is left out is absent or has its default.
    public init(
        pdq: [UInt8] = [],
        quality: UInt32 = 0
    ) {
        self.pdq = pdq
        self.quality = quality
    }

    /// `recours.v1.PictureFingerprint`.
    public static var protoName: String { "recours.v1.PictureFingerprint" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
