// SPDX-License-Identifier: EUPL-1.2

import RecoursMessages
import RecoursTransport
import RecoursWire
import Testing

@testable import RecoursServer

@Suite("Waiting for reported listings", .timeLimit(.minutes(1)))
struct ListingWaitTests {
    private typealias Cast = CampaignServiceTests.Cast
    private let claims = ClaimServiceTests()

    @Test("A long pull is woken by a report to its platform, and by none to another")
    func woken() async throws {
        let cast = try await Cast(on: "2018-11-10")
        let claim = try await claims.open(cast)
        let cursor = try await claims.pull(cast.amazon).cursor
        let begun = ContinuousClock.now
        async let page = claims.pull(cast.amazon, after: cursor, wait: 20_000)
        async let none = claims.pull(cast.wish, wait: 1_500)
        while cast.world.server.counts.calls < 2 { await Task.yield() }
        let added = try await claims.add(claims.copies(0..<1), to: claim, cast)
        let told = try await page
        #expect(told.listings.map(\.id) == added.map(\.listingID) && told.works.count == 1)
        #expect(ContinuousClock.now - begun < .seconds(10))
        #expect(try await none.listings.isEmpty)
        // What is there is told at once, however long one would wait.
        let known = try await claims.pull(cast.amazon, after: cursor, wait: 20_000)
        #expect(known.listings.count == 1)
        // A platform's answer is no report.
        async let still = claims.pull(cast.amazon, after: told.cursor, wait: 800)
        _ = try await claims.answer(
            [.init(listingID: added[0].listingID, kind: .removed)], cast.amazon)
        #expect(try await still.listings.isEmpty)
        await cast.world.stop()
    }

    @Test("A long pull is back before its deadline, and at once when the server drains")
    func ends() async throws {
        let cast = try await Cast(on: "2018-11-10")
        let begun = ContinuousClock.now
        let page: PullListingsResponse = try await cast.amazon.call(
            ClaimServiceMethods.pullListings, PullListingsRequest(waitMs: .max),
            timeout: .milliseconds(1_200))
        #expect(page.listings.isEmpty && ContinuousClock.now - begun < .milliseconds(1_200))
        async let long = claims.pull(cast.amazon, wait: 9_000)
        while cast.world.server.counts.calls == 0 { await Task.yield() }
        let draining = ContinuousClock.now
        await cast.world.stop()
        #expect(try await long.listings.isEmpty)
        #expect(ContinuousClock.now - draining < .seconds(4))
    }
}
