// SPDX-License-Identifier: EUPL-1.2

import CaseHistories
import Testing

@testable import RecoursCases

/// A claim with its listings, to which anything may happen.
struct ListingLife {
    static func uuid(_ number: UInt64) -> CaseIdentifier {
        CaseIdentifier(at: Samples.now, randomHigh: 0, randomLow: number)
    }

    static let claim = StandingClaim(
        identifier: StandingClaimIdentifier(uuid(2)), work: WorkIdentifier(uuid(1)),
        registrant: Samples.association, plan: ClaimTests.plan, at: Samples.now)

    var claim = Self.claim
    var listings: [Int: ClaimListing] = [:]
    var minute: Int64 = 0
    /// Listings that people, or platforms, have judged since the last resumption.
    var verdicts = (reviewed: UInt64(0), wrong: UInt64(0))

    var now: Instant {
        Instant(millisecondsSince1970: Samples.now.millisecondsSince1970 + minute * 60_000)
    }

    func copy(_ number: Int, seenAt: Instant? = nil) -> Listing {
        Listing(platformListingIdentifier: "B\(number)", firstSeenAt: seenAt)
    }

    func identifier(_ number: Int) -> ClaimListingIdentifier {
        ClaimListingIdentifier(Self.uuid(100 + UInt64(number)))
    }

