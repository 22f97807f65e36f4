// SPDX-License-Identifier: EUPL-1.2

internal import RecoursMessages

/// A listing of a claim as a row: for whoever follows it, and for whoever shall judge it.
struct ListingView {
    let found: ClaimListing

    private var language: Language { .current }
    var listing: Listing { found.listing ?? Listing() }
    var identifier: String { CaseReference.text(of: found.id) }
    var seller: String {
        listing.sellerName.isEmpty ? listing.sellerID : listing.sellerName
    }
    var price: String { listing.price.map(language.money) ?? "" }
    /// What the platform calls it; else where it is.
    var number: String {
        listing.platformListingID.isEmpty ? listing.url : listing.platformListingID
    }

    static var columns: [TextTable.Column] {
        [
            .init(title: ClaimWord.platform.column), .init(title: ClaimWord.listing.column),
            .init(title: ClaimWord.state.column), .init(title: ClaimWord.reportedOn.column),
            .init(title: ClaimWord.removedOn.column),
            .init(title: ClaimWord.title.column, isFlexible: true, isOptional: true),
            .init(title: ClaimWord.seller.column, isFlexible: true, isOptional: true),
            .init(title: ClaimWord.identifier.column),
        ]
    }

    var row: [String] {
        let state = Labels.listings.name(of: listing.state)
        let refusal = found.refusal.map { Labels.listingRefusals.name(of: $0.reason) }
        return [
            found.platformID, number, refusal.map { "\(state) (\($0))" } ?? state,
            listing.reportedAtMs.map(language.date(milliseconds:)) ?? "",
            listing.removedAtMs.map(language.date(milliseconds:)) ?? "",
            listing.title, seller, identifier,
        ]
    }

    static var matchColumns: [TextTable.Column] {
        [
            .init(title: ClaimWord.score.column, isRight: true),
            .init(title: ClaimWord.platform.column), .init(title: ClaimWord.listing.column),
            .init(title: ClaimWord.title.column, isFlexible: true),
            .init(title: ClaimWord.seller.column, isFlexible: true, isOptional: true),
            .init(title: ClaimWord.price.column, isRight: true, isOptional: true),
            .init(title: ClaimWord.evidence.column, isFlexible: true),
            .init(title: ClaimWord.identifier.column),
        ]
    }

    var matchRow: [String] {
        [
            found.score.map { "\($0)" } ?? "", found.platformID, number, listing.title, seller,
            price, MatchSentence.all(found.evidence).map(\.text).joined(separator: ", "),
            identifier,
        ]
    }
}
