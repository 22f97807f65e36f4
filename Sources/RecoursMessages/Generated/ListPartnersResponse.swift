// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/partner_service.proto.

/// The message `recours.v1.ListPartnersResponse`.
public struct ListPartnersResponse: RecoursMessage {
    /// Field 1, `partners`.
    public var partners: [Partner]
    /// Field 2, `next_page_token`.
    public var nextPageToken: String

    /// A message of these values; what is left out is absent or has its default.
    public init(
        partners: [Partner] = [],
        nextPageToken: String = ""
    ) {
        self.partners = partners
        self.nextPageToken = nextPageToken
    }

    /// `recours.v1.ListPartnersResponse`.
    public static var protoName: String { "recours.v1.ListPartnersResponse" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
