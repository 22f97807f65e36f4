// SPDX-License-Identifier: EUPL-1.2

/// What a campaign says of the clocks of its cases. Copied into a case when it is filed, so that a
/// change of the campaign moves no running clock and the rules need no other source.
package struct CampaignTerms: Hashable, Sendable {
    /// The campaign's identifier: 16 bytes.
    package var campaign: [UInt8]
    /// The day beyond which no clock of the case goes, mediation apart.
    package var resolveBy: CalendarDate?
    /// Days to take note, instead of the usual ones.
    package var acknowledgeDays: Int?
    /// Days to answer, instead of the usual ones.
    package var answerDays: Int?
    /// Days to a final answer after an interim one, instead of the usual ones.
    package var finalAnswerDays: Int?

    package init(
        campaign: [UInt8], resolveBy: CalendarDate? = nil, acknowledgeDays: Int? = nil,
        answerDays: Int? = nil, finalAnswerDays: Int? = nil
    ) {
        self.campaign = campaign
        self.resolveBy = resolveBy
        self.acknowledgeDays = acknowledgeDays
        self.answerDays = answerDays
        self.finalAnswerDays = finalAnswerDays
    }
}
