// SPDX-License-Identifier: EUPL-1.2

/// What was decided about a listing.
package struct ListingDecision: Hashable, Sendable {
    /// As it was; nil for one that is new.
    package let former: ClaimListing?
    package private(set) var listing: ClaimListing
    /// In their order; none: nothing has happened to it, but perhaps that it is new.
    package private(set) var changes: [ListingChange] = []

    /// Of a listing that is there.
    init(_ former: ClaimListing) {
        self.former = former
        self.listing = former
    }

    /// Of one that is new.
    init(new listing: ClaimListing) {
        self.former = nil
        self.listing = listing
    }

    /// Whether there is anything to store.
    package var isChange: Bool { former == nil || !changes.isEmpty }

    /// Whether the platform is to hear of it.
    package var isReport: Bool {
        changes.contains { change in
            switch change {
            case .reported, .reappeared: true
            case .underReview, .removed, .refused, .excluded: false
            }
        }
    }

    /// Lets a change happen; false if it is not allowed.
    mutating func apply(_ change: ListingChange, at now: Instant) -> Bool {
        guard listing.apply(change, at: now) else { return false }
        changes.append(change)
        return true
    }
}

/// What became of a listing that its holder has added. The numbers are those of the protocol, and
/// are stored.
package enum ListingAddition: UInt8, CaseIterable, Hashable, Sendable {
    case created = 1
    case exists = 2
    case reappeared = 3
    case rejected = 4
}

/// What became of a platform's word on a listing. The numbers as above.
package enum ListingReplyOutcome: UInt8, CaseIterable, Hashable, Sendable {
    case done = 1
    case exists = 2
    case staleVersion = 3
    case rejected = 4
    case notFound = 5
}

/// What became of a match. The numbers are those of the protocol.
package enum MatchOutcome: UInt8, CaseIterable, Hashable, Sendable {
    case below = 1
    case queued = 2
    case reported = 3
    case known = 4
    case reappeared = 5
    case passedOver = 6
}

/// A person's word on a match. The numbers are those of the protocol.
package enum MatchVerdict: Int32, CaseIterable, Hashable, Sendable {
    case copy = 1
    case noCopy = 2
}

/// What a platform says of a listing.
package struct ListingReply: Hashable, Sendable {
    package var listing: ClaimListingIdentifier
    /// Nil: whatever it is.
    package var expectedVersion: UInt64?
    package var kind: ListingAnswerKind?
    package var stayDown: Bool
    package var refusal: ListingRefusal?

    package init(
        listing: ClaimListingIdentifier, expectedVersion: UInt64? = nil,
        kind: ListingAnswerKind? = nil, stayDown: Bool = false, refusal: ListingRefusal? = nil
    ) {
        self.listing = listing
        self.expectedVersion = expectedVersion
        self.kind = kind
        self.stayDown = stayDown
        self.refusal = refusal
    }
}
