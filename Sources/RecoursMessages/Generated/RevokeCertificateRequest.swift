// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/partner_service.proto.

/// The message `recours.v1.RevokeCertificateRequest`.
public struct RevokeCertificateRequest: RecoursMessage {
    /// Field 1, `kind`.
    public var kind: PartnerKind
    /// Field 2, `slug`.
    public var slug: String
    /// 32 bytes.
    public var spkiSha256: [UInt8]

    /// A message of these values; what is left out is absent or has its default.
    public init(
        kind: PartnerKind = .unspecified,
        slug: String = "",
        spkiSha256: [UInt8] = []
    ) {
        self.kind = kind
        self.slug = slug
        self.spkiSha256 = spkiSha256
    }

    /// `recours.v1.RevokeCertificateRequest`.
    public static var protoName: String { "recours.v1.RevokeCertificateRequest" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
