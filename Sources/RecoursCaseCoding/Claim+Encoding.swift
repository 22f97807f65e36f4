// SPDX-License-Identifier: EUPL-1.2

package import RecoursCases
package import RecoursMessages

extension RecoursMessages.WorkDraft {
    package init(_ draft: RecoursCases.WorkDraft) {
        self.init(
            owner: draft.owner.map(RecoursMessages.Party.init),
            ipClaim: draft.ipClaim.map(RecoursMessages.IpClaim.init), title: draft.title,
            brand: draft.brand, gtins: draft.gtins,
            pictures: draft.pictures.map(RecoursMessages.PictureFingerprint.init),
            monthlyLoss: draft.monthlyLoss.map(RecoursMessages.Money.init))
    }
}

extension RecoursMessages.PictureFingerprint {
    package init(_ picture: RecoursCases.PictureFingerprint) {
        self.init(pdq: picture.pdq, quality: UInt32(clamping: picture.quality))
    }
}

extension RecoursMessages.Work {
    package init(_ work: RecoursCases.Work) {
        self.init(
            id: work.identifier.bytes, registrant: .init(.partner(work.registrant)),
            draft: .init(work.draft), createdAtMs: work.createdAt.millisecondsSince1970)
    }
}

extension RecoursMessages.ClaimPlan {
    package init(_ plan: RecoursCases.ClaimPlan) {
        self.init(
            workID: plan.work, platforms: plan.platforms, autoReport: plan.autoReport,
            reviewThreshold: plan.reviewThreshold.map(UInt32.init(clamping:)),
            reportThreshold: plan.reportThreshold.map(UInt32.init(clamping:)))
    }
}

extension RecoursMessages.StandingClaim {
    package init(_ claim: RecoursCases.StandingClaim) {
        let tally = claim.tally
        self.init(
            id: claim.identifier.bytes, plan: .init(claim.plan),
            registrant: .init(.partner(claim.registrant)),
            state: .init(rawValue: claim.state.rawValue), stateReason: claim.stateReason,
            listings: tally.byState.sorted { $0.key.rawValue < $1.key.rawValue }.map {
                RecoursMessages.ListingCount(
                    state: .init(rawValue: $0.key.rawValue), count: $0.value)
            },
            excluded: tally.excluded, reviewed: tally.reviewed,
            reviewedFalse: tally.reviewedFalse, decided: tally.decided,
            badFaith: tally.badFaith, reportedAutomatically: tally.automatic,
            throttledAtMs: claim.throttledAt?.millisecondsSince1970,
            openedAtMs: claim.openedAt.millisecondsSince1970,
            updatedAtMs: claim.updatedAt.millisecondsSince1970)
    }
}

extension RecoursMessages.MatchEvidence {
    package init(_ evidence: RecoursCases.MatchEvidence) {
        self.init(
            sameGtin: evidence.sameGTIN, sameBrand: evidence.sameBrand,
            titleSimilarity: evidence.titleSimilarity.map(UInt32.init(clamping:)),
            pictureDistance: evidence.pictureDistance.map(UInt32.init(clamping:)))
    }
}

extension RecoursMessages.ListingRefusal {
    init(_ refusal: RecoursCases.ListingRefusal) {
        self.init(
            reason: .init(rawValue: refusal.reason?.rawValue ?? 0), text: refusal.text)
    }
}

extension RecoursMessages.ClaimListing {
    package init(_ found: RecoursCases.ClaimListing) {
        let times = found.times
        var listing = RecoursMessages.Listing(found.listing)
        listing.state = .init(rawValue: found.state.rawValue)
        listing.firstSeenAtMs = times.firstSeen.millisecondsSince1970
        listing.reportedAtMs = times.reported?.millisecondsSince1970
        listing.removedAtMs = times.removed?.millisecondsSince1970
        self.init(
            id: found.identifier.bytes, claimID: found.claim.bytes, workID: found.work.bytes,
            platformID: found.platformSlug, listing: listing, version: found.version,
            firstReportedAtMs: times.firstReported?.millisecondsSince1970,
            underReviewAtMs: times.underReview?.millisecondsSince1970,
            firstRemovedAtMs: times.firstRemoved?.millisecondsSince1970,
            refusedAtMs: times.refused?.millisecondsSince1970,
            reappearedAtMs: times.reappeared?.millisecondsSince1970,
            score: found.match.map { UInt32(clamping: $0.score) },
            evidence: found.match.map { RecoursMessages.MatchEvidence($0.evidence) },
            refusal: found.refusal.map(RecoursMessages.ListingRefusal.init),
            stayDown: found.hasStayDown, reappearances: found.reappearances,
            brokenStayDowns: found.brokenStayDowns, automatic: found.isAutomatic,
            excludedAtMs: times.excluded?.millisecondsSince1970)
    }
}

extension RecoursMessages.RemovalTime {
    /// Nil without any.
    init?(_ times: TimeDistribution) {
        guard let median = times.percentile(50), let p95 = times.percentile(95) else { return nil }
        self.init(
            count: UInt64(clamping: times.sample), medianMinutes: UInt64(clamping: median),
            p95Minutes: UInt64(clamping: p95))
    }
}

extension RecoursMessages.ClaimFigureLine {
    package init(
        claim: StandingClaimIdentifier?, platform: String, _ figures: RecoursCases.ClaimFigures
    ) {
        self.init(
            claimID: claim?.bytes ?? [], platformID: platform, reported: figures.reported,
            reportedAutomatically: figures.automatic, removed: figures.removed,
            refused: figures.refused, waiting: figures.waiting,
            reappearances: figures.reappearances, brokenStayDowns: figures.brokenStayDowns,
            seenToReported: .init(figures.seenToReported),
            reportedToRemoved: .init(figures.reportedToRemoved),
            seenToRemoved: .init(figures.seenToRemoved),
            namedToRemoved: .init(figures.namedToRemoved),
            foundToRemoved: .init(figures.foundToRemoved),
            before: figures.before.flatMap(RecoursMessages.RemovalTime.init),
            percentOfBefore: figures.percentOfBefore.map(UInt32.init(clamping:)))
    }
}
