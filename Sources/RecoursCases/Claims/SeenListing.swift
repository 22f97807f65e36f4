// SPDX-License-Identifier: EUPL-1.2

/// One listing as somebody saw it, to be held against works.
package struct SeenListing: Hashable, Sendable {
    package var platformSlug: String
    /// `firstSeenAt` is when it was seen.
    package var listing: Listing
    /// At most 200.
    package var brand: String
    /// At most 10.
    package var pictures: [PictureFingerprint]

    package init(
        platformSlug: String, listing: Listing, brand: String = "",
        pictures: [PictureFingerprint] = []
    ) {
        self.platformSlug = platformSlug
        self.listing = listing
        self.brand = brand
        self.pictures = pictures
    }

    /// All rules that it breaks. Whether there is such a platform only the server knows.
    package func violations(at now: Instant) -> [Violation] {
        var found = Violations(startingWith: [])
        found.check(SlugRule.breach(platformSlug), at: { "platform_id" })
        if listing.platformListingIdentifier.isEmpty {
            found.add(.required, at: { "platform_listing_id" })
        }
        var undated = listing
        undated.firstSeenAt = nil
        var parts = Violations(startingWith: [])
        parts.checkListing(
            undated, isOriginal: false,
            usesASIN: ProductCodeRule.usesASIN(platformSlug: platformSlug),
            today: now.dateInParis, at: { "" })
        for violation in parts.found {
            let path = String(violation.fieldPath.dropFirst())
            if found.found.contains(where: { $0.fieldPath == path }) { continue }
            found.add(violation.breach, at: { path })
        }
        checkTime(&found, now)
        found.check(
            TextRule.breach(brand, required: false, atMost: ClaimLimits.brand), at: { "brand" })
        found.checkPictures(pictures, atMost: ClaimLimits.seenPictures, at: { "pictures" })
        return found.found
    }

    /// What was seen then may be what was removed since: without a time nothing follows from it.
    private func checkTime(_ found: inout Violations, _ now: Instant) {
        guard let seenAt = listing.firstSeenAt else {
            return found.add(.required, at: { "seen_at_ms" })
        }
        let ahead = seenAt.millisecondsSince1970 > ClaimLimits.latest(now).millisecondsSince1970
        if ahead {
            found.add(.dateInFuture, at: { "seen_at_ms" })
        } else {
            found.check(
                DateRule.breach(
                    ofFact: seenAt.dateInParis, required: true, today: now.dateInParis),
                at: { "seen_at_ms" })
        }
    }

    /// The same as it is stored and compared.
    package func normalised() -> SeenListing {
        var seen = self
        seen.listing = listing.normalised()
        return seen
    }
}
