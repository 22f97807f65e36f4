// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/feed_service.proto.

/// One claim that a listing may break.
public struct MatchCandidate: RecoursMessage {
    /// Empty unless the claim is the caller's, or the listing the calling platform's.
    public var claimID: [UInt8]
    /// Of the listing in that claim, if there is one; empty as claim_id.
    public var listingID: [UInt8]
    /// 0 to 1,000.
    public var score: UInt32
    /// Field 4, `evidence`.
    public var evidence: MatchEvidence?
    /// Field 5, `outcome`.
    public var outcome: MatchOutcome

    /// A message of these values; what is left out is absent or has its default.
    public init(
        claimID: [UInt8] = [],
        listingID: [UInt8] = [],
        score: UInt32 = 0,
        evidence: MatchEvidence? = nil,
        outcome: MatchOutcome = .unspecified
    ) {
        self.claimID = claimID
        self.listingID = listingID
        self.score = score
        self.evidence = evidence
        self.outcome = outcome
    }

    /// `recours.v1.MatchCandidate`.
    public static var protoName: String { "recours.v1.MatchCandidate" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
