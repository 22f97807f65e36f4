// SPDX-License-Identifier: EUPL-1.2

/// What whoever opens a campaign decides: when it takes cases, how many it hopes for, and by when
/// all of them shall be solved.
package struct CampaignPlan: Hashable, Sendable {
    /// 1–200; unique in a store.
    package var name: String
    /// Days in Paris, both included.
    package var opensOn: CalendarDate?
    package var closesOn: CalendarDate?
    /// No platform's clock runs beyond this day in a case of the campaign; nil: there is none.
    package var resolveBy: CalendarDate?
    /// 1–1,000,000.
    package var targetCount: Int
    /// Slugs, at most 50; empty: every platform.
    package var platforms: [String]
    /// Clocks that differ from the usual ones, 1–60 days.
    package var acknowledgeDays: Int?
    package var answerDays: Int?
    package var finalAnswerDays: Int?

    package init(
        name: String = "", opensOn: CalendarDate? = nil, closesOn: CalendarDate? = nil,
        resolveBy: CalendarDate? = nil, targetCount: Int = 0, platforms: [String] = [],
        acknowledgeDays: Int? = nil, answerDays: Int? = nil, finalAnswerDays: Int? = nil
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

    /// Whether a case may be filed into it on this day.
    package func isOpen(on day: CalendarDate) -> Bool {
        guard let opensOn, let closesOn else { return false }
        return opensOn <= day && day <= closesOn
    }

    /// Why a case about this platform may not be filed into the campaign on this day, if so.
    package func objection(to platformSlug: String, on day: CalendarDate) -> ViolationCode? {
        if !isOpen(on: day) { return .campaignNotOpen }
        if platforms.isEmpty || platforms.contains(platformSlug) { return nil }
        return .campaignOtherPlatforms
    }

    /// What a case that is filed into it takes with it.
    package func terms(of identifier: CampaignIdentifier) -> CampaignTerms {
        CampaignTerms(
            campaign: identifier.bytes, resolveBy: resolveBy,
            acknowledgeDays: acknowledgeDays, answerDays: answerDays,
            finalAnswerDays: finalAnswerDays)
    }
}
