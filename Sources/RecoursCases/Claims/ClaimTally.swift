// SPDX-License-Identifier: EUPL-1.2

/// What is counted of a claim's listings. It changes by the difference that each decision makes, so
/// that nothing is ever counted anew.
package struct ClaimTally: Hashable, Sendable {
    /// By state; matches that were excluded are apart.
    package private(set) var byState: [ListingState: UInt64]
    package private(set) var excluded: UInt64
    /// Matches that a person has judged, and those that were no copies.
    package private(set) var reviewed: UInt64
    package private(set) var reviewedFalse: UInt64
    /// Listings that platforms have decided on, and those refused as reported in bad faith.
    package private(set) var decided: UInt64
    package private(set) var badFaith: UInt64
    /// Reports that no person has made.
    package private(set) var automatic: UInt64

    package init(
        byState: [ListingState: UInt64] = [:], excluded: UInt64 = 0, reviewed: UInt64 = 0,
        reviewedFalse: UInt64 = 0, decided: UInt64 = 0, badFaith: UInt64 = 0,
        automatic: UInt64 = 0
    ) {
        self.byState = byState
        self.excluded = excluded
        self.reviewed = reviewed
        self.reviewedFalse = reviewedFalse
        self.decided = decided
        self.badFaith = badFaith
        self.automatic = automatic
    }

    /// Whether anything of the claim was ever reported.
    package var hasReports: Bool { byState.keys.contains { $0 != .observed } }

    /// Whether people, or platforms, say of too many of its listings that they should not have been
    /// found.
    var isTooOftenWrong: Bool {
        isTooMany(reviewedFalse, of: reviewed) || isTooMany(badFaith, of: decided)
    }

    private func isTooMany(_ wrong: UInt64, of all: UInt64) -> Bool {
        all >= ClaimLimits.leastVerdicts && wrong * 100 > all * ClaimLimits.mostWrong
    }

    mutating func forgetVerdicts() {
        (reviewed, reviewedFalse, decided, badFaith) = (0, 0, 0, 0)
    }

    mutating func count(_ decision: ListingDecision) {
        if let former = decision.former { add(former, -1) }
        add(decision.listing, 1)
        for change in decision.changes {
            switch change {
            case .reported(let by), .reappeared(let by):
                switch by {
                case .match: automatic += 1
                case .review: reviewed += 1
                case .holder: break
                }
            case .excluded:
                reviewed += 1
                reviewedFalse += 1
            case .removed: decided += 1
            case .refused(let refusal):
                decided += 1
                if refusal.reason == .badFaith { badFaith += 1 }
            case .underReview: break
            }
        }
    }

    private mutating func add(_ listing: ClaimListing, _ amount: Int64) {
        // Each listing was counted before it is taken away again.
        if listing.excludedAt != nil {
            excluded = excluded &+ UInt64(bitPattern: amount)
        } else {
            byState[listing.state, default: 0] &+= UInt64(bitPattern: amount)
            if byState[listing.state] == 0 { byState[listing.state] = nil }
        }
    }
}
