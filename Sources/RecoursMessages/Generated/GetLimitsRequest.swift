// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/partner_service.proto.

/// The message `recours.v1.GetLimitsRequest`.
public struct GetLimitsRequest: RecoursMessage {
    /// The operator's choice; others leave both out.
    public var kind: PartnerKind
    /// Field 2, `slug`.
    public var slug: String

    /// A message of these values; what is left out is absent or has its default.
    public init(
        kind: PartnerKind = .unspecified,
        slug: String = ""
    ) {
        self.kind = kind
        self.slug = slug
    }

    /// `recours.v1.GetLimitsRequest`.
    public static var protoName: String { "recours.v1.GetLimitsRequest" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
