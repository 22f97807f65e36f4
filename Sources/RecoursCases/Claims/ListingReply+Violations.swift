// SPDX-License-Identifier: EUPL-1.2

extension ListingReply {
    /// All rules this reply breaks. Paths begin with `path`.
    package func violations(
        at path: () -> String, startingWith found: [Violation] = []
    ) -> [Violation] {
        var found = Violations(startingWith: found)
        switch kind {
        case nil: found.add(.required, at: { path() + ".kind" })
        case .restored: found.add(.notForThisType, at: { path() + ".kind" })
        case .underReview, .removed, .refused: break
        }
        if stayDown, kind != .removed {
            found.add(.notForThisType, at: { path() + ".stay_down" })
        }
        if let refusal {
            if kind != .refused { found.add(.notForThisType, at: { path() + ".refusal" }) }
            if refusal.reason == nil {
                found.add(.required, at: { path() + ".refusal.reason" })
            }
            found.check(
                TextRule.breach(refusal.text, atMost: ClaimLimits.reason),
                at: { path() + ".refusal.text" })
        } else if kind == .refused {
            found.add(.required, at: { path() + ".refusal" })
        }
        return found.found
    }
}

extension Listing {
    /// All rules that this breaks as a copy to be reported. Its number is what it is known by.
    package func violations(
        asCopyOn platform: String, of plan: ClaimPlan, today: CalendarDate, at path: () -> String,
        startingWith found: [Violation] = []
    ) -> [Violation] {
        var found = Violations(startingWith: found)
        if platform.isEmpty {
            found.add(.required, at: { path() + ".platform_id" })
        } else if !plan.platforms.contains(platform) {
            found.add(.claimOtherPlatforms, at: { path() + ".platform_id" })
        }
        func inner() -> String { path() + ".listing" }
        if platformListingIdentifier.isEmpty {
            found.add(.required, at: { inner() + ".platform_listing_id" })
        }
        found.checkListing(
            self, isOriginal: false, usesASIN: ProductCodeRule.usesASIN(platformSlug: platform),
            today: today, at: inner)
        if reportedAt != nil { found.add(.serverSet, at: { inner() + ".reported_at_ms" }) }
        if removedAt != nil { found.add(.serverSet, at: { inner() + ".removed_at_ms" }) }
        return found.found
    }

    /// The same listing as it is stored.
    package func normalised() -> Listing {
        guard Compacting.isNeeded(gtin) else { return self }
        var listing = self
        listing.gtin = Compacting.compacted(gtin)
        return listing
    }
}
