// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/claim_service.proto.

/// The message `recours.v1.ClaimFigureLine`.
public struct ClaimFigureLine: RecoursMessage {
    /// Empty for a platform: of all claims together.
    public var claimID: [UInt8]
    /// Field 2, `platform_id`.
    public var platformID: String
    /// Listings that were ever reported: as many calls were not needed.
    public var reported: UInt64
    /// Field 4, `reported_automatically`.
    public var reportedAutomatically: UInt64
    /// Field 5, `removed`.
    public var removed: UInt64
    /// Field 6, `refused`.
    public var refused: UInt64
    /// Neither removed nor refused.
    public var waiting: UInt64
    /// Field 8, `reappearances`.
    public var reappearances: UInt64
    /// Field 9, `broken_stay_downs`.
    public var brokenStayDowns: UInt64
    /// From first seen to first reported, from there to first removed, and both together.
    public var seenToReported: RemovalTime?
    /// Field 11, `reported_to_removed`.
    public var reportedToRemoved: RemovalTime?
    /// Field 12, `seen_to_removed`.
    public var seenToRemoved: RemovalTime?
    /// The last one, of those that their holder named (first seen when he says, or else when he
    /// named them), and of those that were found in what was seen.
    public var namedToRemoved: RemovalTime?
    /// Field 14, `found_to_removed`.
    public var foundToRemoved: RemovalTime?
    /// How fast it went before the claim: from when the platform was told of a case until its first
    /// answer that something is removed, as reported_to_removed is of listings. Of the 10,000
    /// newest cases about counterfeits, other rights or listings to be removed that the claim's
    /// registrant filed for the work's owner, by his SIREN, against this platform before the claim
    /// was opened. A case counts once for all that it names, whichever of the owner's works it is
    /// about; what was not removed counts on neither side, and an erased case no more. None while
    /// there are fewer than five, and for a platform: it would learn whose its pseudonymous cases
    /// are.
    public var before: RemovalTime?
    /// The median of reported_to_removed as a percentage of that of `before`, rounded. None while
    /// it is unknown: one of them is of fewer than five, or `before` took no time.
    public var percentOfBefore: UInt32?

    /// A message of these values; what is left out is absent or has its default.
    public init(
        claimID: [UInt8] = [],
        platformID: String = "",
        reported: UInt64 = 0,
        reportedAutomatically: UInt64 = 0,
        removed: UInt64 = 0,
        refused: UInt64 = 0,
        waiting: UInt64 = 0,
        reappearances: UInt64 = 0,
        brokenStayDowns: UInt64 = 0,
        seenToReported: RemovalTime? = nil,
        reportedToRemoved: RemovalTime? = nil,
        seenToRemoved: RemovalTime? = nil,
        namedToRemoved: RemovalTime? = nil,
        foundToRemoved: RemovalTime? = nil,
        before: RemovalTime? = nil,
        percentOfBefore: UInt32? = nil
    ) {
        self.claimID = claimID
        self.platformID = platformID
        self.reported = reported
        self.reportedAutomatically = reportedAutomatically
        self.removed = removed
        self.refused = refused
        self.waiting = waiting
        self.reappearances = reappearances
        self.brokenStayDowns = brokenStayDowns
        self.seenToReported = seenToReported
        self.reportedToRemoved = reportedToRemoved
        self.seenToRemoved = seenToRemoved
        self.namedToRemoved = namedToRemoved
        self.foundToRemoved = foundToRemoved
        self.before = before
        self.percentOfBefore = percentOfBefore
    }

    /// `recours.v1.ClaimFigureLine`.
    public static var protoName: String { "recours.v1.ClaimFigureLine" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
