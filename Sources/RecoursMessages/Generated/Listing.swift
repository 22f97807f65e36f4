// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/case.proto.

/// One offer on a platform.
public struct Listing: RecoursMessage {
    /// The platform's own number, 1 to 64 characters; on Amazon an ASIN (10 of [A-Z0-9]).
    public var platformListingID: String
    /// http or https, at most 2,048 bytes, no user information.
    public var url: String
    /// GTIN-8, 12, 13 or 14 with a valid check digit, or empty.
    public var gtin: String
    /// At most 200 characters.
    public var sellerName: String
    /// At most 64 characters.
    public var sellerID: String
    /// Field 6, `price`.
    public var price: Money?
    /// Instants.
    public var firstSeenAtMs: Int64?
    /// Field 8, `reported_at_ms`.
    public var reportedAtMs: Int64?
    /// Field 9, `removed_at_ms`.
    public var removedAtMs: Int64?
    /// Set by the server; ignored nowhere: a submission that sets it is refused.
    public var state: ListingState
    /// 64-bit perceptual hash of the picture.
    public var imageHash: UInt64?
    /// At most 500 characters.
    public var title: String

    /// A message of these values; what is left out is absent or has its default.
    public init(
        platformListingID: String = "",
        url: String = "",
        gtin: String = "",
        sellerName: String = "",
        sellerID: String = "",
        price: Money? = nil,
        firstSeenAtMs: Int64? = nil,
        reportedAtMs: Int64? = nil,
        removedAtMs: Int64? = nil,
        state: ListingState = .unspecified,
        imageHash: UInt64? = nil,
        title: String = ""
    ) {
        self.platformListingID = platformListingID
        self.url = url
        self.gtin = gtin
        self.sellerName = sellerName
        self.sellerID = sellerID
        self.price = price
        self.firstSeenAtMs = firstSeenAtMs
        self.reportedAtMs = reportedAtMs
        self.removedAtMs = removedAtMs
        self.state = state
        self.imageHash = imageHash
        self.title = title
    }

    /// `recours.v1.Listing`.
    public static var protoName: String { "recours.v1.Listing" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
