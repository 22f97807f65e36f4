// SPDX-License-Identifier: EUPL-1.2

/// What made a listing look like a copy; nil where there was nothing to compare.
package struct MatchEvidence: Hashable, Sendable {
    package var sameGTIN: Bool?
    package var sameBrand: Bool?
    /// 0–1,000.
    package var titleSimilarity: Int?
    /// Bits, 0–256.
    package var pictureDistance: Int?

    package init(
        sameGTIN: Bool? = nil, sameBrand: Bool? = nil, titleSimilarity: Int? = nil,
        pictureDistance: Int? = nil
    ) {
        self.sameGTIN = sameGTIN
        self.sameBrand = sameBrand
        self.titleSimilarity = titleSimilarity
        self.pictureDistance = pictureDistance
    }
}

/// How much a listing is like a work.
package struct ListingMatch: Hashable, Sendable {
    /// 0–1,000.
    package var score: Int
    package var evidence: MatchEvidence

    package init(score: Int, evidence: MatchEvidence = MatchEvidence()) {
        self.score = score
        self.evidence = evidence
    }
}

/// Why a platform leaves a listing where it is. The numbers are those of the protocol.
package enum ListingRefusalReason: Int32, CaseIterable, Hashable, Sendable {
    case noSuchListing = 1
    case licensed = 2
    case genuine = 3
    case notSimilar = 4
    case rightDoesNotHold = 5
    case notSubstantiated = 6
    case badFaith = 7
}

package struct ListingRefusal: Hashable, Sendable {
    package var reason: ListingRefusalReason?
    /// 1–2,000.
    package var text: String

    package init(reason: ListingRefusalReason?, text: String) {
        self.reason = reason
        self.text = text
    }
}

/// When a listing came into its states: minutes matter (`domain.md` S10).
package struct ListingTimes: Hashable, Sendable {
    package var firstSeen: Instant
    package var firstReported: Instant?
    /// The last time.
    package var reported: Instant?
    package var underReview: Instant?
    package var firstRemoved: Instant?
    package var removed: Instant?
    package var refused: Instant?
    package var reappeared: Instant?
    package var excluded: Instant?

    package init(firstSeen: Instant) {
        self.firstSeen = firstSeen
    }
}

/// One listing of a claim. There is one a claim, platform and number on it.
package struct ClaimListing: Hashable, Sendable {
    package let identifier: ClaimListingIdentifier
    package let claim: StandingClaimIdentifier
    package let work: WorkIdentifier
    package let platformSlug: String
    /// As it was named or seen the first time, without state and instants.
    package let listing: Listing
    package internal(set) var version: UInt64
    package internal(set) var state: ListingState
    package internal(set) var times: ListingTimes
    /// Of one that came from a match.
    package internal(set) var match: ListingMatch?
    package internal(set) var refusal: ListingRefusal?
    /// The platform has promised that the listing stays away.
    package internal(set) var hasStayDown: Bool
    package internal(set) var reappearances: UInt32
    package internal(set) var brokenStayDowns: UInt32
    /// Reported the last time without a person.
    package internal(set) var isAutomatic: Bool

    package init(
        identifier: ClaimListingIdentifier, claim: StandingClaimIdentifier,
        work: WorkIdentifier, platformSlug: String, listing: Listing, version: UInt64 = 1,
        state: ListingState = .observed, times: ListingTimes, match: ListingMatch? = nil,
        refusal: ListingRefusal? = nil, hasStayDown: Bool = false, reappearances: UInt32 = 0,
        brokenStayDowns: UInt32 = 0, isAutomatic: Bool = false
    ) {
        self.identifier = identifier
        self.claim = claim
        self.work = work
        self.platformSlug = platformSlug
        self.listing = listing
        self.version = version
        self.state = state
        self.times = times
        self.match = match
        self.refusal = refusal
        self.hasStayDown = hasStayDown
        self.reappearances = reappearances
        self.brokenStayDowns = brokenStayDowns
        self.isAutomatic = isAutomatic
    }

    /// When a person said that it is no copy: it is not shown again.
    package var excludedAt: Instant? { times.excluded }

    /// A match that a person shall look at.
    package var awaitsReview: Bool { state == .observed && excludedAt == nil }

    /// Whether the platform has been told of it, and may so see it.
    package var isReported: Bool { times.firstReported != nil }
}
