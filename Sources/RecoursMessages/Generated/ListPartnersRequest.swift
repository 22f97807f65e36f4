// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/partner_service.proto.

/// The message `recours.v1.ListPartnersRequest`.
public struct ListPartnersRequest: RecoursMessage {
    /// Field 1, `page_size`.
    public var pageSize: UInt32
    /// Field 2, `page_token`.
    public var pageToken: String
    /// UNSPECIFIED: all.
    public var kind: PartnerKind

    /// A message of these values; what is left out is absent or has its default.
    public init(
        pageSize: UInt32 = 0,
        pageToken: String = "",
        kind: PartnerKind = .unspecified
    ) {
        self.pageSize = pageSize
        self.pageToken = pageToken
        self.kind = kind
    }

    /// `recours.v1.ListPartnersRequest`.
    public static var protoName: String { "recours.v1.ListPartnersRequest" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
