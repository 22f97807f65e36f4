// SPDX-License-Identifier: EUPL-1.2

import CaseHistories
import RecoursCases
import Testing

@Suite("What is shown of the figures")
struct FigureReportTests {
    private func tally(
        _ counter: FigureCounter, _ counts: [(String, CaseCategory, Int64)]
    ) -> FigureTally {
        var tally = FigureTally()
        for (platform, category, count) in counts {
            let key = FigureKey(platform: platform, category: category)
            tally.add(count, to: .init(counter, nil), of: key)
        }
        return tally
    }

    private func lines(
        _ tally: FigureTally, _ change: (inout FigureQuery) -> Void = { _ in }
    ) -> [FigureLine] {
        var query = FigureQuery()
        change(&query)
        return FigureReport(FigureLedger(tally), query).lines
    }

    @Test("A median is a time that occurred: the least that half of all did not exceed")
    func percentiles() {
        var times = TimeDistribution()
        #expect(times.percentile(50) == nil)
        for minutes in Int32(1)...100 { times.add(1, minutes: minutes) }
        #expect(times.percentile(50) == 50)
        #expect(times.percentile(95) == 95)
        #expect(times.percentile(100) == 100)
        var even = TimeDistribution()
        even.add(2, minutes: 10)
        even.add(2, minutes: 20)
        #expect(even.percentile(50) == 10)
        #expect(even.percentile(95) == 20)
    }

    @Test(
        "A span is rounded up to minutes, beyond a day to hours",
        arguments: [
            (0, 0), (1, 1), (60_000, 1), (60_001, 2), (86_400_000, 1_440), (86_400_001, 1_500),
            (90_000_000, 1_500), (90_000_001, 1_560), (-5, 0),
        ] as [(Int64, Int32)])
    func rounding(milliseconds: Int64, minutes: Int32) {
        let start = Samples.now
        let end = Instant(
            millisecondsSince1970: start.millisecondsSince1970 + milliseconds)
        #expect(FigureTime.minutes(from: start, to: end) == minutes)
    }

    @Test("A share has Wilson's interval")
    func interval() throws {
        let half = try #require(RateInterval(count: 5, of: 10))
        #expect(abs(half.lower - 0.2366) < 0.0001)
        #expect(abs(half.upper - 0.7634) < 0.0001)
        let all = try #require(RateInterval(count: 20, of: 20))
        #expect(all.rate == 1 && all.upper == 1 && abs(all.lower - 0.8389) < 0.0001)
        #expect(RateInterval(count: 0, of: 0) == nil)
        #expect(RateInterval(count: 3, of: 2) == nil)
    }

    @Test("The sum comes first, then platforms, categories, and both where asked")
    func order() {
        let tally = tally(
            .filed, [("wish", .ranking, 9), ("amazon", .delisting, 7), ("amazon", .ranking, 8)])
        let plain = lines(tally).map { [$0.platform ?? "*", $0.category.map { "\($0)" } ?? "*"] }
        let expected = [
            ["*", "*"], ["amazon", "*"], ["wish", "*"], ["*", "delisting"], ["*", "ranking"],
        ]
        #expect(plain == expected)
        #expect(lines(tally) { $0.byPlatformAndCategory = true }.count == 8)
        let one = lines(tally) { $0.platform = "amazon" }
        #expect(one.map(\.platform) == ["amazon", "amazon", "amazon"])
        #expect(one[0][.filed] == .exact(15))
        #expect(lines(tally) { $0.platform = "nobody" }[0][.filed] == .exact(0))
    }

    @Test("One to four are withheld, nothing is shown as nothing, five as five")
    func threshold() {
        let tally = tally(
            .filed,
            [("a", .ranking, 1), ("b", .ranking, 4), ("c", .ranking, 5), ("d", .ranking, 9)])
        let platforms = lines(tally).filter { $0.platform != nil }
        #expect(platforms.map { $0[.filed] } == [.withheld, .withheld, .exact(5), .exact(9)])
        #expect(platforms[0][.answered] == .exact(0))
        let seen = lines(tally) { $0.isPublic = false }.filter { $0.platform != nil }
        #expect(seen.map { $0[.filed] } == [.exact(1), .exact(4), .exact(5), .exact(9)])
    }

    @Test("Where one alone is withheld, the next smallest is withheld with it")
    func secondary() {
        let tally = tally(
            .filed, [("a", .ranking, 3), ("b", .ranking, 70), ("c", .ranking, 60)])
        let platforms = lines(tally).filter { $0.platform != nil }
        #expect(platforms.map { $0[.filed] } == [.withheld, .exact(70), .withheld])
        #expect(lines(tally)[0][.filed] == .exact(133))
    }

    @Test("Two that are one each are not given away by their sum")
    func sumOfTwo() {
        let tally = tally(
            .filed,
            [("a", .ranking, 1), ("b", .ranking, 1), ("c", .ranking, 8), ("d", .ranking, 9)])
        let platforms = lines(tally).filter { $0.platform != nil }
        #expect(platforms.map { $0[.filed] } == [.withheld, .withheld, .withheld, .exact(9)])
    }

    @Test("A total that is its only part is withheld with it")
    func onlyPart() {
        let all = lines(tally(.filed, [("a", .ranking, 3)]))
        #expect(all.allSatisfy { $0[.filed] == .withheld })
    }

    @Test("Too few times, or as many as are secret, have no median")
    func fewTimes() {
        var tally = tally(.answered, [("a", .ranking, 4), ("b", .ranking, 50), ("c", .ranking, 6)])
        for (platform, count) in [("a", 4), ("b", 50), ("c", 6)] as [(String, Int64)] {
            let key = FigureKey(platform: platform, category: .ranking)
            tally.add(count, to: .init(FigureTime.answer, minutes: 10), of: key)
        }
        let platforms = lines(tally).filter { $0.platform != nil }
        #expect(platforms.map { $0.times[0].medianMinutes } == [nil, 10, nil])
        #expect(platforms.map { $0.times[0].sample } == [.withheld, .exact(50), .withheld])
    }

    @Test("Months are those asked for, of what is counted by month")
    func months() throws {
        var tally = FigureTally()
        let key = FigureKey(platform: "a", category: .ranking)
        let november = FigureMonth(of: Samples.now)
        let december = try #require(FigureMonth(number: november.number + 1))
        tally.add(8, to: .init(.received, november), of: key)
        tally.add(9, to: .init(.received, december), of: key)
        let found = lines(tally) { $0.byMonth = true }.filter { $0.month != nil }
        #expect(found.map { $0.month?.description } == ["2018-11", "2018-12"])
        #expect(found.map { $0[.received] } == [.exact(8), .exact(9)])
        #expect(lines(tally)[0][.received] == .exact(17))
    }
}
