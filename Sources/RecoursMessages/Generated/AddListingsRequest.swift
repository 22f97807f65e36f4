// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/claim_service.proto.

/// The message `recours.v1.AddListingsRequest`.
public struct AddListingsRequest: RecoursMessage {
    /// Field 1, `claim_id`.
    public var claimID: [UInt8]
    /// 1 to 1,000.
    public var listings: [ListingToAdd]

    /// A message of these values; what is left out is absent or has its default.
    public init(
        claimID: [UInt8] = [],
        listings: [ListingToAdd] = []
    ) {
        self.claimID = claimID
        self.listings = listings
    }

    /// `recours.v1.AddListingsRequest`.
    public static var protoName: String { "recours.v1.AddListingsRequest" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
