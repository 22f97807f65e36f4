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
        seenToRemoved: RemovalTime? = nil
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
    }

    /// `recours.v1.ClaimFigureLine`.
    public static var protoName: String { "recours.v1.ClaimFigureLine" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
