// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/claim_service.proto.

/// The message `recours.v1.ReviewMatchResponse`.
public struct ReviewMatchResponse: RecoursMessage {
    /// Field 1, `listing`.
    public var listing: ClaimListing? {
        get { listingBox.value }
        set { listingBox = Boxed(newValue) }
    }
    var listingBox: Boxed<ClaimListing>

    /// A message of these values; what is left out is absent or has its default.
    public init(
        listing: ClaimListing? = nil
    ) {
        listingBox = Boxed(listing)
    }

    /// `recours.v1.ReviewMatchResponse`.
    public static var protoName: String { "recours.v1.ReviewMatchResponse" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
