// SPDX-License-Identifier: EUPL-1.2

internal import RecoursMessages

/// What was reported to a platform, as a table to be filled in and sent with `listings answer`.
enum ReplySheet {
    static let titles = [
        "listing", "version", "answer", "stay_down", "reason", "text", "platform_listing_id",
        "title", "seller", "url", "work", "brand", "owner", "right",
    ]

    static func cells(_ found: ClaimListing, _ work: Work?) -> [String] {
        let view = ListingView(found: found)
        let original = work.map { WorkView(work: $0) }
        return [
            view.identifier, "\(found.version)", "", "", "", "", view.listing.platformListingID,
            view.listing.title, view.seller, view.listing.url, original?.title ?? "",
            work?.draft?.brand ?? "", original?.owner ?? "", original?.right ?? "",
        ]
    }
}
