// SPDX-License-Identifier: EUPL-1.2

/// What has become of a reported listing. Set by the server.
package enum ListingState: Int32, CaseIterable, Hashable, Sendable {
    case observed = 1
    case reported = 2
    case underReview = 3
    case removed = 4
    case refused = 5
    case reappeared = 6
}

/// One offer on a platform.
package struct Listing: Hashable, Sendable {
    /// `platform_listing_id`: the platform's own number, 1–64; on Amazon an ASIN. This or the
    /// address is required.
    package var platformListingIdentifier: String
    /// An absolute http(s) address, at most 2,048 bytes.
    package var url: String
    /// GTIN-8, 12, 13 or 14.
    package var gtin: String
    /// At most 200.
    package var sellerName: String
    /// `seller_id`, at most 64.
    package var sellerIdentifier: String
    package var price: Money?
    package var firstSeenAt: Instant?
    package var reportedAt: Instant?
    package var removedAt: Instant?
    /// Refused in a draft: only the server sets it.
    package var state: ListingState?
    /// 64-bit perceptual hash of the picture.
    package var imageHash: UInt64?
    /// At most 500.
    package var title: String

    package init(
        platformListingIdentifier: String = "", url: String = "", gtin: String = "",
        sellerName: String = "", sellerIdentifier: String = "", price: Money? = nil,
        firstSeenAt: Instant? = nil, reportedAt: Instant? = nil, removedAt: Instant? = nil,
        state: ListingState? = nil, imageHash: UInt64? = nil, title: String = ""
    ) {
        self.platformListingIdentifier = platformListingIdentifier
        self.url = url
        self.gtin = gtin
        self.sellerName = sellerName
        self.sellerIdentifier = sellerIdentifier
        self.price = price
        self.firstSeenAt = firstSeenAt
        self.reportedAt = reportedAt
        self.removedAt = removedAt
        self.state = state
        self.imageHash = imageHash
        self.title = title
    }
}
