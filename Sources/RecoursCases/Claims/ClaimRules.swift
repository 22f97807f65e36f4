// SPDX-License-Identifier: EUPL-1.2

/// What becomes of a claim's listings: pure, on the listing as it is, or on none.
package enum ClaimRules {
    /// A right holder names a copy. The claim must be active.
    package static func add(
        _ listing: Listing, on platform: String, to claim: StandingClaim,
        former: ClaimListing?, identifier: () -> ClaimListingIdentifier, at now: Instant
    ) -> (outcome: ListingAddition, decision: ListingDecision) {
        guard let former else {
            var decision = ListingDecision(
                new: made(listing, on: platform, of: claim, identifier(), at: now))
            _ = decision.apply(.reported(by: .holder), at: now)
            return (.created, decision)
        }
        var decision = ListingDecision(former)
        if former.state == .observed {
            // Its holder's word goes before a match, and before what was thought of it.
            _ = decision.apply(.reported(by: .holder), at: now)
            return (.created, decision)
        }
        if isBack(former, seenAt: listing.firstSeenAt ?? now, at: now) {
            _ = decision.apply(.reappeared(by: .holder), at: now)
            return (.reappeared, decision)
        }
        return (.exists, decision)
    }

    /// A listing was seen that is like the claim's work; nil: there is nothing of it to store.
    ///
    /// Whoever knows a work could invent listings like it. So only what the claim's registrant or
    /// the platform itself has seen is reported without a person; a stranger's sight waits for one,
    /// and brings nothing back that was removed.
    package static func observe(
        _ match: ListingMatch, of listing: Listing, on platform: String,
        by observer: PartnerReference, against claim: StandingClaim, former: ClaimListing?,
        identifier: () -> ClaimListingIdentifier, at now: Instant
    ) -> (outcome: MatchOutcome, decision: ListingDecision?) {
        guard match.score >= claim.plan.leastReviewed else { return (.below, nil) }
        guard claim.state == .active, claim.plan.platforms.contains(platform) else {
            return (.passedOver, nil)
        }
        let isTrusted =
            observer == claim.registrant
            || observer == PartnerReference(kind: .platform, slug: platform)
        let isSure =
            isTrusted && match.score >= claim.plan.leastReported && claim.mayReportAlone
        guard let former else {
            var new = made(listing, on: platform, of: claim, identifier(), at: now)
            new.match = match
            var decision = ListingDecision(new: new)
            guard isSure else { return (.queued, decision) }
            _ = decision.apply(.reported(by: .match), at: now)
            return (.reported, decision)
        }
        if former.excludedAt != nil { return (.passedOver, nil) }
        var decision = ListingDecision(former)
        if former.state == .observed, isSure, decision.apply(.reported(by: .match), at: now) {
            return (.reported, decision)
        }
        // It was a copy for its holder and its platform: that needs nobody's consent again.
        if isTrusted, isBack(former, seenAt: listing.firstSeenAt ?? now, at: now),
            decision.apply(.reappeared(by: .match), at: now)
        {
            return (.reappeared, decision)
        }
        return (.known, nil)
    }

    /// A person's word on a match; nil: another word was given before, or it was reported without
    /// one. The same word again changes nothing.
    package static func review(
        _ verdict: MatchVerdict, of former: ClaimListing, at now: Instant
    ) -> ListingDecision? {
        var decision = ListingDecision(former)
        switch verdict {
        case .copy:
            if former.isReported { return decision }
            guard former.excludedAt == nil else { return nil }
            return decision.apply(.reported(by: .review), at: now) ? decision : nil
        case .noCopy:
            if former.excludedAt != nil { return decision }
            return decision.apply(.excluded, at: now) ? decision : nil
        }
    }

    /// A platform's word on a listing that was reported to it, which has been checked by its rules.
    package static func reply(
        _ reply: ListingReply, to former: ClaimListing, at now: Instant
    ) -> (outcome: ListingReplyOutcome, decision: ListingDecision) {
        var decision = ListingDecision(former)
        guard let change = reply.change else { return (.rejected, decision) }
        if former.isAlready(change) { return (.exists, decision) }
        if let expected = reply.expectedVersion, expected != former.version {
            return (.staleVersion, decision)
        }
        return (decision.apply(change, at: now) ? .done : .rejected, decision)
    }

    /// The promise that a reappearance has broken, if there was one: a commitment made when the
    /// listing was removed, and broken now. Its words are the remedy's alone.
    package static func brokenPromise(
        by decision: ListingDecision, identifier: () -> [UInt8], at now: Instant
    ) -> Commitment? {
        guard let former = decision.former, former.hasStayDown,
            decision.listing.brokenStayDowns > former.brokenStayDowns
        else { return nil }
        var commitment = Commitment(
            identifier: identifier(), platformSlug: former.platformSlug,
            text: RemedyKind.stayDownEnabled.protocolName,
            scope: .claim(former.claim, former.identifier), dueOn: now.dateInParis,
            by: .partner(PartnerReference(kind: .platform, slug: former.platformSlug)),
            at: former.times.removed ?? now)
        commitment.settle(.broken, by: .system, at: now, reason: "the listing is there again")
        return commitment
    }

    // MARK: Parts

    /// Seen after it was removed. What somebody saw before says nothing of what is there now.
    private static func isBack(
        _ listing: ClaimListing, seenAt: Instant, at now: Instant
    ) -> Bool {
        guard listing.state == .removed, let removed = listing.times.removed else { return false }
        return min(seenAt, now) > removed
    }

    private static func made(
        _ listing: Listing, on platform: String, of claim: StandingClaim,
        _ identifier: ClaimListingIdentifier, at now: Instant
    ) -> ClaimListing {
        var plain = listing
        plain.firstSeenAt = nil
        let firstSeen = min(listing.firstSeenAt ?? now, now)
        return ClaimListing(
            identifier: identifier, claim: claim.identifier, work: claim.work,
            platformSlug: platform, listing: plain, times: ListingTimes(firstSeen: firstSeen))
    }
}

extension ListingReply {
    /// What it asks for; nil for what its rules refuse.
    var change: ListingChange? {
        switch kind {
        case .underReview: .underReview
        case .removed: .removed(stayDown: stayDown)
        case .refused: refusal.map { .refused($0) }
        case .restored, nil: nil
        }
    }
}

extension ClaimListing {
    /// Whether it is as the change would make it.
    fileprivate func isAlready(_ change: ListingChange) -> Bool {
        switch change {
        case .underReview: state == .underReview
        case .removed(let stayDown): state == .removed && hasStayDown == stayDown
        case .refused(let reason): state == .refused && refusal == reason
        case .reported, .reappeared, .excluded: false
        }
    }
}
