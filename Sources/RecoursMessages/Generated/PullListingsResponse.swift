// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/claim_service.proto.

/// The message `recours.v1.PullListingsResponse`.
public struct PullListingsResponse: RecoursMessage {
    /// Field 1, `listings`.
    public var listings: [ClaimListing]
    /// The works that they copy, each once.
    public var works: [Work]
    /// Where to go on from.
    public var cursor: [UInt8]
    /// More is there already.
    public var more: Bool

    /// A message of these values; what is left out is absent or has its default.
    public init(
        listings: [ClaimListing] = [],
        works: [Work] = [],
        cursor: [UInt8] = [],
        more: Bool = false
    ) {
        self.listings = listings
        self.works = works
        self.cursor = cursor
        self.more = more
    }

    /// `recours.v1.PullListingsResponse`.
    public static var protoName: String { "recours.v1.PullListingsResponse" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
