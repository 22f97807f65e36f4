// SPDX-License-Identifier: EUPL-1.2

package import RecoursCases
package import RecoursMessages

extension MessageReader {
    /// Reads a work; what is unreadable is left out of it and noted in `violations`.
    package mutating func work(
        _ message: RecoursMessages.WorkDraft
    ) -> RecoursCases.WorkDraft {
        RecoursCases.WorkDraft(
            owner: message.owner.map { party($0) { "work.owner" } },
            ipClaim: message.ipClaim.map { ipClaim($0) { "work.ip_claim" } },
            title: message.title, brand: message.brand, gtins: message.gtins,
            pictures: message.pictures.map(RecoursCases.PictureFingerprint.init),
            monthlyLoss: message.monthlyLoss.map { money($0) })
    }

    /// Reads what a claim asks for; nothing in it can be unreadable.
    package func plan(_ message: RecoursMessages.ClaimPlan) -> RecoursCases.ClaimPlan {
        RecoursCases.ClaimPlan(
            work: message.workID, platforms: message.platforms, autoReport: message.autoReport,
            reviewThreshold: message.reviewThreshold.map { Int(clamping: $0) },
            reportThreshold: message.reportThreshold.map { Int(clamping: $0) })
    }

    /// Reads a copy that a holder names.
    package mutating func copy(
        _ message: RecoursMessages.Listing, _ path: () -> String
    ) -> RecoursCases.Listing {
        listing(message, path).normalised()
    }

    /// Reads a listing that somebody saw; nothing in it can be unreadable.
    package func seen(_ message: RecoursMessages.ListingSnapshot) -> SeenListing {
        SeenListing(
            platformSlug: message.platformID,
            listing: RecoursCases.Listing(
                platformListingIdentifier: message.platformListingID, url: message.url,
                gtin: message.gtin, sellerName: message.sellerName,
                sellerIdentifier: message.sellerID, price: message.price.map { money($0) },
                firstSeenAt: message.seenAtMs == 0 ? nil : instant(message.seenAtMs),
                title: message.title),
            brand: message.brand,
            pictures: message.pictures.map(RecoursCases.PictureFingerprint.init)
        ).normalised()
    }

    /// Reads a platform's word on a listing; nil without the listing's identifier.
    package mutating func reply(
        _ message: RecoursMessages.ListingReply, _ path: () -> String
    ) -> RecoursCases.ListingReply? {
        guard let listing = ClaimListingIdentifier(bytes: message.listingID) else { return nil }
        return RecoursCases.ListingReply(
            listing: listing,
            expectedVersion: message.expectedVersion == 0 ? nil : message.expectedVersion,
            kind: value(message.kind.rawValue) { "\(path()).kind" }, stayDown: message.stayDown,
            refusal: message.refusal.map { refusal($0, path) })
    }

    mutating func refusal(
        _ message: RecoursMessages.ListingRefusal, _ path: () -> String
    ) -> RecoursCases.ListingRefusal {
        RecoursCases.ListingRefusal(
            reason: value(message.reason.rawValue) { "\(path()).refusal.reason" },
            text: message.text)
    }
}

extension RecoursCases.PictureFingerprint {
    package init(_ message: RecoursMessages.PictureFingerprint) {
        self.init(pdq: message.pdq, quality: Int(clamping: message.quality))
    }
}

extension RecoursCases.MatchEvidence {
    package init(_ message: RecoursMessages.MatchEvidence) {
        self.init(
            sameGTIN: message.sameGtin, sameBrand: message.sameBrand,
            titleSimilarity: message.titleSimilarity.map { Int(clamping: $0) },
            pictureDistance: message.pictureDistance.map { Int(clamping: $0) })
    }
}
