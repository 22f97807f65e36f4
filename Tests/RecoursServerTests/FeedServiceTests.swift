// SPDX-License-Identifier: EUPL-1.2

import Logging
import RecoursCases
import RecoursMessages
import RecoursStore
import RecoursTransport
import RecoursWire
import Testing

@testable import RecoursServer

/// A claim held against two platforms, and listings seen on them.
struct Feed {
    typealias Cast = CampaignServiceTests.Cast

    let cast: Cast
    let claim: RecoursMessages.StandingClaim

    var world: World { cast.world }

    /// - Parameter autoReport: the holder's consent to reports without a person.
    init(autoReport: Bool = true) async throws {
        cast = try await Cast(on: "2018-11-10")
        claim = try await Self.open(cast, autoReport: autoReport)
        try await Self.wait(for: 1, of: cast.world)
    }

    static func open(
        _ cast: Cast, autoReport: Bool = true
    ) async throws -> RecoursMessages.StandingClaim {
        var draft = ClaimServiceTests.work
        draft.pictures = pictures(1...3)
        let registered: RegisterWorkResponse = try await cast.association.call(
            ClaimServiceMethods.registerWork, RegisterWorkRequest(work: draft),
            key: Sample.key())
        let opened: OpenClaimResponse = try await cast.association.call(
            ClaimServiceMethods.openClaim,
            OpenClaimRequest(
                plan: .init(
                    workID: try #require(registered.work).id, platforms: ["amazon", "wish"],
                    autoReport: autoReport)), key: Sample.key())
        return try #require(opened.claim)
    }

    /// What is committed reaches the index a little later.
    static func wait(for works: Int, of world: World) async throws {
        while world.service.matchedWorkCount != works {
            try await Task.sleep(for: .milliseconds(5))
        }
    }

    /// Hashes that are far apart, with about half of their bits set, as PDQ's.
    static func pictures(_ numbers: ClosedRange<UInt64>) -> [RecoursMessages.PictureFingerprint] {
        numbers.map { number in
            let words = (1...4 as ClosedRange<UInt64>).map { word in
                var mixed = (number * 8 + word) &* 0x9E37_79B9_7F4A_7C15
                mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
                mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
                return mixed ^ mixed >> 31
            }
            return .init(pdq: words.flatMap(\.bigEndianBytes), quality: 90)
        }
    }

    /// A listing that nothing else is like.
    func listing(_ number: UInt64, on platform: String = "amazon") -> ListingSnapshot {
        let text = String(number)
        let asin = "B0" + String(repeating: "0", count: 8 - text.count) + text
        return ListingSnapshot(
            clientSequence: number, platformID: platform, platformListingID: asin,
            url: "https://\(platform).example/dp/\(asin)", title: "Parapluie rouge",
            sellerName: "Vendeur", pictures: Self.pictures(100 + number...100 + number),
            seenAtMs: world.service.nowMilliseconds)
    }

    /// Two of the work's pictures and its title, under another brand.
    func sureCopy(_ number: UInt64, on platform: String = "amazon") -> ListingSnapshot {
        var copy = listing(number, on: platform)
        copy.title = "Casse-tête cubique en bois"
        copy.brand = "Cubix"
        copy.pictures = Self.pictures(1...2)
        return copy
    }

    /// One of its pictures.
    func likeness(_ number: UInt64) -> ListingSnapshot {
        var copy = listing(number)
        copy.brand = "Cubix"
        copy.pictures = Self.pictures(2...2)
        return copy
    }

    /// All results by their numbers.
    static func observe(
        _ snapshots: [ListingSnapshot], as viewer: ClientConnection
    ) async throws -> [UInt64: SnapshotResult] {
        let call: StreamingCall<ListingSnapshot, SnapshotResult> = try await viewer.streaming(
            FeedServiceMethods.observeListings, CallOptions(timeout: .seconds(30)))
        async let sending: Void = {
            for snapshot in snapshots { try await call.send(snapshot) }
            call.finishSending()
        }()
        var results: [UInt64: SnapshotResult] = [:]
        for try await result in call.responses { results[result.clientSequence] = result }
        try await sending
        return results
    }

    /// The only candidate of one listing.
    static func observe(
        _ snapshot: ListingSnapshot, as viewer: ClientConnection
    ) async throws -> RecoursMessages.MatchCandidate {
        let results = try await observe([snapshot], as: viewer)
        let candidates = results[snapshot.clientSequence]?.candidates ?? []
        try #require(candidates.count == 1)
        return candidates[0]
    }

