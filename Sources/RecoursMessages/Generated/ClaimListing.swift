// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/claim.proto.

/// One listing of a claim: OBSERVED → REPORTED → UNDER_REVIEW → REMOVED or REFUSED. One that was
/// REMOVED and is seen again is REAPPEARED, which is reported as well.
public struct ClaimListing: RecoursMessage {
    /// 16 bytes: a UUID version 7 made by the server.
    public var id: [UInt8]
    /// Field 2, `claim_id`.
    public var claimID: [UInt8]
    /// Field 3, `work_id`.
    public var workID: [UInt8]
    /// Field 4, `platform_id`.
    public var platformID: String
    /// As it was named or seen, with its state. `first_seen_at_ms` is always set, `reported_at_ms`
    /// and `removed_at_ms` are of the last time.
    public var listing: Listing? {
        get { listingBox.value }
        set { listingBox = Boxed(newValue) }
    }
    var listingBox: Boxed<Listing>
    /// Raised by 1 at each change.
    public var version: UInt64
    /// Field 7, `first_reported_at_ms`.
    public var firstReportedAtMs: Int64?
    /// Field 8, `under_review_at_ms`.
    public var underReviewAtMs: Int64?
    /// Field 9, `first_removed_at_ms`.
    public var firstRemovedAtMs: Int64?
    /// Field 10, `refused_at_ms`.
    public var refusedAtMs: Int64?
    /// Field 11, `reappeared_at_ms`.
    public var reappearedAtMs: Int64?
    /// 0 to 1,000, of one that came from a match.
    public var score: UInt32?
    /// Field 13, `evidence`.
    public var evidence: MatchEvidence?
    /// Field 14, `refusal`.
    public var refusal: ListingRefusal?
    /// The platform has promised, when it removed the listing, that it stays away.
    public var stayDown: Bool
    /// Field 16, `reappearances`.
    public var reappearances: UInt32
    /// Of these, those that broke such a promise.
    public var brokenStayDowns: UInt32
    /// Reported the last time without a person.
    public var automatic: Bool
    /// A person has said that it is no copy. Empty for a platform.
    public var excludedAtMs: Int64?

    /// A message of these values; what is left out is absent or has its default.
    public init(
        id: [UInt8] = [],
        claimID: [UInt8] = [],
        workID: [UInt8] = [],
        platformID: String = "",
        listing: Listing? = nil,
        version: UInt64 = 0,
        firstReportedAtMs: Int64? = nil,
        underReviewAtMs: Int64? = nil,
        firstRemovedAtMs: Int64? = nil,
        refusedAtMs: Int64? = nil,
        reappearedAtMs: Int64? = nil,
        score: UInt32? = nil,
        evidence: MatchEvidence? = nil,
        refusal: ListingRefusal? = nil,
        stayDown: Bool = false,
        reappearances: UInt32 = 0,
        brokenStayDowns: UInt32 = 0,
        automatic: Bool = false,
        excludedAtMs: Int64? = nil
    ) {
        self.id = id
        self.claimID = claimID
        self.workID = workID
        self.platformID = platformID
        listingBox = Boxed(listing)
        self.version = version
        self.firstReportedAtMs = firstReportedAtMs
        self.underReviewAtMs = underReviewAtMs
        self.firstRemovedAtMs = firstRemovedAtMs
        self.refusedAtMs = refusedAtMs
        self.reappearedAtMs = reappearedAtMs
        self.score = score
        self.evidence = evidence
        self.refusal = refusal
        self.stayDown = stayDown
        self.reappearances = reappearances
        self.brokenStayDowns = brokenStayDowns
        self.automatic = automatic
        self.excludedAtMs = excludedAtMs
    }

    /// `recours.v1.ClaimListing`.
    public static var protoName: String { "recours.v1.ClaimListing" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
