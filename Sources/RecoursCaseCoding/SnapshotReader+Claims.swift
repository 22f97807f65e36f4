// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCases
internal import RecoursMessages

// Works, claims and their listings as the store keeps them.
extension SnapshotReader {
    mutating func work(
        _ message: RecoursMessages.Work
    ) throws(SnapshotError) -> RecoursCases.Work {
        guard let identifier = WorkIdentifier(bytes: message.id),
            let registrant = message.registrant, let draft = message.draft
        else { throw SnapshotError("a work without identifier, registrant or draft") }
        let work = RecoursCases.Work(
            identifier: identifier, registrant: try partner(registrant),
            draft: reader.work(draft),
            createdAt: Instant(millisecondsSince1970: message.createdAtMs))
        try checkReadable("a work")
        return work
    }

    mutating func claim(
        _ message: RecoursMessages.StandingClaim
    ) throws(SnapshotError) -> RecoursCases.StandingClaim {
        guard let identifier = StandingClaimIdentifier(bytes: message.id),
            let plan = message.plan, let work = WorkIdentifier(bytes: plan.workID),
            let registrant = message.registrant,
            let state = RecoursCases.ClaimState(rawValue: message.state.rawValue)
        else { throw SnapshotError("a claim without identifier, plan, registrant or state") }
        var byState: [RecoursCases.ListingState: UInt64] = [:]
        for count in message.listings {
            guard let state = RecoursCases.ListingState(rawValue: count.state.rawValue) else {
                throw SnapshotError("a claim that counts an unknown state")
            }
            byState[state] = count.count
        }
        let tally = ClaimTally(
            byState: byState, excluded: message.excluded, reviewed: message.reviewed,
            reviewedFalse: message.reviewedFalse, decided: message.decided,
            badFaith: message.badFaith, automatic: message.reportedAutomatically)
        return RecoursCases.StandingClaim(
            identifier: identifier, work: work, registrant: try partner(registrant),
            plan: reader.plan(plan), state: state, stateReason: message.stateReason,
            throttledAt: reader.instant(message.throttledAtMs), tally: tally,
            openedAt: Instant(millisecondsSince1970: message.openedAtMs),
            updatedAt: Instant(millisecondsSince1970: message.updatedAtMs))
    }

    mutating func listing(
        _ message: RecoursMessages.ClaimListing
    ) throws(SnapshotError) -> RecoursCases.ClaimListing {
        guard let identifier = ClaimListingIdentifier(bytes: message.id),
            let claim = StandingClaimIdentifier(bytes: message.claimID),
            let work = WorkIdentifier(bytes: message.workID), let listing = message.listing
        else { throw SnapshotError("a claim's listing without identifiers") }
        var plain = reader.copy(listing) { "listing" }
        guard let state = plain.state, let firstSeen = plain.firstSeenAt else {
            throw SnapshotError("a claim's listing without state")
        }
        var times = ListingTimes(firstSeen: firstSeen)
        times.firstReported = reader.instant(message.firstReportedAtMs)
        times.reported = plain.reportedAt
        times.underReview = reader.instant(message.underReviewAtMs)
        times.firstRemoved = reader.instant(message.firstRemovedAtMs)
        times.removed = plain.removedAt
        times.refused = reader.instant(message.refusedAtMs)
        times.reappeared = reader.instant(message.reappearedAtMs)
        times.excluded = reader.instant(message.excludedAtMs)
        (plain.state, plain.firstSeenAt, plain.reportedAt, plain.removedAt) = (nil, nil, nil, nil)
        let match = message.score.map { score in
            ListingMatch(
                score: Int(clamping: score),
                evidence: message.evidence.map(RecoursCases.MatchEvidence.init) ?? .init())
        }
        let refusal = message.refusal.map { reader.refusal($0) { "listing" } }
        try checkReadable("a claim's listing")
        return RecoursCases.ClaimListing(
            identifier: identifier, claim: claim, work: work, platformSlug: message.platformID,
            listing: plain, version: message.version, state: state, times: times, match: match,
            refusal: refusal, hasStayDown: message.stayDown,
            reappearances: message.reappearances, brokenStayDowns: message.brokenStayDowns,
            isAutomatic: message.automatic)
    }
}
