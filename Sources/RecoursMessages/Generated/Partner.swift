// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/partner_service.proto.

/// The message `recours.v1.Partner`.
public struct Partner: RecoursMessage {
    /// Field 1, `kind`.
    public var kind: PartnerKind
    /// [a-z0-9-], 1 to 63; unique a kind. A platform's slug is its platform_id.
    public var slug: String
    /// 1 to 200 characters.
    public var name: String
    /// For a business: the SIREN it may file for.
    public var siren: String
    /// Field 5, `keys`.
    public var keys: [BoundKey]
    /// Field 6, `created_at_ms`.
    public var createdAtMs: Int64

    /// A message of these values; what is left out is absent or has its default.
    public init(
        kind: PartnerKind = .unspecified,
        slug: String = "",
        name: String = "",
        siren: String = "",
        keys: [BoundKey] = [],
        createdAtMs: Int64 = 0
    ) {
        self.kind = kind
        self.slug = slug
        self.name = name
        self.siren = siren
        self.keys = keys
        self.createdAtMs = createdAtMs
    }

    /// `recours.v1.Partner`.
    public static var protoName: String { "recours.v1.Partner" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