    func observe(
        _ snapshot: ListingSnapshot
    ) async throws -> RecoursMessages.MatchCandidate {
        try await Self.observe(snapshot, as: cast.association)
    }

    func review(_ listing: [UInt8], _ verdict: RecoursMessages.MatchVerdict) async throws {
        let _: ReviewMatchResponse = try await cast.association.call(
            ClaimServiceMethods.reviewMatch,
            ReviewMatchRequest(listingID: listing, verdict: verdict))
    }

    func pull(_ viewer: ClientConnection) async throws -> [RecoursMessages.ClaimListing] {
        let answer: PullListingsResponse = try await viewer.call(
            ClaimServiceMethods.pullListings, PullListingsRequest())
        return answer.listings
    }
}

extension SnapshotResult {
    var candidates: [RecoursMessages.MatchCandidate]? {
        if case .matches(let matches)? = outcome { return matches.candidates }
        return nil
    }

    var refusal: Status? {
        if case .refusal(let status)? = outcome { return status }
        return nil
    }
}

@Suite("Feed service", .timeLimit(.minutes(2)))
struct FeedServiceTests {
    @Test("A sure copy is reported at once, a likely one waits, and of others nothing is kept")
    func outcomes() async throws {
        let feed = try await Feed()
        var alike = feed.listing(3)
        alike.title = "Boîte ronde en bois clair"
        let results = try await Feed.observe(
            [feed.sureCopy(1), feed.likeness(2), alike, feed.listing(4)],
            as: feed.cast.association)
        let sure = try #require(results[1]?.candidates?.first)
        #expect(sure.outcome == .reported && sure.score >= 960 && sure.claimID == feed.claim.id)
        #expect(sure.evidence?.sameBrand == false && sure.evidence?.pictureDistance == 0)
        #expect(sure.evidence?.titleSimilarity == 1_000 && sure.evidence?.sameGtin == nil)
        #expect(results[2]?.candidates?.map(\.outcome) == [.queued])
        #expect(results[3]?.candidates?.map(\.outcome) == [.below])
        #expect(results[3]?.candidates?.first?.listingID == [])
        #expect(results[4]?.candidates == [])
        let pulled = try await feed.pull(feed.cast.amazon)
        #expect(pulled.map(\.id) == [sure.listingID])
        #expect(pulled.first?.automatic == true)
        #expect(pulled.first?.score == sure.score)
        let queue: ListMatchesResponse = try await feed.cast.association.call(
            ClaimServiceMethods.listMatches, ListMatchesRequest(claimID: feed.claim.id))
        #expect(queue.matches.map(\.id) == [results[2]?.candidates?.first?.listingID])
        #expect(try await feed.observe(feed.sureCopy(1)).outcome == .known)
        #expect(try await feed.observe(feed.sureCopy(9, on: "wish")).outcome == .reported)
        await feed.world.stop()
    }

    @Test("Of many listings held against works together each gets its own answer")
    func manyTogether() async throws {
        let feed = try await Feed(autoReport: false)
        let seen = (1...200).map { number in
            number % 3 == 0 ? feed.likeness(number) : feed.listing(number)
        }
        let results = try await Feed.observe(seen, as: feed.cast.association)
        #expect(results.count == seen.count)
        for (number, result) in results {
            let candidates = try #require(result.candidates)
            #expect(candidates.count == (number % 3 == 0 ? 1 : 0), "listing \(number)")
        }
        await feed.world.stop()
    }

    @Test("Without consent a sure copy waits as well")
    func noConsent() async throws {
        let feed = try await Feed(autoReport: false)
        #expect(try await feed.observe(feed.sureCopy(1)).outcome == .queued)
        #expect(try await feed.pull(feed.cast.amazon).isEmpty)
        await feed.world.stop()
    }

    @Test("What a person has said to be no copy is not shown again")
    func exclusion() async throws {
        let feed = try await Feed()
        let found = try await feed.observe(feed.likeness(1))
        try await feed.review(found.listingID, .noCopy)
        #expect(try await feed.observe(feed.sureCopy(1)).outcome == .passedOver)
        let queue: ListMatchesResponse = try await feed.cast.association.call(
            ClaimServiceMethods.listMatches, ListMatchesRequest(claimID: feed.claim.id))
        #expect(queue.matches.isEmpty)
        #expect(try await feed.pull(feed.cast.amazon).isEmpty)
        await feed.world.stop()
    }

