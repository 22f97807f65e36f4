// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/campaign_service.proto.

/// What whoever opens a campaign decides.
public struct CampaignPlan: RecoursMessage {
    /// 1 to 200 characters; unique.
    public var name: String
    /// Dates in Paris, both included: opens_on ≤ closes_on ≤ resolve_by.
    public var opensOn: String
    /// Field 3, `closes_on`.
    public var closesOn: String
    /// No clock of a platform runs beyond this day in a case of the campaign; empty: no such day.
    public var resolveBy: String
    /// How many cases are hoped for: 1 to 1,000,000.
    public var targetCount: UInt32
    /// Slugs of the platforms it takes cases about, at most 50; empty: all.
    public var platforms: [String]
    /// Clocks of its cases that differ from the usual ones: 1 to 60 days.
    public var acknowledgeDays: UInt32?
    /// Field 8, `answer_days`.
    public var answerDays: UInt32?
    /// Field 9, `final_answer_days`.
    public var finalAnswerDays: UInt32?

    /// A message of these values; what is left out is absent or has its default.
    public init(
        name: String = "",
        opensOn: String = "",
        closesOn: String = "",
        resolveBy: String = "",
        targetCount: UInt32 = 0,
        platforms: [String] = [],
        acknowledgeDays: UInt32? = nil,
        answerDays: UInt32? = nil,
        finalAnswerDays: UInt32? = nil
    ) {
        self.name = name
        self.opensOn = opensOn
        self.closesOn = closesOn
        self.resolveBy = resolveBy
        self.targetCount = targetCount
        self.platforms = platforms
        self.acknowledgeDays = acknowledgeDays
        self.answerDays = answerDays
        self.finalAnswerDays = finalAnswerDays
    }

    /// `recours.v1.CampaignPlan`.
    public static var protoName: String { "recours.v1.CampaignPlan" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
