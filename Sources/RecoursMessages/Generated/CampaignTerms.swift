// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/case.proto.

/// What a campaign says of its cases' clocks, as it was when the case was filed.
public struct CampaignTerms: RecoursMessage {
    /// 16 bytes.
    public var campaignID: [UInt8]
    /// A date no platform's clock goes beyond; or empty.
    public var resolveBy: String
    /// Days instead of the usual ones.
    public var acknowledgeDays: UInt32?
    /// Field 4, `answer_days`.
    public var answerDays: UInt32?
    /// Field 5, `final_answer_days`.
    public var finalAnswerDays: UInt32?

    /// A message of these values; what is left out is absent or has its default.
    public init(
        campaignID: [UInt8] = [],
        resolveBy: String = "",
        acknowledgeDays: UInt32? = nil,
        answerDays: UInt32? = nil,
        finalAnswerDays: UInt32? = nil
    ) {
        self.campaignID = campaignID
        self.resolveBy = resolveBy
        self.acknowledgeDays = acknowledgeDays
        self.answerDays = answerDays
        self.finalAnswerDays = finalAnswerDays
    }

    /// `recours.v1.CampaignTerms`.
    public static var protoName: String { "recours.v1.CampaignTerms" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