    @Test("A listing seen again after its removal breaks the promise that it stays away")
    func reappearance() async throws {
        let feed = try await Feed()
        let early = feed.sureCopy(1)
        let found = try await feed.observe(early)
        try feed.world.setDay("2018-11-11")
        let _: AnswerListingsResponse = try await feed.cast.amazon.call(
            ClaimServiceMethods.answerListings,
            AnswerListingsRequest(
                replies: [.init(listingID: found.listingID, kind: .removed, stayDown: true)]),
            key: Sample.key())
        try feed.world.setDay("2018-11-12")
        // Seen before it was removed, and told late.
        #expect(try await feed.observe(early).outcome == .known)
        let again = try await feed.observe(feed.sureCopy(1))
        #expect(again.outcome == .reappeared && again.listingID == found.listingID)
        let listed: ListCommitmentsResponse = try await feed.cast.association.call(
            CommitmentServiceMethods.listCommitments, ListCommitmentsRequest())
        #expect(listed.commitments.map(\.state) == [.broken])
        #expect(try await feed.pull(feed.cast.amazon).map(\.brokenStayDowns) == [1])
        await feed.world.stop()
    }

    @Test("A claim that was wrong too often reports nothing by itself, a suspended one nothing")
    func throttledAndSuspended() async throws {
        let feed = try await Feed()
        let queued = try await Feed.observe(
            (1...20).map { feed.likeness($0) }, as: feed.cast.association)
        #expect(queued.count == 20)
        for (number, result) in queued {
            let listing = try #require(result.candidates?.first).listingID
            try await feed.review(listing, number <= 7 ? .noCopy : .copy)
        }
        #expect(try await feed.observe(feed.sureCopy(30)).outcome == .queued)
        let _: SuspendClaimResponse = try await feed.cast.mediator.call(
            ClaimServiceMethods.suspendClaim,
            SuspendClaimRequest(claimID: feed.claim.id, reason: "Doutes."))
        #expect(try await feed.observe(feed.sureCopy(31)).outcome == .passedOver)
        let _: ResumeClaimResponse = try await feed.cast.mediator.call(
            ClaimServiceMethods.resumeClaim,
            ResumeClaimRequest(claimID: feed.claim.id, reason: "Levés."))
        #expect(try await feed.observe(feed.sureCopy(32)).outcome == .reported)
        let _: WithdrawClaimResponse = try await feed.cast.association.call(
            ClaimServiceMethods.withdrawClaim, WithdrawClaimRequest(claimID: feed.claim.id))
        try await Feed.wait(for: 0, of: feed.world)
        let gone = try await Feed.observe([feed.sureCopy(33)], as: feed.cast.association)
        #expect(gone[33]?.candidates == [])
        await feed.world.stop()
    }

    @Test("Strangers learn neither claim nor listing, and a platform feeds only its own")
    func tenancy() async throws {
        let feed = try await Feed()
        let stranger = try await feed.world.join(.association, "cpme")
        let seen = try await Feed.observe(feed.sureCopy(1), as: stranger)
        #expect(seen.outcome == .queued && seen.claimID == [] && seen.listingID == [])
        #expect(try await feed.pull(feed.cast.amazon).isEmpty)
        #expect(
            await stranger.failure(
                ClaimServiceMethods.getClaim, GetClaimRequest(claimID: feed.claim.id)
            ).code == .notFound)
        var own = feed.sureCopy(1)
        own.platformID = ""
        let told = try await Feed.observe(own, as: feed.cast.amazon)
        #expect(told.outcome == .reported && told.claimID == feed.claim.id)
        let others = try await Feed.observe(
            [feed.sureCopy(5, on: "wish"), feed.listing(6)], as: feed.cast.amazon)
        #expect(others[5]?.refusal?.code == .permissionDenied)
        #expect(others[6]?.candidates == [])
        #expect(try await feed.pull(feed.cast.wish).isEmpty)
        await #expect(throws: CallFailure.self) {
            _ = try await Feed.observe([feed.listing(7)], as: feed.cast.mediator)
        }
        await feed.world.stop()
    }

    @Test("What breaks rules is refused by itself, and the rest goes on")
    func rules() async throws {
        let feed = try await Feed()
        var broken = (0..<8).map { feed.sureCopy($0) }
        broken[0].platformID = "nobody"
        broken[1].platformListingID = ""
        broken[2].seenAtMs = 0
        broken[3].seenAtMs += 400_000
        broken[4].pictures = Feed.pictures(1...11)
        broken[5].pictures[0].pdq.removeLast()
        broken[6].url = "ftp://x"
        broken[6].gtin = "3017620422004"
        let results = try await Feed.observe(broken, as: feed.cast.association)
        let told = (0..<8).map { number in
            results[number]?.refusal?.details.flatMap { detail -> [String] in
                guard case .badRequest(let request)? = detail.kind else { return [] }
                return request.violations.map { "\($0.fieldPath) \($0.code)" }
            }
        }
        #expect(
            told == [
                ["platform_id UNKNOWN_PLATFORM"], ["platform_listing_id REQUIRED"],
                ["seen_at_ms REQUIRED"], ["seen_at_ms DATE_IN_FUTURE"], ["pictures TOO_MANY"],
                ["pictures[0].pdq IDENTIFIER_FORM"],
                ["url URL_FORM", "gtin GTIN_CHECKSUM"], nil,
            ])
        #expect(results[7]?.candidates?.first?.outcome == .reported)
        await feed.world.stop()
    }
}

