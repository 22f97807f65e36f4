// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/partner_service.proto.

/// The message `recours.v1.AddPartnerRequest`.
public struct AddPartnerRequest: RecoursMessage {
    /// Field 1, `kind`.
    public var kind: PartnerKind
    /// Field 2, `slug`.
    public var slug: String
    /// Field 3, `name`.
    public var name: String
    /// Field 4, `siren`.
    public var siren: String
    /// PEM certificate request; empty to register without a certificate.
    public var certificateRequestPem: String
    /// Instance in the certificate's SPIFFE id; "main" if empty.
    public var instance: String
    /// 1 to 397; 0 means 90.
    public var validityDays: UInt32

    /// A message of these values; what is left out is absent or has its default.
    public init(
        kind: PartnerKind = .unspecified,
        slug: String = "",
        name: String = "",
        siren: String = "",
        certificateRequestPem: String = "",
        instance: String = "",
        validityDays: UInt32 = 0
    ) {
        self.kind = kind
        self.slug = slug
        self.name = name
        self.siren = siren
        self.certificateRequestPem = certificateRequestPem
        self.instance = instance
        self.validityDays = validityDays
    }

    /// `recours.v1.AddPartnerRequest`.
    public static var protoName: String { "recours.v1.AddPartnerRequest" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
