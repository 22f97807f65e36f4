// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/partner_service.proto.

/// The message `recours.v1.SetQuotasRequest`.
public struct SetQuotasRequest: RecoursMessage {
    /// Field 1, `kind`.
    public var kind: PartnerKind
    /// Field 2, `slug`.
    public var slug: String
    /// Each once; of the others those of its kind hold.
    public var quotas: [QuotaLimit]

    /// A message of these values; what is left out is absent or has its default.
    public init(
        kind: PartnerKind = .unspecified,
        slug: String = "",
        quotas: [QuotaLimit] = []
    ) {
        self.kind = kind
        self.slug = slug
        self.quotas = quotas
    }

    /// `recours.v1.SetQuotasRequest`.
    public static var protoName: String { "recours.v1.SetQuotasRequest" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
