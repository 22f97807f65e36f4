// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/partner_service.proto.

/// A key that authenticates a partner.
public struct BoundKey: RecoursMessage {
    /// SHA-256 of the SubjectPublicKeyInfo: 32 bytes.
    public var spkiSha256: [UInt8]
    /// Field 2, `not_after_ms`.
    public var notAfterMs: Int64
    /// The instance in the certificate's SPIFFE id.
    public var instance: String

    /// A message of these values; what is left out is absent or has its default.
    public init(
        spkiSha256: [UInt8] = [],
        notAfterMs: Int64 = 0,
        instance: String = ""
    ) {
        self.spkiSha256 = spkiSha256
        self.notAfterMs = notAfterMs
        self.instance = instance
    }

    /// `recours.v1.BoundKey`.
    public static var protoName: String { "recours.v1.BoundKey" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
