// SPDX-License-Identifier: EUPL-1.2

import CaseHistories
import RecoursCases
import Testing

@Suite("The secrecy of small figures")
struct FigureSecrecyTests {
    /// A few platforms, categories, campaigns and months, most counts small.
    private func randomTally(_ generator: inout SeededGenerator) -> FigureTally {
        var tally = FigureTally()
        for _ in 0..<Int.random(in: 1...24, using: &generator) {
            let key = FigureKey(
                platform: ["a", "b", "c"].randomElement(using: &generator) ?? "a",
                category: [.delisting, .ranking, .other].randomElement(using: &generator) ?? .other,
                campaign: [[], [1], [2]].randomElement(using: &generator) ?? [])
            let confirmed = Int64.random(in: 0...12, using: &generator)
            let silent = Int64.random(in: 0...3, using: &generator)
            let parts: [(FigureCounter, Int64)] = [
                (.confirmed, confirmed), (.resolvedInSilence, silent),
                (.resolved, confirmed + silent), (.noAgreement, 2),
                (.resolutions, confirmed + silent), (.concluded, confirmed + silent + 2),
                (.withdrawn, silent), (.open, 6), (.filed, confirmed + 2 * silent + 8),
            ]
            for (counter, count) in parts { tally.add(count, to: .init(counter, nil), of: key) }
        }
        return tally
    }

    /// What an attacker has: every answer that can be asked for.
    private func answers(_ tally: FigureTally) -> [[UInt8]?: [String: FigureLine]] {
        var found: [[UInt8]?: [String: FigureLine]] = [:]
        for campaign in [nil, [1], [2]] as [[UInt8]?] {
            var query = FigureQuery()
            query.campaign = campaign
            query.byPlatformAndCategory = true
            for line in FigureReport(FigureLedger(tally), query).lines {
                found[campaign, default: [:]][name(line.platform, line.category)] = line
            }
        }
        return found
    }

    private func name(_ platform: String?, _ category: CaseCategory?) -> String {
        "\(platform ?? "*")/\(category.map { "\($0)" } ?? "*")"
    }

    @Test("No sum gives a withheld part away, in any answer")
    func sums() {
        var generator = SeededGenerator(seed: 5)
        var hidden = 0
        for _ in 0..<60 {
            let tally = randomTally(&generator)
            for (_, lines) in answers(tally) {
                for counter in FigureCounter.allCases {
                    hidden += checkAxes(lines, counter)
                }
                for line in lines.values { checkCounters(line) }
            }
        }
        #expect(hidden > 1_000, "the check looks at something")
    }

    /// Platforms add up to their sum for each category, and categories for each platform.
    private func checkAxes(_ lines: [String: FigureLine], _ counter: FigureCounter) -> Int {
        let platforms: [String?] = [nil, "a", "b", "c"]
        let categories: [CaseCategory?] = [nil, .delisting, .ranking, .other]
        var hidden = 0
        for category in categories {
            let all = platforms.map { lines[name($0, category)]?[counter] ?? .exact(0) }
            hidden += checkLine(all)
        }
        for platform in platforms {
            let all = categories.map { lines[name(platform, $0)]?[counter] ?? .exact(0) }
            hidden += checkLine(all)
        }
        return hidden
    }

    private func checkCounters(_ line: FigureLine) {
        _ = checkLine([.filed, .open, .concluded, .withdrawn].map { line[$0] })
        _ = checkLine([.concluded, .resolved, .noAgreement].map { line[$0] })
        #expect((line[.resolved] == .withheld) == (line[.resolutions] == .withheld))
        _ = checkLine(
            [.resolved, .confirmed, .resolvedInSilence, .resolvedByMediator].map { line[$0] })
    }

    /// The sum first, then its parts. Returns how many are withheld.
    private func checkLine(_ line: [FigureCount]) -> Int {
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

    @Test("A campaign does not give away the few cases outside it")
    func campaigns() {
        var tally = FigureTally()
        let inside = FigureKey(platform: "a", category: .ranking, campaign: [1])
        let outside = FigureKey(platform: "a", category: .ranking)
        tally.add(40, to: .init(.filed, nil), of: inside)
        tally.add(2, to: .init(.filed, nil), of: outside)
        var query = FigureQuery()
        #expect(FigureReport(FigureLedger(tally), query).lines[0][.filed] == .exact(42))
        query.campaign = [1]
        #expect(FigureReport(FigureLedger(tally), query).lines[0][.filed] == .withheld)
    }

    @Test("The same figures are withheld whatever else is asked for")
    func stability() {
        var generator = SeededGenerator(seed: 6)
        for _ in 0..<40 {
            let tally = randomTally(&generator)
            var all: [String: FigureLine] = [:]
            var query = FigureQuery()
            query.byPlatformAndCategory = true
            for line in FigureReport(FigureLedger(tally), query).lines {
                all[name(line.platform, line.category)] = line
            }
            query.platform = "a"
            for line in FigureReport(FigureLedger(tally), query).lines {
                let known = all[name(line.platform, line.category)]
                #expect(line.counts == known?.counts ?? [])
            }
        }
    }
}
