// SPDX-License-Identifier: EUPL-1.2

/// How fast copies of one claim went on one platform, how many came back, and how fast the same
/// platform was before the claim.
///
/// Both clocks run from the moment the platform was told until it says for the first time that
/// something is gone. `reportedToRemoved` is of the claim's listings; `before` of single cases
/// about what shall be taken down, which the claim's registrant filed for the same owner against
/// the same platform before the claim was opened. What was never removed is in neither, a case
/// counts once for all that it names, and one names no work: it may be about another of the
/// owner's.
package struct ClaimFigures: Sendable, Equatable {
    package private(set) var reported: UInt64 = 0
    package private(set) var automatic: UInt64 = 0
    package private(set) var removed: UInt64 = 0
    package private(set) var refused: UInt64 = 0
    package private(set) var waiting: UInt64 = 0
    package private(set) var reappearances: UInt64 = 0
    package private(set) var brokenStayDowns: UInt64 = 0
    package private(set) var seenToReported = TimeDistribution()
    package private(set) var reportedToRemoved = TimeDistribution()
    package private(set) var seenToRemoved = TimeDistribution()
    /// The same of those that their holder named, and of those that were found in what was seen.
    package private(set) var namedToRemoved = TimeDistribution()
    package private(set) var foundToRemoved = TimeDistribution()
    private var earlier = TimeDistribution()

    package init() {}

    /// Counts a listing; one that was never reported is nobody's yet.
    package mutating func add(_ listing: ClaimListing) {
        guard let reportedAt = listing.times.firstReported else { return }
        reported += 1
        if listing.isAutomatic { automatic += 1 }
        switch listing.state {
        case .removed: removed += 1
        case .refused: refused += 1
        case .observed, .reported, .underReview, .reappeared: waiting += 1
        }
        reappearances += UInt64(listing.reappearances)
        brokenStayDowns += UInt64(listing.brokenStayDowns)
        let seenAt = listing.times.firstSeen
        seenToReported.add(1, minutes: FigureTime.minutes(from: seenAt, to: reportedAt))
        if let removedAt = listing.times.firstRemoved {
            reportedToRemoved.add(1, minutes: FigureTime.minutes(from: reportedAt, to: removedAt))
            let minutes = FigureTime.minutes(from: seenAt, to: removedAt)
            seenToRemoved.add(1, minutes: minutes)
            if listing.match == nil {
                namedToRemoved.add(1, minutes: minutes)
            } else {
                foundToRemoved.add(1, minutes: minutes)
            }
        }
    }

    /// Counts a removal by a case that was filed before the claim was opened.
    package mutating func add(_ removal: Removal, times count: Int64) {
        earlier.add(count, minutes: removal.minutes)
    }

    /// Nil while they are too few: they would be one case's luck, and tell a mediator whose it is.
    package var before: TimeDistribution? {
        earlier.sample >= ClaimLimits.leastCompared ? earlier : nil
    }

    /// The median since the claim as a percentage of the one before it. Nil while that is unknown:
    /// too few were removed on one of the sides, or before took no time at all.
    package var percentOfBefore: Int? {
        guard reportedToRemoved.sample >= ClaimLimits.leastCompared,
            let now = reportedToRemoved.percentile(50), let then = before?.percentile(50), then > 0
        else { return nil }
        return (Int(now) * 100 + Int(then) / 2) / Int(then)
    }
}
