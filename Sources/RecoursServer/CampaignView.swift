// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCaseCoding
internal import RecoursCases
internal import RecoursMessages
internal import RecoursStore

/// A campaign as one partner may see it: the totals are everybody's, a platform's own numbers its
/// own, and of others nothing that tells of fewer than five cases (`domain.md` §7).
struct CampaignView {
    static let leastCount: UInt64 = 5

    private let found: CountedCampaign

    init(_ found: CountedCampaign) {
        self.found = found
    }

    /// Without the platforms.
    var summary: RecoursMessages.Campaign {
        let record = found.campaign
        return RecoursMessages.Campaign(
            id: record.identifier.bytes, plan: .init(record.plan), counts: .init(found.total),
            targetReachedAtMs: record.targetReachedAt?.millisecondsSince1970,
            createdAtMs: record.createdAt.millisecondsSince1970,
            updatedAtMs: record.updatedAt.millisecondsSince1970)
    }

    /// With the platforms that the viewer may tell apart.
    func full(for viewer: RecoursCases.PartnerReference) -> RecoursMessages.Campaign {
        var campaign = summary
        let slugs = found.byPlatform.keys.sorted()
        let shown: Set<String>
        switch viewer.kind {
        case .mediator, .operator: shown = Set(slugs)
        case .association, .business, .platform: shown = distinguishable
        }
        for slug in slugs {
            guard let counts = found.byPlatform[slug] else { continue }
            let isOwn = viewer.kind == .platform && viewer.slug == slug
            if isOwn {
                campaign.byPlatform.append(
                    CampaignPlatformCounts(platformID: slug, counts: .init(received: counts)))
            } else if viewer.kind == .mediator || viewer.kind == .operator {
                campaign.byPlatform.append(
                    CampaignPlatformCounts(platformID: slug, counts: .init(counts)))
            } else if shown.contains(slug) {
                campaign.byPlatform.append(
                    CampaignPlatformCounts(platformID: slug, counts: .init(coarse: counts)))
            } else {
                campaign.suppressedPlatforms += 1
            }
        }
        return campaign
    }

    /// Platforms with five cases or more. What is left out must be five cases or more as well, or
    /// the totals would tell of it: the smallest go with it until it is.
    private var distinguishable: Set<String> {
        let bySize = found.byPlatform.sorted {
            ($0.value.collected, $0.key) < ($1.value.collected, $1.key)
        }
        var hidden: UInt64 = 0
        var shown: Set<String> = []
        for (slug, counts) in bySize {
            if counts.collected < Self.leastCount || (1..<Self.leastCount).contains(hidden) {
                hidden += counts.collected
            } else {
                shown.insert(slug)
            }
        }
        return shown
    }
}

extension RecoursMessages.CampaignCounts {
    init(_ counts: RecoursStore.CampaignCounts) {
        let outcome = { (outcome: CampaignOutcome) in counts.byOutcome[outcome] ?? 0 }
        self.init(
            collected: counts.collected, answered: counts.answered,
            openUnanswered: outcome(.openUnanswered), openAnswered: outcome(.openAnswered),
            resolved: outcome(.resolved), explained: outcome(.explained),
            noAgreement: outcome(.noAgreement), withdrawn: outcome(.withdrawn),
            inadmissible: outcome(.inadmissible), merged: outcome(.merged),
            byState: counts.byState.filter { $0.value > 0 }
                .sorted { $0.key.rawValue < $1.key.rawValue }
                .map { StateCount(state: .init($0.key), count: $0.value) })
    }

    /// Without those that have not come to the platform: what waits to be shown among others must
    /// not be counted by whom it is hidden from.
    fileprivate init(received counts: RecoursStore.CampaignCounts) {
        self.init(counts)
        let waiting = counts.byState[.submitted] ?? 0
        collected -= min(collected, waiting)
        openUnanswered -= min(openUnanswered, waiting)
        byState.removeAll { $0.state == .submitted }
    }

    /// Only how many were filed, and how many of them answered if neither those nor the others are
    /// fewer than five.
    fileprivate init(coarse counts: RecoursStore.CampaignCounts) {
        self.init(collected: counts.collected)
        let others = counts.collected - min(counts.collected, counts.answered)
        let tooFew = 1..<CampaignView.leastCount
        if !tooFew.contains(counts.answered), !tooFew.contains(others) {
            answered = counts.answered
        }
    }
}
