// SPDX-License-Identifier: EUPL-1.2

import RecoursClient
import RecoursTesting
import Testing

@Suite("Works, claims and the feed, through the client")
struct ClaimTests {
    private func copies(_ count: Int) -> [ListingToAdd] {
        (0..<count).map {
            ListingToAdd(platformID: "wish", listing: Listing(platformListingID: "W\($0)"))
        }
    }

    @Test("A work is registered and a claim opened; a lost answer repeats the call under its key")
    func open() async throws {
        let recours = try await ScriptedRecours.start()
        recours.script("ClaimService/RegisterWork", [.cut, .answer])
        let claims = try recours.client { $0.retry.initialBackoff = .milliseconds(5) }.claims
        let work = try await claims.register(WorkDraft(title: "Lampe")).work
        let registrations = recours.calls.filter { $0.method == "ClaimService/RegisterWork" }
        #expect(registrations.count == 2 && Set(registrations.map(\.idempotencyKey)).count == 1)
        let plan = ClaimPlan(workID: work.id, platforms: ["wish"])
        let claim = try await claims.open(plan).claim
        #expect(try await claims.get(id: claim.id).work.draft?.title == "Lampe")
        #expect(try await claims.suspend(id: claim.id, reason: "Contesté.").state == .suspended)
        #expect(try await claims.resume(id: claim.id, reason: "Établi.").state == .active)
        #expect(try await claims.withdraw(id: claim.id).state == .withdrawn)
        await recours.stop()
    }

    @Test("Any number of copies goes in calls of 1,000, one result each in their order")
    func addAll() async throws {
        let recours = try await ScriptedRecours.start()
        recours.script("ClaimService/AddListings", [.answer, .cut, .answer])
        let claims = try recours.client { $0.retry.initialBackoff = .milliseconds(5) }.claims
        let claim = [UInt8](repeating: 2, count: 16)
        var places: [Int] = []
        for try await result in claims.addAll(copies(2_500), to: claim) {
            #expect(result.item.listing?.platformListingID == "W\(result.place)")
            #expect(result.answer.outcome == .created)
            places.append(result.place)
        }
        #expect(places == Array(0..<2_500))
        let calls = recours.calls.filter { $0.method == "ClaimService/AddListings" }
        #expect(calls.count == 4 && Set(calls.map(\.idempotencyKey)).count == 3)
        var listed = 0
        for try await _ in claims.listings(claim: claim) { listed += 1 }
        #expect(listed == 2_500)
        let again = try await claims.add(copies(3), to: claim)
        #expect(again.map(\.outcome) == [.exists, .exists, .exists])
        await recours.stop()
    }

    @Test("A call takes no more bytes than a message may have")
    func bytes() {
        let address = "https://wish.example/" + String(repeating: "a", count: 2_000)
        let large = ListingToAdd(
            listing: Listing(url: address, title: String(repeating: "é", count: 500)))
        var batch = CallBatch<ListingToAdd>()
        var count = 0
        while batch.takes(large) { count += 1 }
        #expect(count < 1_000)
        #expect(AddListingsRequest(listings: batch.items).serializedBytes().count < 3 << 20)
    }

    @Test("A platform reads on from its cursor, answers, and each answer has its result")
    func platform() async throws {
        let recours = try await ScriptedRecours.start()
        let claims = try recours.client().claims
        let claim = [UInt8](repeating: 2, count: 16)
        _ = try await claims.add(copies(1_000), to: claim)
        for try await _ in claims.addAll(copies(1_500), to: claim) {}
        var cursor: [UInt8] = []
        var replies: [ListingReply] = []
        for try await page in claims.reports() {
            replies += page.listings.map { ListingReply(listingID: $0.id, kind: .removed) }
            cursor = page.cursor
        }
        #expect(replies.count == 1_500)
        for try await _ in claims.reports(after: cursor) { Issue.record("nothing was new") }
        var outcomes: Set<ListingReplyOutcome> = []
        for try await result in claims.answerAll(replies) { outcomes.insert(result.answer.outcome) }
        #expect(outcomes == [.ok])
        let unknown = ListingReply(listingID: claim, kind: .removed)
        #expect(try await claims.answer([unknown]).map(\.outcome) == [.notFound])
        await recours.stop()
    }

    @Test("Reports are asked for again and again where more may come")
    func following() async throws {
        let recours = try await ScriptedRecours.start()
        let claims = try recours.client().claims
        let claim = [UInt8](repeating: 2, count: 16)
        _ = try await claims.add(copies(1), to: claim)
        var seen = 0
        for try await page in claims.reports(askingEvery: .milliseconds(5)) {
            seen += page.listings.count
            if seen == 2 { break }
            _ = try await claims.add(copies(2), to: claim)
        }
        #expect(seen == 2)
        await recours.stop()
    }

    @Test("A feed that breaks goes on where it was, and each snapshot has one result")
    func feed() async throws {
        let recours = try await ScriptedRecours.start()
        recours.script("FeedService/ObserveListings", [.cut, .fail(.unavailable), .answer])
        recours.script("FeedService/ObserveListings/item", [.fail(.invalidArgument)])
        let client = try recours.client { $0.retry.initialBackoff = .milliseconds(5) }
        let work = try await client.claims.register(WorkDraft(gtins: ["4006381333931"])).work
        _ = try await client.claims.open(ClaimPlan(workID: work.id, platforms: ["wish"]))
        let snapshots = (0..<600).map { number in
            ListingSnapshot(
                platformID: "wish", platformListingID: "W\(number)",
                gtin: number.isMultiple(of: 3) ? "4006381333931" : "")
        }
        var (places, reported, refused): (Set<Int>, Int, Int) = ([], 0, 0)
        for try await result in client.feed.observe(snapshots) {
            #expect(places.insert(result.place).inserted)
            switch result.outcome {
            case .success(let matches):
                reported += matches.candidates.count { $0.outcome == .reported }
            case .failure: refused += 1
            }
        }
        #expect(places.count == 600 && refused == 1)
        #expect((199...200).contains(reported))
        await recours.stop()
    }

    @Test("A match is judged, and waits no more")
    func review() async throws {
        let recours = try await ScriptedRecours.start()
        let claims = try recours.client().claims
        recours.listings = (1...3).map { number in
            ClaimListing(
                id: [UInt8](repeating: number, count: 16), listing: Listing(state: .observed))
        }
        let first = [UInt8](repeating: 1, count: 16)
        #expect(try await claims.review(first, as: .copy).listing?.state == .reported)
        _ = try await claims.review([UInt8](repeating: 2, count: 16), as: .noCopy)
        var waiting: [[UInt8]] = []
        for try await match in claims.matches() { waiting.append(match.id) }
        #expect(waiting == [[UInt8](repeating: 3, count: 16)])
        await recours.stop()
    }
}
