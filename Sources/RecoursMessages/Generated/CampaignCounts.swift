// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/campaign_service.proto.

/// Every case of a campaign is in exactly one of the eight from open_unanswered to merged: together
/// they are `collected`.
public struct CampaignCounts: RecoursMessage {
    /// Cases filed.
    public var collected: UInt64
    /// Cases that a platform or a mediator has answered, open or closed.
    public var answered: UInt64
    /// Open, and nobody has answered yet.
    public var openUnanswered: UInt64
    /// Open, answered by somebody.
    public var openAnswered: UInt64
    /// Closed because something was put right.
    public var resolved: UInt64
    /// Closed because the reasons were given.
    public var explained: UInt64
    /// Closed by a mediator, with reasons and next steps.
    public var noAgreement: UInt64
    /// Field 8, `withdrawn`.
    public var withdrawn: UInt64
    /// Field 9, `inadmissible`.
    public var inadmissible: UInt64
    /// Closed as a duplicate of another.
    public var merged: UInt64
    /// Only states that some case is in.
    public var byState: [StateCount]

    /// A message of these values; what is left out is absent or has its default.
    public init(
        collected: UInt64 = 0,
        answered: UInt64 = 0,
        openUnanswered: UInt64 = 0,
        openAnswered: UInt64 = 0,
        resolved: UInt64 = 0,
        explained: UInt64 = 0,
        noAgreement: UInt64 = 0,
        withdrawn: UInt64 = 0,
        inadmissible: UInt64 = 0,
        merged: UInt64 = 0,
        byState: [StateCount] = []
    ) {
        self.collected = collected
        self.answered = answered
        self.openUnanswered = openUnanswered
        self.openAnswered = openAnswered
        self.resolved = resolved
        self.explained = explained
        self.noAgreement = noAgreement
        self.withdrawn = withdrawn
        self.inadmissible = inadmissible
        self.merged = merged
        self.byState = byState
    }

    /// `recours.v1.CampaignCounts`.
    public static var protoName: String { "recours.v1.CampaignCounts" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
