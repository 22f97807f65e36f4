// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCases
internal import RecoursMessages

/// A campaign as somebody who follows it wants to read it.
struct CampaignView {
    let campaign: Campaign
    let today: CalendarDate

    private var language: Language { .current }
    private var plan: RecoursMessages.CampaignPlan { campaign.plan ?? .init() }
    private var counts: CampaignCounts { campaign.counts ?? .init() }

    /// `[██████████──────────] 50 / 100  50 %`.
    func bar(width: Int = 30) -> String {
        let target = UInt64(max(1, plan.targetCount))
        let share = min(1, Double(counts.collected) / Double(target))
        let filled = Int((share * Double(width)).rounded(.down))
        let percent = Int(Double(counts.collected) / Double(target) * 100)
        return "["
            + String(repeating: "█", count: filled)
            + String(repeating: "─", count: width - filled)
            + "] \(counts.collected) / \(plan.targetCount)  \(percent) %"
    }

    /// Several lines: the plan, how far it is, what has come of its cases.
    func lines() -> [String] {
        var lines = [SafeText.line(plan.name), "  " + bar()]
        func add(_ label: CampaignWord, _ text: String) {
            guard !text.isEmpty else { return }
            let label = DisplayWidth.fitted(SafeText.line(label.text), to: 20)
            lines.append("  " + label + SafeText.line(text))
        }
        add(
            .open,
            CampaignWord.span(language.date(iso: plan.opensOn), language.date(iso: plan.closesOn))
                .text)
        if let resolveBy = CalendarDate(iso: plan.resolveBy) {
            let days = today.days(until: resolveBy)
            add(
                .resolveBy,
                "\(language.date(iso: plan.resolveBy)) (\(CampaignWord.daysLeft(days).text))")
        }
        if let reached = campaign.targetReachedAtMs {
            add(.targetReached, language.instant(reached))
        }
        add(.platforms, plan.platforms.joined(separator: ", "))
        add(.answered, "\(counts.answered) / \(counts.collected)")
        for (word, count) in outcomes where count > 0 { add(word, String(count)) }
        for state in counts.byState {
            add(.named(Labels.states.name(of: state.state)), String(state.count))
        }
        for platform in campaign.byPlatform {
            let counts = platform.counts ?? .init()
            add(
                .named(platform.platformID),
                CampaignWord.collectedAndAnswered(counts.collected, counts.answered).text)
        }
        if campaign.suppressedPlatforms > 0 {
            add(.otherPlatforms, CampaignWord.suppressed(campaign.suppressedPlatforms).text)
        }
        add(.identifier, CaseReference.text(of: campaign.id))
        return lines
    }

    /// The eight ends, which together are all that was collected.
    var outcomes: [(CampaignWord, UInt64)] {
        [
            (.resolved, counts.resolved), (.explained, counts.explained),
            (.noAgreement, counts.noAgreement), (.withdrawn, counts.withdrawn),
            (.inadmissible, counts.inadmissible), (.merged, counts.merged),
            (.openAnswered, counts.openAnswered), (.openUnanswered, counts.openUnanswered),
        ]
    }

    static var columns: [TextTable.Column] {
        [
            .init(title: CampaignWord.name.column, isFlexible: true),
            .init(title: CampaignWord.open.column), .init(title: CampaignWord.closes.column),
            .init(title: CampaignWord.resolveBy.column),
            .init(title: CampaignWord.collected.column, isRight: true),
            .init(title: CampaignWord.target.column, isRight: true),
            .init(title: CampaignWord.answered.column, isRight: true),
        ]
    }

    var row: [String] {
        [
            plan.name, language.date(iso: plan.opensOn), language.date(iso: plan.closesOn),
            language.date(iso: plan.resolveBy), String(counts.collected),
            String(plan.targetCount), String(counts.answered),
        ]
    }
}