    mutating func take(_ decision: ListingDecision, _ number: Int) {
        if let former = decision.former { #expect(former == listings[number]) }
        claim.count(decision, at: now)
        if decision.isChange { listings[number] = decision.listing }
    }

    mutating func add(_ number: Int) -> ListingAddition {
        let (outcome, decision) = ClaimRules.add(
            copy(number), on: "amazon", to: claim, former: listings[number],
            identifier: { identifier(number) }, at: now)
        take(decision, number)
        return outcome
    }

    mutating func observe(
        _ number: Int, score: Int, seenAt: Instant? = nil, platform: String = "amazon",
        by observer: PartnerReference? = nil
    ) -> MatchOutcome {
        let (outcome, decision) = ClaimRules.observe(
            ListingMatch(score: score), of: copy(number, seenAt: seenAt ?? now), on: platform,
            by: observer ?? claim.registrant, against: claim, former: listings[number],
            identifier: { identifier(number) }, at: now)
        if let decision { take(decision, number) }
        return outcome
    }

    mutating func review(_ number: Int, _ verdict: MatchVerdict) -> Bool {
        guard let former = listings[number],
            let decision = ClaimRules.review(verdict, of: former, at: now)
        else { return false }
        take(decision, number)
        return true
    }

    mutating func reply(
        _ number: Int, _ kind: ListingAnswerKind, expecting version: UInt64? = nil,
        stayDown: Bool = false, reason: ListingRefusalReason = .licensed
    ) -> ListingReplyOutcome {
        guard let former = listings[number] else { return .notFound }
        let reply = ListingReply(
            listing: former.identifier, expectedVersion: version, kind: kind,
            stayDown: stayDown,
            refusal: kind == .refused ? ListingRefusal(reason: reason, text: "Non.") : nil)
        let (outcome, decision) = ClaimRules.reply(reply, to: former, at: now)
        take(decision, number)
        return outcome
    }
}

@Suite("Listings of a claim")
struct ClaimListingTests {
    @Test("The table of transitions holds, each state with each change")
    func table() {
        let refusal = ListingRefusal(reason: .genuine, text: "Authentique.")
        let changes: [(ListingChange, [ListingState: ListingState])] = [
            (.reported(by: .holder), [.observed: .reported]),
            (.excluded, [.observed: .observed]),
            (.underReview, [.reported: .underReview, .reappeared: .underReview]),
            (
                .removed(stayDown: true),
                [
                    .reported: .removed, .reappeared: .removed, .underReview: .removed,
                    .refused: .removed,
                ]
            ),
            (
                .refused(refusal),
                [.reported: .refused, .reappeared: .refused, .underReview: .refused]
            ),
            (.reappeared(by: .match), [.removed: .reappeared]),
        ]
        for state in ListingState.allCases {
            let listing = ClaimListing(
                identifier: ClaimListingIdentifier(ListingLife.uuid(3)),
                claim: ListingLife.claim.identifier, work: ListingLife.claim.work,
                platformSlug: "amazon", listing: Listing(platformListingIdentifier: "B1"),
                state: state, times: ListingTimes(firstSeen: Samples.now))
            for (change, expected) in changes {
                #expect(listing.state(after: change) == expected[state], "\(state) \(change)")
                var changed = listing
                let isAllowed = changed.apply(change, at: Samples.now)
                #expect(isAllowed == (expected[state] != nil))
                #expect(changed.version == listing.version + (isAllowed ? 1 : 0))
                if !isAllowed { #expect(changed == listing) }
            }
        }
    }

    @Test("A copy is reported once, and again only if it is seen after it was removed")
    func reappearance() {
        var life = ListingLife()
        #expect(life.add(1) == .created)
        #expect(life.add(1) == .exists)
        #expect(life.reply(1, .underReview) == .done)
        life.minute = 90
        #expect(life.reply(1, .removed, stayDown: true) == .done)
        #expect(life.observe(1, score: 1_000, seenAt: Samples.now) == .known)
        life.minute = 120
        #expect(life.observe(1, score: 499) == .below)
        let before = life.listings[1]
        let (outcome, decision) = ClaimRules.observe(
            ListingMatch(score: 700), of: life.copy(1, seenAt: life.now), on: "amazon",
            by: life.claim.registrant, against: life.claim, former: before,
            identifier: { life.identifier(1) }, at: life.now)
        #expect(outcome == .reappeared)
        let broken = decision.flatMap {
            ClaimRules.brokenPromise(by: $0, identifier: { [1] }, at: life.now)
        }
        #expect(broken?.state == .broken && broken?.history.map(\.state) == [.open, .broken])
        #expect(broken?.scope == .claim(life.claim.identifier, life.identifier(1)))
        #expect(broken?.text == "STAY_DOWN_ENABLED")
        #expect(life.observe(1, score: 700) == .reappeared)
        #expect(life.listings[1]?.hasStayDown == false)
        // Without another promise, a second return breaks none.
        life.minute = 130
        #expect(life.reply(1, .removed) == .done)
        life.minute = 140
        #expect(life.add(1) == .reappeared)
        #expect(life.listings[1]?.reappearances == 2 && life.listings[1]?.brokenStayDowns == 1)
    }

    @Test("What a stranger has seen waits for a person, and brings nothing back")
    func strangers() {
        var life = ListingLife()
        let stranger = PartnerReference(kind: .association, slug: "stranger")
        let amazon = PartnerReference(kind: .platform, slug: "amazon")
        let wish = PartnerReference(kind: .platform, slug: "wish")
        #expect(life.observe(1, score: 1_000, by: stranger) == .queued)
        #expect(life.observe(2, score: 1_000, by: wish) == .queued)
        #expect(life.observe(1, score: 1_000, by: stranger) == .known)
        #expect(life.observe(1, score: 1_000, by: amazon) == .reported)
        #expect(life.reply(1, .removed, stayDown: true) == .done)
        life.minute = 90
        #expect(life.observe(1, score: 1_000, by: stranger) == .known)
        #expect(life.listings[1]?.state == .removed)
        #expect(life.observe(1, score: 1_000, by: amazon) == .reappeared)
    }

    @Test("Only what is surely a copy is reported without a person, and only with consent")
    func thresholds() {
        var life = ListingLife()
        #expect(life.observe(1, score: 499) == .below && life.listings[1] == nil)
        #expect(life.observe(2, score: 500) == .queued)
        #expect(life.observe(2, score: 959) == .known)
        #expect(life.observe(3, score: 960) == .reported)
        #expect(life.observe(2, score: 960) == .reported)
        #expect(life.observe(4, score: 1_000, platform: "alibaba") == .passedOver)
        #expect(life.claim.tally.automatic == 2)
        _ = life.claim.apply(.suspended(reason: "x"), at: life.now)
        #expect(life.observe(5, score: 1_000) == .passedOver)
        var plan = ClaimTests.plan
        plan.autoReport = false
        life.claim = StandingClaim(
            identifier: life.claim.identifier, work: life.claim.work,
            registrant: Samples.association, plan: plan, at: life.now)
        #expect(life.observe(6, score: 1_000) == .queued)
        plan.reviewThreshold = 970
        #expect(plan.leastReported == 970)
    }

    @Test("A platform's word is taken once, at the version that it has seen")
    func replies() {
        var life = ListingLife()
        _ = life.add(1)
        #expect(life.reply(1, .removed, expecting: 1) == .staleVersion)
        #expect(life.reply(1, .refused, expecting: 2) == .done)
        #expect(life.reply(1, .refused, expecting: 2) == .exists)
        #expect(life.reply(1, .underReview) == .rejected)
        #expect(life.reply(1, .restored) == .rejected)
        #expect(life.reply(1, .removed) == .done)
        #expect(life.listings[1]?.refusal == nil)
        #expect(life.reply(1, .removed) == .exists)
        #expect(life.reply(1, .refused) == .rejected)
    }

    @Test("What was excluded comes back only by its holder's word")
    func exclusion() {
        var life = ListingLife()
        #expect(life.observe(1, score: 700) == .queued)
        #expect(life.review(1, .noCopy) == true)
        #expect(life.review(1, .noCopy) == true)
        #expect(life.review(1, .copy) == false)
        #expect(life.observe(1, score: 1_000) == .passedOver)
        #expect(life.claim.tally.excluded == 1 && life.claim.tally.byState.isEmpty)
        #expect(life.add(1) == .created)
        #expect(life.claim.tally.excluded == 0 && life.claim.tally.byState == [.reported: 1])
        #expect(life.review(1, .noCopy) == false)
    }

    @Test("Twenty verdicts, of which more than three in ten are against it, throttle a claim")
    func throttling() {
        for wrong in [6, 7] {
            var life = ListingLife()
            for number in 1...20 {
                _ = life.observe(number, score: 700)
                #expect(life.claim.throttledAt == nil)
                _ = life.review(number, number <= wrong ? .noCopy : .copy)
            }
            #expect((life.claim.throttledAt != nil) == (wrong == 7))
            #expect(life.claim.mayReportAlone == (wrong == 6))
        }
        var life = ListingLife()
        for number in 1...20 {
            _ = life.add(number)
            _ = life.reply(number, .refused, reason: number <= 7 ? .badFaith : .genuine)
        }
        #expect(life.claim.throttledAt != nil)
        #expect(life.claim.apply(.resumed(reason: "Vu."), at: life.now) == true)
        #expect(life.claim.mayReportAlone && life.claim.tally.decided == 0)
        #expect(life.claim.tally.byState == [.refused: 20])
    }

    @Test("Whatever happens in whatever order, counts and times agree with the listings")
    func anything() {
        for seed in 0..<300 as Range<UInt64> {
            var random = SeededGenerator(seed: seed)
            var life = ListingLife()
            for _ in 0..<60 {
                life.minute += Int64.random(in: 0...30, using: &random)
                step(&life, &random)
                check(life)
            }
        }
    }

    private func step(_ life: inout ListingLife, _ random: inout SeededGenerator) {
        let number = Int.random(in: 1...5, using: &random)
        let before = life.listings[number]
        switch Int.random(in: 0..<6, using: &random) {
        case 0: _ = life.add(number)
        case 1:
            let back = Int64.random(in: 0...40, using: &random) * 60_000
            _ = life.observe(
                number, score: Int.random(in: 400...1_000, using: &random),
                seenAt: Instant(
                    millisecondsSince1970: life.now.millisecondsSince1970 - back))
        case 2: _ = life.review(number, Bool.random(using: &random) ? .copy : .noCopy)
        case 3:
            _ = life.reply(number, .removed, stayDown: Bool.random(using: &random))
        case 4: _ = life.reply(number, .refused)
        default: _ = life.reply(number, .underReview)
        }
        if let before, let after = life.listings[number], before != after {
            #expect(after.version > before.version)
            #expect(after.times.firstSeen == before.times.firstSeen)
        }
    }

    private func check(_ life: ListingLife) {
        var byState: [ListingState: UInt64] = [:]
        var excluded: UInt64 = 0
        for listing in life.listings.values {
            if listing.excludedAt != nil {
                excluded += 1
                #expect(listing.state == .observed && !listing.isReported)
            } else {
                byState[listing.state, default: 0] += 1
            }
            #expect(listing.brokenStayDowns <= listing.reappearances)
            #expect(listing.isReported == (listing.state != .observed))
            if let reported = listing.times.firstReported {
                #expect(listing.times.firstSeen <= reported)
                #expect(listing.times.firstRemoved.map { reported <= $0 } ?? true)
            }
            #expect(!listing.hasStayDown || listing.state == .removed)
        }
        #expect(life.claim.tally.byState == byState)
        #expect(life.claim.tally.excluded == excluded)
    }

    @Test("Minutes are rounded up, and those of a removal run from the first report")
    func figures() {
        var life = ListingLife()
        _ = life.observe(1, score: 700)
        life.minute = 10
        _ = life.review(1, .copy)
        life.minute = 25
        _ = life.reply(1, .removed)
        var figures = ClaimFigures()
        if let listing = life.listings[1] { figures.add(listing) }
        #expect(figures.reported == 1 && figures.removed == 1 && figures.waiting == 0)
        #expect(figures.seenToReported.percentile(50) == 10)
        #expect(figures.reportedToRemoved.percentile(95) == 15)
        #expect(figures.seenToRemoved.percentile(50) == 25)
    }

    @Test("What was named and what was found are timed apart")
    func namedAndFound() {
        var life = ListingLife()
        _ = life.add(1)
        _ = life.observe(2, score: 700)
        life.minute = 10
        // Its holder's word on what was found first: it stays found.
        _ = life.add(2)
        life.minute = 30
        for number in 1...2 { _ = life.reply(number, .removed) }
        var figures = ClaimFigures()
        for listing in life.listings.values { figures.add(listing) }
        #expect(figures.namedToRemoved.sample == 1 && figures.foundToRemoved.sample == 1)
        #expect(figures.seenToRemoved.sample == 2)
    }

    @Test("Before and since are compared from five removals on, and are unknown till then")
    func comparison() {
        for (before, since) in [(4, 5), (5, 4), (5, 5), (0, 9)] {
            var life = ListingLife()
            for number in 1...since { _ = life.add(number) }
            life.minute = 15
            for number in 1...since { _ = life.reply(number, .removed) }
            var figures = ClaimFigures()
            for listing in life.listings.values { figures.add(listing) }
            let removal = Removal(
                platform: "wish", month: FigureMonth(of: life.now), minutes: 1_440)
            figures.add(removal, times: Int64(before))
            #expect((figures.before?.sample == 5) == (before == 5))
            #expect(figures.percentOfBefore == (before == 5 && since == 5 ? 1 : nil))
        }
        var figures = ClaimFigures()
        figures.add(
            Removal(platform: "wish", month: FigureMonth(of: ListingLife().now), minutes: 0),
            times: 9)
        #expect(figures.before?.percentile(50) == 0 && figures.percentOfBefore == nil)
    }
}
