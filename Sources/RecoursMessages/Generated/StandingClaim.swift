// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/claim.proto.

/// One claim held against a work's copies on every platform that it names.
public struct StandingClaim: RecoursMessage {
    /// 16 bytes: a UUID version 7 made by the server.
    public var id: [UInt8]
    /// Field 2, `plan`.
    public var plan: ClaimPlan?
    /// Field 3, `registrant`.
    public var registrant: PartnerReference?
    /// Field 4, `state`.
    public var state: ClaimState
    /// Why it is SUSPENDED or WITHDRAWN.
    public var stateReason: String
    /// Only states that some listing is in. OBSERVED are matches that wait for a person.
    public var listings: [ListingCount]
    /// Matches that a person has said are no copies: they are not shown again.
    public var excluded: UInt64
    /// Matches that a person has judged, and how many of these were none, since the last
    /// resumption.
    public var reviewed: UInt64
    /// Field 9, `reviewed_false`.
    public var reviewedFalse: UInt64
    /// Listings that platforms have decided on, and refused as reported in bad faith, since then.
    public var decided: UInt64
    /// Field 11, `bad_faith`.
    public var badFaith: UInt64
    /// Of all reports, those that no person made.
    public var reportedAutomatically: UInt64
    /// Since when nothing is reported without a person, because too much of it was wrong; a
    /// mediator's resumption ends it.
    public var throttledAtMs: Int64?
    /// Field 14, `opened_at_ms`.
    public var openedAtMs: Int64
    /// Field 15, `updated_at_ms`.
    public var updatedAtMs: Int64

    /// A message of these values; what is left out is absent or has its default.
    public init(
        id: [UInt8] = [],
        plan: ClaimPlan? = nil,
        registrant: PartnerReference? = nil,
        state: ClaimState = .unspecified,
        stateReason: String = "",
        listings: [ListingCount] = [],
        excluded: UInt64 = 0,
        reviewed: UInt64 = 0,
        reviewedFalse: UInt64 = 0,
        decided: UInt64 = 0,
        badFaith: UInt64 = 0,
        reportedAutomatically: UInt64 = 0,
        throttledAtMs: Int64? = nil,
        openedAtMs: Int64 = 0,
        updatedAtMs: Int64 = 0
    ) {
        self.id = id
        self.plan = plan
        self.registrant = registrant
        self.state = state
        self.stateReason = stateReason
        self.listings = listings
        self.excluded = excluded
        self.reviewed = reviewed
        self.reviewedFalse = reviewedFalse
        self.decided = decided
        self.badFaith = badFaith
        self.reportedAutomatically = reportedAutomatically
        self.throttledAtMs = throttledAtMs
        self.openedAtMs = openedAtMs
        self.updatedAtMs = updatedAtMs
    }

    /// `recours.v1.StandingClaim`.
    public static var protoName: String { "recours.v1.StandingClaim" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
