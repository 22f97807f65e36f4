// SPDX-License-Identifier: EUPL-1.2

import RecoursCases
import RecoursMessages
import RecoursStore
import RecoursTransport
import RecoursWire
import Testing

@testable import RecoursServer

@Suite("Claim service", .timeLimit(.minutes(2)))
struct ClaimServiceTests {
    typealias Cast = CampaignServiceTests.Cast

    private static let owner = Party(
        kind: .business, legalName: "Atelier du Bois", siren: World.siren, size: .micro,
        contact: .init(name: "Camille Morel", email: "camille@atelier.example"))

    static let work = RecoursMessages.WorkDraft(
        owner: owner,
        ipClaim: .init(
            kind: .design, office: "FR", number: "20181234", owner: owner,
            originals: [.init(title: "Casse-tête cubique")], goodFaith: true),
        title: "Casse-tête cubique en bois", brand: "Atelier", gtins: ["3017620422003"],
        pictures: [.init(pdq: [UInt8](repeating: 1, count: 32), quality: 90)],
        monthlyLoss: .init(minorUnits: 12_000, currency: "EUR"))

    /// A claim of the association's against both platforms.
    func open(_ cast: Cast) async throws -> RecoursMessages.StandingClaim {
        let registered: RegisterWorkResponse = try await cast.association.call(
            ClaimServiceMethods.registerWork, RegisterWorkRequest(work: Self.work),
            key: Sample.key())
        let work = try #require(registered.work)
        let opened: OpenClaimResponse = try await cast.association.call(
            ClaimServiceMethods.openClaim,
            OpenClaimRequest(
                plan: .init(workID: work.id, platforms: ["amazon", "wish"], autoReport: true)),
            key: Sample.key())
        return try #require(opened.claim)
    }

    func copies(_ numbers: Range<Int>, on platform: String = "amazon") -> [ListingToAdd] {
        numbers.map { number in
            let text = String(number)
            let asin = "B0" + String(repeating: "0", count: 8 - text.count) + text
            return ListingToAdd(
                platformID: platform,
                listing: .init(
                    platformListingID: asin, url: "https://\(platform).example/dp/\(asin)",
                    sellerName: "Vendeur", title: "Cube puzzle"))
        }
    }

    func add(
        _ listings: [ListingToAdd], to claim: RecoursMessages.StandingClaim, _ cast: Cast,
        key: [UInt8] = Sample.key()
    ) async throws -> [AddListingResult] {
        let answer: AddListingsResponse = try await cast.association.call(
            ClaimServiceMethods.addListings,
            AddListingsRequest(claimID: claim.id, listings: listings), key: key)
        return answer.results
    }

    func pull(
        _ viewer: ClientConnection, after cursor: [UInt8] = [], max: UInt32 = 0,
        wait milliseconds: UInt32 = 0
    ) async throws -> PullListingsResponse {
        try await viewer.call(
            ClaimServiceMethods.pullListings,
            PullListingsRequest(cursor: cursor, maxListings: max, waitMs: milliseconds))
    }

    func answer(
        _ replies: [RecoursMessages.ListingReply], _ platform: ClientConnection,
        key: [UInt8] = Sample.key()
    ) async throws -> [ListingReplyResult] {
        let answer: AnswerListingsResponse = try await platform.call(
            ClaimServiceMethods.answerListings, AnswerListingsRequest(replies: replies), key: key)
        return answer.results
    }

    private func claim(
        _ identifier: [UInt8], as viewer: ClientConnection
    ) async throws -> RecoursMessages.StandingClaim {
        let answer: GetClaimResponse = try await viewer.call(
            ClaimServiceMethods.getClaim, GetClaimRequest(claimID: identifier))
        return try #require(answer.claim)
    }

