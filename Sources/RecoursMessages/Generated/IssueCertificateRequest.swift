// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/partner_service.proto.

/// The message `recours.v1.IssueCertificateRequest`.
public struct IssueCertificateRequest: RecoursMessage {
    /// Field 1, `kind`.
    public var kind: PartnerKind
    /// Field 2, `slug`.
    public var slug: String
    /// Field 3, `certificate_request_pem`.
    public var certificateRequestPem: String
    /// Field 4, `instance`.
    public var instance: String
    /// Field 5, `validity_days`.
    public var validityDays: UInt32

    /// A message of these values; what is left out is absent or has its default.
    public init(
        kind: PartnerKind = .unspecified,
        slug: String = "",
        certificateRequestPem: String = "",
        instance: String = "",
        validityDays: UInt32 = 0
    ) {
        self.kind = kind
        self.slug = slug
        self.certificateRequestPem = certificateRequestPem
        self.instance = instance
        self.validityDays = validityDays
    }

    /// `recours.v1.IssueCertificateRequest`.
    public static var protoName: String { "recours.v1.IssueCertificateRequest" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
