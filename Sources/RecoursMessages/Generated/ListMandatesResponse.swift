// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/partner_service.proto.

/// The message `recours.v1.ListMandatesResponse`.
public struct ListMandatesResponse: RecoursMessage {
    /// Field 1, `mandates`.
    public var mandates: [Mandate]
    /// Field 2, `next_page_token`.
    public var nextPageToken: String

    /// A message of these values; what is left out is absent or has its default.
    public init(
        mandates: [Mandate] = [],
        nextPageToken: String = ""
    ) {
        self.mandates = mandates
        self.nextPageToken = nextPageToken
    }

    /// `recours.v1.ListMandatesResponse`.
    public static var protoName: String { "recours.v1.ListMandatesResponse" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
