// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/claim_service.proto.

/// The message `recours.v1.ListListingsResponse`.
public struct ListListingsResponse: RecoursMessage {
    /// Field 1, `listings`.
    public var listings: [ClaimListing]
    /// Field 2, `next_page_token`.
    public var nextPageToken: String

    /// A message of these values; what is left out is absent or has its default.
    public init(
        listings: [ClaimListing] = [],
        nextPageToken: String = ""
    ) {
        self.listings = listings
        self.nextPageToken = nextPageToken
    }

    /// `recours.v1.ListListingsResponse`.
    public static var protoName: String { "recours.v1.ListListingsResponse" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