    @Test("One claim over two platforms: reported in one call, pulled, answered and counted")
    func life() async throws {
        let cast = try await Cast(on: "2018-11-10")
        let claim = try await open(cast)
        let results = try await add(
            copies(0..<15) + copies(20..<22, on: "wish"), to: claim, cast)
        #expect(results.allSatisfy { $0.outcome == .created && $0.state == .reported })
        let pulled = try await pull(cast.amazon, max: 10)
        #expect(pulled.listings.count == 10 && pulled.more && pulled.works.count == 1)
        #expect(pulled.works.first?.draft?.monthlyLoss == nil)
        #expect(pulled.works.first?.draft?.owner?.size == .unspecified)
        let rest = try await pull(cast.amazon, after: pulled.cursor)
        #expect(rest.listings.count == 5 && !rest.more)
        #expect(try await pull(cast.amazon, after: rest.cursor).listings.isEmpty)
        #expect(try await pull(cast.wish).listings.count == 2)

        let replies = [
            RecoursMessages.ListingReply(
                listingID: results[0].listingID, expectedVersion: results[0].version,
                kind: .removed, stayDown: true),
            .init(listingID: results[1].listingID, expectedVersion: 9, kind: .underReview),
            .init(
                listingID: results[2].listingID, kind: .refused,
                refusal: .init(reason: .licensed, text: "Licence.")),
            .init(listingID: results[3].listingID, kind: .refused),
            .init(listingID: results[16].listingID, kind: .removed),
            .init(listingID: results[4].listingID, kind: .restored),
        ]
        let key = Sample.key()
        for _ in 1...2 {
            let answered = try await answer(replies, cast.amazon, key: key)
            #expect(
                answered.map(\.outcome) == [
                    .ok, .staleVersion, .ok, .rejected, .notFound, .rejected,
                ])
            #expect(answered[3].violations.map(\.fieldPath) == ["replies[3].refusal"])
            #expect(answered[5].violations.map(\.code) == ["NOT_FOR_THIS_TYPE"])
            #expect(answered[4].state == .unspecified && answered[4].version == 0)
        }
        let counts = try await self.claim(claim.id, as: cast.mediator).listings
        #expect(counts.map(\.state) == [.reported, .removed, .refused])
        #expect(counts.map(\.count) == [15, 1, 1])
        try await figures(cast, claim)
        await cast.world.stop()
    }

    private func figures(_ cast: Cast, _ claim: RecoursMessages.StandingClaim) async throws {
        let own: ClaimFiguresResponse = try await cast.association.call(
            ClaimServiceMethods.claimFigures, ClaimFiguresRequest(claimID: claim.id))
        #expect(own.lines.map(\.platformID) == ["amazon", "wish"] && !own.truncated)
        #expect(own.lines.map(\.reported) == [15, 2])
        #expect(own.lines.first?.removed == 1 && own.lines.first?.claimID == claim.id)
        #expect(own.lines.first?.reportedToRemoved?.count == 1)
        let platform: ClaimFiguresResponse = try await cast.wish.call(
            ClaimServiceMethods.claimFigures, ClaimFiguresRequest())
        #expect(platform.lines.map(\.reported) == [2])
        #expect(platform.lines.first?.claimID == [])
    }

    @Test("What a claim has changed is told to its holder and to mediators, not to the platform")
    func beforeAndSince() async throws {
        let cast = try await Cast(on: "2018-11-10")
        try await remove(5, cast, filedOn: "2018-11-10", removedOn: "2018-11-12")
        let claim = try await open(cast)
        let added = try await add(copies(0..<5), to: claim, cast)
        try cast.world.setDay("2018-11-13")
        let replies = added.map {
            RecoursMessages.ListingReply(listingID: $0.listingID, kind: .removed)
        }
        _ = try await answer(replies, cast.amazon)
        for viewer in [cast.association, cast.mediator] {
            let line = try #require(try await lines(viewer).first)
            #expect(line.before?.count == 5 && line.before?.medianMinutes == 2_880)
            #expect(line.reportedToRemoved?.medianMinutes == 1_440 && line.percentOfBefore == 50)
            #expect(line.namedToRemoved?.count == 5 && line.foundToRemoved == nil)
        }
        let told = try #require(try await lines(cast.amazon).first)
        #expect(told.removed == 5 && told.before == nil && told.percentOfBefore == nil)
        let stranger = try await cast.world.join(.association, "cpme")
        #expect(try await lines(stranger).isEmpty)
        await cast.world.stop()
    }

    private func lines(
        _ viewer: ClientConnection
    ) async throws -> [RecoursMessages.ClaimFigureLine] {
        let answer: ClaimFiguresResponse = try await viewer.call(
            ClaimServiceMethods.claimFigures, ClaimFiguresRequest())
        return answer.lines
    }

    /// Has cases about copies filed one by one, and answered by the platform on another day.
    private func remove(
        _ count: UInt8, _ cast: Cast, filedOn: String, removedOn: String
    ) async throws {
        try cast.world.setDay(filedOn)
        var cases: [[UInt8]] = []
        for number in 1...count {
            var draft = Sample.draft("R-\(number)")
            draft.desiredRemedies = [.listingsRemoved]
            draft.incidentOn = "2018-10-20"
            let filed: SubmitCaseResponse = try await cast.association.call(
                CaseServiceMethods.submitCase, SubmitCaseRequest(draft: draft), key: Sample.key())
            cases.append(try #require(filed.receipt?.caseID))
        }
        try cast.world.setDay(removedOn)
        for (number, identifier) in cases.enumerated() {
            var answer = Sample.explanation([UInt8](repeating: UInt8(number + 1), count: 16))
            answer.remedies = [.init(kind: .listingsRemoved)]
            let _: RespondResponse = try await cast.amazon.call(
                ResponseServiceMethods.respond,
                RespondRequest(caseID: identifier, response: answer))
        }
    }

    @Test("The same key adds and registers nothing twice, and with other content is a conflict")
    func idempotency() async throws {
        let cast = try await Cast(on: "2018-11-10")
        let key = Sample.key()
        var works: Set<[UInt8]> = []
        for _ in 1...2 {
            let answer: RegisterWorkResponse = try await cast.association.call(
                ClaimServiceMethods.registerWork, RegisterWorkRequest(work: Self.work), key: key)
            works.insert(try #require(answer.work).id)
        }
        #expect(works.count == 1)
        var other = Self.work
        other.title = "Autre"
        let conflict = await cast.association.failure(
            ClaimServiceMethods.registerWork, RegisterWorkRequest(work: other), key: key)
        #expect(conflict.code == .alreadyExists)
        let keyless = await cast.association.failure(
            ClaimServiceMethods.registerWork, RegisterWorkRequest(work: Self.work))
        #expect(keyless.code == .invalidArgument)

        let claim = try await open(cast)
        let once = Sample.key()
        let first = try await add(copies(0..<3), to: claim, cast, key: once)
        _ = try await answer(
            [.init(listingID: first[0].listingID, kind: .removed)], cast.amazon)
        // Sent again after the platform removed it: it is no reappearance.
        let again = try await add(copies(0..<3), to: claim, cast, key: once)
        #expect(again.map(\.outcome) == [.created, .created, .created])
        #expect(again.map(\.listingID) == first.map(\.listingID))
        #expect(again.first?.state == .removed)
        let clash = await cast.association.failure(
            ClaimServiceMethods.addListings,
            AddListingsRequest(claimID: claim.id, listings: copies(0..<4)), key: once)
        #expect(clash.code == .alreadyExists)
        let anew = try await add(copies(1..<5), to: claim, cast)
        #expect(anew.map(\.outcome) == [.exists, .exists, .created, .created])
        await cast.world.stop()
    }

    @Test("What breaks rules is told item by item; a call of too many is refused whole")
    func rules() async throws {
        let cast = try await Cast(on: "2018-11-10")
        let claim = try await open(cast)
        var wrong = copies(0..<1)[0]
        wrong.listing?.platformListingID = "short"
        wrong.listing?.url = "ftp://x"
        wrong.listing?.state = .removed
        let results = try await add(
            [wrong, copies(1..<2, on: "alibaba")[0], ListingToAdd(), copies(3..<4)[0]],
            to: claim, cast)
        #expect(results.map(\.outcome) == [.rejected, .rejected, .rejected, .created])
        #expect(
            Set(results[0].violations.map(\.fieldPath)) == [
                "listings[0].listing.platform_listing_id", "listings[0].listing.url",
                "listings[0].listing.state",
            ])
        #expect(results[1].violations.map(\.code) == ["CLAIM_OTHER_PLATFORMS"])
        #expect(results[2].violations.map(\.fieldPath).contains("listings[2].platform_id"))
        let many = await cast.association.failure(
            ClaimServiceMethods.addListings,
            AddListingsRequest(claimID: claim.id, listings: copies(0..<1_001)),
            key: Sample.key())
        #expect(many.code == .invalidArgument)
        let full = try await add(copies(0..<1_000), to: claim, cast)
        #expect(full.count(where: { $0.outcome == .created }) == 999)
        let twice = await cast.amazon.failure(
            ClaimServiceMethods.answerListings,
            AnswerListingsRequest(
                replies: .init(
                    repeating: .init(listingID: results[3].listingID, kind: .removed), count: 2)),
            key: Sample.key())
        #expect(twice.code == .invalidArgument)
        var bad = Self.work
        bad.ipClaim?.goodFaith = false
        bad.owner?.siren = "123456789"
        let refused = await cast.association.failure(
            ClaimServiceMethods.registerWork, RegisterWorkRequest(work: bad), key: Sample.key())
        #expect(refused.code == .invalidArgument)
        await cast.world.stop()
    }

    @Test("What is another's does not exist, and a platform sees only what it was told")
    func tenancy() async throws {
        let cast = try await Cast(on: "2018-11-10")
        let stranger = try await cast.world.join(.association, "cpme")
        let alibaba = try await cast.world.join(.platform, "alibaba")
        let claim = try await open(cast)
        let listing = try await add(copies(0..<1), to: claim, cast)[0].listingID
        let workID = try #require(claim.plan).workID
        let getWork = GetWorkRequest(workID: workID)
        #expect(await stranger.failure(ClaimServiceMethods.getWork, getWork).code == .notFound)
        #expect(await alibaba.failure(ClaimServiceMethods.getWork, getWork).code == .notFound)
        let seen: GetWorkResponse = try await cast.wish.call(ClaimServiceMethods.getWork, getWork)
        #expect(seen.work?.draft?.monthlyLoss == nil)
        let getClaim = GetClaimRequest(claimID: claim.id)
        #expect(await stranger.failure(ClaimServiceMethods.getClaim, getClaim).code == .notFound)
        let strange = await stranger.failure(
            ClaimServiceMethods.addListings,
            AddListingsRequest(claimID: claim.id, listings: copies(5..<6)), key: Sample.key())
        #expect(strange.code == .notFound)
        let withdrawn = await stranger.failure(
            ClaimServiceMethods.withdrawClaim, WithdrawClaimRequest(claimID: claim.id))
        #expect(withdrawn.code == .notFound)
        let foreign = await stranger.failure(
            ClaimServiceMethods.openClaim,
            OpenClaimRequest(plan: .init(workID: workID, platforms: ["amazon"])),
            key: Sample.key())
        #expect(foreign.code == .invalidArgument)
        for viewer in [stranger, alibaba, cast.wish] {
            let page: ListListingsResponse = try await viewer.call(
                ClaimServiceMethods.listListings, ListListingsRequest(claimID: claim.id))
            #expect(page.listings.isEmpty)
        }
        let others = try await answer([.init(listingID: listing, kind: .removed)], cast.wish)
        #expect(others.map(\.outcome) == [.notFound])
        for viewer in [cast.association, cast.amazon, cast.mediator] {
            let page: ListListingsResponse = try await viewer.call(
                ClaimServiceMethods.listListings, ListListingsRequest(states: [.reported]))
            #expect(page.listings.map(\.id) == [listing])
        }
        let works: ListWorksResponse = try await stranger.call(
            ClaimServiceMethods.listWorks, ListWorksRequest())
        #expect(works.works.isEmpty)
        await cast.world.stop()
    }

    @Test("A match waits for its holder's word, and a mediator suspends and resumes")
    func review() async throws {
        let cast = try await Cast(on: "2018-11-10")
        let claim = try await open(cast)
        let identifier = try #require(StandingClaimIdentifier(bytes: claim.id))
        let now = try World.noon("2018-11-10")
        let seen = (1...2 as ClosedRange<UInt64>).map { number in
            ObservedListing(
                claim: identifier,
                named: NamedListing(
                    identifier: ClaimListingIdentifier(
                        CaseIdentifier(at: now, randomHigh: 0, randomLow: number)),
                    platform: "amazon",
                    listing: Listing(platformListingIdentifier: "B00000000\(number)")),
                match: ListingMatch(score: 700))
        }
        guard
            case .claim(.observations(let outcomes)) = await cast.world.store.execute(
                .claim(
                    .observe(
                        seen, by: PartnerReference(kind: .association, slug: "cma"), at: now)))
        else { throw Unexpected() }
        #expect(outcomes.map(\.outcome) == [.queued, .queued])
        let queue: ListMatchesResponse = try await cast.association.call(
            ClaimServiceMethods.listMatches, ListMatchesRequest(claimID: claim.id))
        #expect(queue.matches.map(\.score) == [700, 700])
        #expect(try await pull(cast.amazon).listings.isEmpty)
        for (match, verdict) in zip(queue.matches, [RecoursMessages.MatchVerdict.copy, .noCopy]) {
            let answer: ReviewMatchResponse = try await cast.association.call(
                ClaimServiceMethods.reviewMatch,
                ReviewMatchRequest(listingID: match.id, verdict: verdict))
            #expect(answer.listing?.listing?.state == (verdict == .copy ? .reported : .observed))
        }
        #expect(try await pull(cast.amazon).listings.count == 1)
        let suspended: SuspendClaimResponse = try await cast.mediator.call(
            ClaimServiceMethods.suspendClaim,
            SuspendClaimRequest(claimID: claim.id, reason: "Doutes."))
        #expect(suspended.claim?.state == .suspended)
        let refused = await cast.association.failure(
            ClaimServiceMethods.addListings,
            AddListingsRequest(claimID: claim.id, listings: copies(5..<6)), key: Sample.key())
        #expect(refused.code == .invalidArgument)
        let resumed: ResumeClaimResponse = try await cast.mediator.call(
            ClaimServiceMethods.resumeClaim,
            ResumeClaimRequest(claimID: claim.id, reason: "Levés."))
        #expect(resumed.claim?.state == .active && resumed.claim?.reviewed == 0)
        let list: ListClaimsResponse = try await cast.mediator.call(
            ClaimServiceMethods.listClaims, ListClaimsRequest(throttledOnly: true))
        #expect(list.claims.isEmpty)
        await cast.world.stop()
    }

    private struct Unexpected: Error {}

    @Test("A listing that comes back is pulled again, and its stay-down counts as broken")
    func reappearance() async throws {
        let cast = try await Cast(on: "2018-11-10")
        let claim = try await open(cast)
        let added = try await add(copies(0..<1), to: claim, cast)
        let before = try await pull(cast.amazon).cursor
        _ = try await answer(
            [.init(listingID: added[0].listingID, kind: .removed, stayDown: true)], cast.amazon)
        try cast.world.setDay("2018-11-12")
        let again = try await add(copies(0..<1), to: claim, cast)
        #expect(again.map(\.outcome) == [.reappeared])
        let pulled = try await pull(cast.amazon, after: before)
        #expect(pulled.listings.map(\.brokenStayDowns) == [1])
        #expect(pulled.listings.first?.listing?.state == .reappeared)
        let listed: ListCommitmentsResponse = try await cast.association.call(
            CommitmentServiceMethods.listCommitments, ListCommitmentsRequest())
        #expect(listed.commitments.map(\.state) == [.broken])
        #expect(listed.commitments.first?.scope == .claim)
        #expect(listed.commitments.first?.listingID == added[0].listingID)
        await cast.world.stop()
    }
}
