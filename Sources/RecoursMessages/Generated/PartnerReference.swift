// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/case.proto.

/// A partner by kind and slug: what its certificate names.
public struct PartnerReference: RecoursMessage {
    /// "association", "business", "platform", "mediator" or "operator".
    public var kind: String
    /// Field 2, `slug`.
    public var slug: String

    /// A message of these values; what is left out is absent or has its default.
    public init(
        kind: String = "",
        slug: String = ""
    ) {
        self.kind = kind
        self.slug = slug
    }

    /// `recours.v1.PartnerReference`.
    public static var protoName: String { "recours.v1.PartnerReference" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