@Suite("Streams of listings", .timeLimit(.minutes(2)))
struct FeedStreamTests {
    @Test("More listings than the window are all answered, and abandoned streams leave nothing")
    func window() async throws {
        var limits = ServiceLimits()
        limits.bulkWindow = 4
        limits.bulkWindowTotal = 6
        let feed = try await Feed()
        feed.world.service.replaceLimits(limits)
        for _ in 0..<5 {
            let call: StreamingCall<ListingSnapshot, SnapshotResult> =
                try await feed.cast.association.streaming(
                    FeedServiceMethods.observeListings, CallOptions(timeout: .seconds(30)))
            for number in 1...10 as ClosedRange<UInt64> {
                try await call.send(feed.sureCopy(number))
            }
            call.cancel()
        }
        let snapshots = (1...200).map { $0 % 3 == 0 ? feed.listing($0) : feed.sureCopy($0) }
        let results = try await Feed.observe(snapshots, as: feed.cast.association)
        #expect(results.count == 200)
        let hits = results.values.count { $0.candidates?.count == 1 }
        #expect(hits == 134)
        #expect(try await feed.pull(feed.cast.amazon).count == 100)
        await feed.world.stop()
    }

    @Test("Two servers on one store find each other's works, and one started anew all of them")
    func servers() async throws {
        let feed = try await Feed()
        let other = try await World(
            beginning: World.noon("2018-11-10"), over: feed.world.store)
        try await Feed.wait(for: 1, of: other)
        let there = try await other.join(.association, "cpme")
        #expect(try await Feed.observe(feed.sureCopy(1), as: there).outcome == .queued)
        _ = try await Feed.open(feed.cast)
        try await Feed.wait(for: 2, of: feed.world)
        #expect(other.service.matchedWorkCount == 1)
        // What the news of another server's commit call.
        try await other.service.refreshRegistry()
        try await Feed.wait(for: 2, of: other)
        let both = try await Feed.observe([feed.sureCopy(2)], as: there)
        #expect(both[2]?.candidates?.map(\.outcome) == [.queued, .queued])
        await other.stopServing()
        await feed.world.stop()
    }

    @Test("Nothing is held against works before all have been read")
    func notReady() async throws {
        let feed = try await Feed()
        let watch = ClaimWatch(
            store: feed.world.store, logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        )
        watch.heard()
        #expect(watch.matcher == nil && watch.workCount == 0)
        let run = Task { await watch.run() }
        while watch.matcher == nil { try await Task.sleep(for: .milliseconds(2)) }
        #expect(watch.workCount == 1)
        run.cancel()
        await run.value
        await feed.world.stop()
    }

    @Test("A claim withdrawn at another server is let go when all are read again")
    func withdrawnElsewhere() async throws {
        let feed = try await Feed()
        var held = HeldClaims()
        let page = try await feed.world.store.matchedClaims(below: nil, limit: 9)
        let read = page.items.map { ReadClaim($0.claim, $0.work) }
        #expect(held.take(read).adding.count == 1)
        // Known already: nothing to do.
        #expect(held.take(read + read).adding.isEmpty)
        let _: WithdrawClaimResponse = try await feed.cast.association.call(
            ClaimServiceMethods.withdrawClaim, WithdrawClaimRequest(claimID: feed.claim.id))
        let after = try await feed.world.store.matchedClaims(below: nil, limit: 9)
        let change = held.take(after.items.map { ReadClaim($0.claim, $0.work) })
        #expect(change.removing.count == 1 && change.adding.isEmpty)
        await feed.world.stop()
    }
}
