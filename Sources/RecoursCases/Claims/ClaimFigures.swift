// SPDX-License-Identifier: EUPL-1.2

/// How fast copies of one claim went on one platform, and how many came back.
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
        seenToReported.add(1, minutes: Self.minutes(from: seenAt, to: reportedAt))
        if let removedAt = listing.times.firstRemoved {
            reportedToRemoved.add(1, minutes: Self.minutes(from: reportedAt, to: removedAt))
            seenToRemoved.add(1, minutes: Self.minutes(from: seenAt, to: removedAt))
        }
    }

    /// Rounded up: what took a second took a minute.
    static func minutes(from start: Instant, to end: Instant) -> Int32 {
        let span = end.millisecondsSince1970 - start.millisecondsSince1970
        return Int32(clamping: max(0, (span + 59_999) / 60_000))
    }
}
