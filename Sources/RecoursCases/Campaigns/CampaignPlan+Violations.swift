// SPDX-License-Identifier: EUPL-1.2

extension CampaignPlan {
    /// All rules this plan breaks, at most 50; empty if a campaign may be so. Paths begin with
    /// `plan.`. Pass what was already found wrong while reading it.
    package func violations(startingWith found: [Violation] = []) -> [Violation] {
        var found = Violations(startingWith: found)
        found.check(
            TextRule.breach(name, atMost: CampaignLimits.name), at: { "plan.name" })
        checkDates(&found)
        found.checkRange(targetCount, CampaignLimits.targetCount, at: { "plan.target_count" })
        found.checkCount(
            platforms.count, within: 0...CampaignLimits.platforms, at: { "plan.platforms" })
        for (place, slug) in platforms.prefix(CampaignLimits.platforms).enumerated() {
            found.check(SlugRule.breach(slug), at: { "plan.platforms[\(place)]" })
            if platforms[..<place].contains(slug) {
                found.add(.duplicate, at: { "plan.platforms[\(place)]" })
            }
        }
        for (days, path) in [
            (acknowledgeDays, "plan.acknowledge_days"), (answerDays, "plan.answer_days"),
            (finalAnswerDays, "plan.final_answer_days"),
        ] {
            if let days { found.checkRange(days, CampaignLimits.clockDays, at: { path }) }
        }
        return found.found
    }

    /// What a campaign that was `former` may not become on this day, once cases are in it: its end
    /// may move, for what its cases were promised is kept with them. Paths as above.
    package func objections(toReplacing former: CampaignPlan, today: CalendarDate) -> [Violation] {
        var found = Violations(startingWith: [])
        var movable = self
        movable.closesOn = former.closesOn
        movable.resolveBy = former.resolveBy
        if movable != former { found.add(.campaignHasCases, at: { "plan" }) }
        // Closing early ends it from tomorrow at the soonest: today's cases are in.
        if closesOn != former.closesOn, let closesOn, closesOn < today {
            found.add(.dateInPast, at: { "plan.closes_on" })
        }
        if let before = former.resolveBy, resolveBy.map({ $0 < before }) ?? true {
            found.add(.campaignHasCases, at: { "plan.resolve_by" })
        } else if former.resolveBy == nil, resolveBy != nil {
            found.add(.campaignHasCases, at: { "plan.resolve_by" })
        }
        return found.found
    }

    private func checkDates(_ found: inout Violations) {
        for (date, path) in [(opensOn, "plan.opens_on"), (closesOn, "plan.closes_on")]
        where date == nil {
            found.add(.required, at: { path })
        }
        for (date, path) in [
            (opensOn, "plan.opens_on"), (closesOn, "plan.closes_on"),
            (resolveBy, "plan.resolve_by"),
        ] {
            if let date, date < DateRule.earliest { found.add(.dateTooEarly, at: { path }) }
        }
        if let opensOn, let closesOn {
            if closesOn < opensOn { found.add(.dateOrder, at: { "plan.closes_on" }) }
            let days = opensOn.days(until: closesOn)
            if days > CampaignLimits.openDays {
                found.add(
                    .dateTooFar, limit: CampaignLimits.openDays, actual: days,
                    at: { "plan.closes_on" })
            }
        }
        if let closesOn, let resolveBy, resolveBy < closesOn {
            found.add(.dateOrder, at: { "plan.resolve_by" })
        }
    }
}

/// Bounds of a campaign (`domain.md` §3.7).
package enum CampaignLimits {
    package static let name = 200
    package static let targetCount = 1...1_000_000
    package static let platforms = 50
    /// No override may be longer than the longest of the usual clocks.
    package static let clockDays = 1...60
    /// Ten years: a mistyped year shall not go unseen.
    package static let openDays = 3653
}
