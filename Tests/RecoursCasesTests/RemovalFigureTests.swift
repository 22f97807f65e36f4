// SPDX-License-Identifier: EUPL-1.2

import CaseHistories
import RecoursCases
import Testing

@Suite("Time to removal")
struct RemovalFigureTests {
    private func removal(identifier: UInt8 = 1) -> PlatformResponse {
        var response = Samples.response(.remedyDone, identifier: identifier)
        response.remedies = [Remedy(kind: .listingsRemoved)]
        return response
    }

    @Test("It runs from the transmission to the first answer that says something is removed")
    func time() throws {
        var history = try FigureHistory(Samples.draft(.counterfeit))
        try history.then(.acknowledge(Samples.contact), minutesLater: 10)
        try history.then(.respond(removal()), minutesLater: 50)
        #expect(history[.removals] == 1)
        #expect(history.minutes(.remove) == [60])
        let month = FigureMonth(of: history.now)
        let key = FigureKey(platform: "amazon", category: .counterfeit)
        #expect(history.tally.times[key]?[.init(.remove, month: month, minutes: 60)] == 1)
        #expect(try history.recount() == history.tally.compact)
    }

    @Test("A second answer of the same platform counts no second removal")
    func once() throws {
        var history = try FigureHistory(Samples.draft(.counterfeit))
        try history.then(.respond(removal()))
        try history.then(.giveVerdict(accepted: false, reason: "Non."), by: Samples.association)
        try history.then(.respond(removal(identifier: 2)))
        #expect(history[.removals] == 1)
        #expect(history.minutes(.remove).count == 1)
        #expect(try history.recount() == history.tally.compact)
    }

    @Test("A single listing said to be removed is a removal, an explanation is none")
    func listings() throws {
        let draft = Samples.draft(.counterfeit)
        var history = try FigureHistory(draft)
        var answer = Samples.response(.explanation)
        try history.then(.respond(answer))
        #expect(history[.removals] == 0)
        var other = try FigureHistory(draft)
        answer.listingAnswers = [
            ListingAnswer(
                platformListingIdentifier: draft.listings[0].platformListingIdentifier,
                kind: .removed)
        ]
        try other.then(.respond(answer))
        #expect(other[.removals] == 1)
    }

    @Test("A case about something else has no removal, unless it wishes for one")
    func others() throws {
        var history = try FigureHistory()
        try history.then(.respond(removal()))
        #expect(history[.removals] == 0)
        var draft = Samples.draft()
        draft.desiredRemedies = [.listingsRemoved]
        var wishing = try FigureHistory(draft)
        try wishing.then(.respond(removal()))
        #expect(wishing[.removals] == 1)
    }

    @Test("Each platform's months stand side by side, and five are needed for a median")
    func report() throws {
        var tally = FigureTally()
        let november = FigureMonth(of: Samples.now)
        let december = try #require(FigureMonth(number: november.number + 1))
        for _ in 1...6 {
            tally.add(Removal(platform: "a", month: november, minutes: 900), times: 1)
            tally.add(Removal(platform: "a", month: december, minutes: 60), times: 1)
        }
        tally.add(Removal(platform: "b", month: november, minutes: 30), times: 3)
        tally.add(Removal(platform: "b", month: december, minutes: 30), times: 3)
        var query = FigureQuery()
        query.removalsByPlatform = true
        let ledger = FigureLedger(tally)
        let trends = FigureReport(ledger, query).lines.filter { $0.month != nil }
        #expect(trends.map(\.platform) == ["a", "a", "b", "b"])
        // Two of each month are withheld, and so no median says which of them are five or more.
        #expect(trends.allSatisfy { $0[.removals] == .withheld })
        #expect(trends.allSatisfy { $0.times.map(\.medianMinutes) == [nil] })
        query.isPublic = false
        let seen = FigureReport(ledger, query).lines.filter { $0.month != nil }
        #expect(seen.map { $0[.removals] } == [.exact(6), .exact(6), .exact(3), .exact(3)])
        #expect(seen.map { $0.times[0].medianMinutes } == [900, 60, 30, 30])
        query.platform = "a"
        query.byMonth = true
        let one = FigureReport(ledger, query).lines.filter { $0.month != nil }
        #expect(one.map { $0.times[0].percentile95Minutes } == [900, 60])
    }

    @Test("A month of five or more that gives nothing away has its median")
    func shown() {
        var tally = FigureTally()
        let month = FigureMonth(of: Samples.now)
        for platform in ["a", "b"] {
            tally.add(Removal(platform: platform, month: month, minutes: 120), times: 7)
        }
        var query = FigureQuery()
        query.removalsByPlatform = true
        let trends = FigureReport(FigureLedger(tally), query).lines.filter { $0.month != nil }
        #expect(trends.map { $0[.removals] } == [.exact(7), .exact(7)])
        #expect(trends.map { $0.times[0].medianMinutes } == [120, 120])
    }
}
