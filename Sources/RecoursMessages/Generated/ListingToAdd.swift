// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/claim_service.proto.

/// The message `recours.v1.ListingToAdd`.
public struct ListingToAdd: RecoursMessage {
    /// One of the claim's platforms.
    public var platformID: String
    /// Needs platform_listing_id, by which it is known again.
    public var listing: Listing? {
        get { listingBox.value }
        set { listingBox = Boxed(newValue) }
    }
    var listingBox: Boxed<Listing>

    /// A message of these values; what is left out is absent or has its default.
    public init(
        platformID: String = "",
        listing: Listing? = nil
    ) {
        self.platformID = platformID
        listingBox = Boxed(listing)
    }

    /// `recours.v1.ListingToAdd`.
    public static var protoName: String { "recours.v1.ListingToAdd" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
