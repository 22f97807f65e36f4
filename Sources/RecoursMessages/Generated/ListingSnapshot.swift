// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/feed_service.proto.

/// One listing as it was seen.
public struct ListingSnapshot: RecoursMessage {
    /// Returned with the result; the sender's own.
    public var clientSequence: UInt64
    /// Slug. A platform's own, which it may leave out.
    public var platformID: String
    /// 1 to 64 characters.
    public var platformListingID: String
    /// http or https, at most 2,048 bytes, no user information.
    public var url: String
    /// At most 500 characters.
    public var title: String
    /// At most 200 characters.
    public var brand: String
    /// A GTIN with a valid check digit, or empty.
    public var gtin: String
    /// At most 200 and 64 characters.
    public var sellerName: String
    /// Field 9, `seller_id`.
    public var sellerID: String
    /// Field 10, `price`.
    public var price: Money?
    /// At most 10.
    public var pictures: [PictureFingerprint]
    /// When it was seen: required, and at most five minutes ahead.
    public var seenAtMs: Int64

    /// A message of these values; what is left out is absent or has its default.
    public init(
        clientSequence: UInt64 = 0,
        platformID: String = "",
        platformListingID: String = "",
        url: String = "",
        title: String = "",
        brand: String = "",
        gtin: String = "",
        sellerName: String = "",
        sellerID: String = "",
        price: Money? = nil,
        pictures: [PictureFingerprint] = [],
        seenAtMs: Int64 = 0
    ) {
        self.clientSequence = clientSequence
        self.platformID = platformID
        self.platformListingID = platformListingID
        self.url = url
        self.title = title
        self.brand = brand
        self.gtin = gtin
        self.sellerName = sellerName
        self.sellerID = sellerID
        self.price = price
        self.pictures = pictures
        self.seenAtMs = seenAtMs
    }

    /// `recours.v1.ListingSnapshot`.
    public static var protoName: String { "recours.v1.ListingSnapshot" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
