// SPDX-License-Identifier: EUPL-1.2

import CaseHistories
import RecoursCases
import Testing

@Suite("The secrecy of months")
struct MonthSecrecyTests {
    private static let months = [24_000, 24_001, 24_002].compactMap(FigureMonth.init(number:))
    private static let platforms = ["a", "b", "c"]
    private static let categories: [CaseCategory] = [.delisting, .ranking, .counterfeit]

    private struct Place: Hashable {
        var platform: String?
        var category: CaseCategory?
        var month: FigureMonth?
    }

    private func randomTally(_ generator: inout SeededGenerator) -> FigureTally {
        var tally = FigureTally()
        for _ in 0..<Int.random(in: 1...30, using: &generator) {
            let key = FigureKey(
                platform: Self.platforms.randomElement(using: &generator) ?? "a",
                category: Self.categories.randomElement(using: &generator),
                campaign: [[], [1]].randomElement(using: &generator) ?? [])
            let month = Self.months.randomElement(using: &generator)
            let count = Int64.random(in: 1...9, using: &generator)
            tally.add(count, to: .init(.received, month), of: key)
        }
        return tally
    }

    /// What an attacker has: every answer that can be asked for.
    private func answers(_ ledger: FigureLedger) -> [Place: FigureCount] {
        var found: [Place: FigureCount] = [:]
        for platform in [nil] + Self.platforms.map(Optional.some) {
            for category in [nil] + Self.categories.map(Optional.some) {
                var query = FigureQuery()
                (query.platform, query.category, query.byMonth) = (platform, category, true)
                for line in FigureReport(ledger, query).lines {
                    let place = Place(
                        platform: line.platform, category: line.category, month: line.month)
                    let former = found.updateValue(line[.received], forKey: place)
                    #expect(former == nil || former == line[.received], "two answers agree")
                }
            }
        }
        return found
    }

    @Test("No month of a category is the difference of others")
    func sums() {
        var generator = SeededGenerator(seed: 11)
        var hidden = 0
        for _ in 0..<60 {
            let answers = answers(FigureLedger(randomTally(&generator)))
            let platforms = [nil] + Self.platforms.map(Optional.some)
            let categories = [nil] + Self.categories.map(Optional.some)
            let months = [nil] + Self.months.map(Optional.some)
            let value = { (place: Place) in answers[place] ?? .exact(0) }
            for category in categories {
                for month in months {
                    hidden += check(
                        platforms.map {
                            value(Place(platform: $0, category: category, month: month))
                        })
                }
                for platform in platforms {
                    hidden += check(
                        months.map {
                            value(Place(platform: platform, category: category, month: $0))
                        })
                }
            }
        }
        #expect(hidden > 1_000, "the check looks at something")
    }

    @Test("What is of no category is not the difference of those that are")
    func noCategory() {
        var tally = FigureTally()
        let campaign: [UInt8] = [1]
        for (category, count) in [(CaseCategory.ranking, 9), (.delisting, 8), (nil, 2)]
            as [(CaseCategory?, Int64)]
        {
            let key = FigureKey(
                platform: "a", category: category, campaign: category == nil ? campaign : [])
            tally.add(count, to: .init(.brokenCommitments, nil), of: key)
        }
        let lines = FigureReport(FigureLedger(tally), FigureQuery()).lines
        let shown = lines.filter { $0.category != nil }.map { $0[.brokenCommitments] }
        #expect(lines[0][.brokenCommitments] == .exact(19))
        #expect(shown.count == 2 && shown.contains(.withheld))
        #expect(lines.count == 4, "no line of no category")
    }

    @Test("Of a category within a campaign no months are told, and the query says so")
    func leftOut() {
        var tally = FigureTally()
        let key = FigureKey(platform: "a", category: .ranking, campaign: [1])
        tally.add(9, to: .init(.received, Self.months[0]), of: key)
        var query = FigureQuery()
        (query.byMonth, query.category) = (true, .ranking)
        #expect(!query.leavesMonthsOut)
        #expect(FigureReport(FigureLedger(tally), query).lines.contains { $0.month != nil })
        query.campaign = [1]
        #expect(query.leavesMonthsOut)
        #expect(!FigureReport(FigureLedger(tally), query).lines.contains { $0.month != nil })
        query.category = nil
        #expect(FigureReport(FigureLedger(tally), query).lines.contains { $0.month != nil })
    }

    /// The sum first, then its parts. Returns how many are withheld.
    private func check(_ line: [FigureCount]) -> Int {
        let hidden = line.count { $0 == .withheld }
        #expect(hidden != 1, "one alone is the difference of the others: \(line)")
        for case .exact(let count) in line { #expect(count == 0 || count >= 5) }
        if hidden > 1, case .exact(let sum) = line[0] {
            let shown = line.dropFirst().reduce(Int64(0)) { total, count in
                if case .exact(let value) = count { total + value } else { total }
            }
            #expect(sum - shown >= 5, "what is withheld is too little: \(line)")
        }
        return hidden
    }
}
