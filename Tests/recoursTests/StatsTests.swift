// SPDX-License-Identifier: EUPL-1.2

import Foundation
import RecoursClient
import RecoursMessages
import Testing

@testable import recours

@Suite("Figures as table, CSV and page")
struct StatsTests {
    private static func line(
        platform: String = "", name: String = "", category: CaseCategory = .unspecified,
        month: String = "", _ counts: [(FigureCounter, UInt64?)],
        durations: [FigureDuration] = []
    ) -> FigureLine {
        FigureLine(
            platformID: platform, category: category, month: month,
            counts: counts.map { FigureCount(counter: $0.0, count: $0.1) }, durations: durations,
            platformName: name)
    }

    private static let answerTimes = FigureDuration(
        kind: .answer, sample: 40, medianMinutes: 4_320, p95Minutes: 30_240)

    private static let answer = GetFiguresResponse(
        readAtMs: 1_543_575_600_000, threshold: 5,
        lines: [
            line(
                [(.filed, 60), (.received, 58), (.concluded, 40), (.confirmed, 30)],
                durations: [answerTimes]),
            line(
                platform: "wish", name: "Wish; & \"Co\" <b>", [(.filed, 9), (.received, nil)]),
            line(
                platform: "amazon", name: "Amazon",
                [(.filed, 51), (.received, 49), (.concluded, 40), (.confirmed, 30)],
                durations: [answerTimes]),
            line(category: .delisting, [(.filed, 60), (.unexplainedDelistings, 8)]),
            line(month: "2018-11", [(.received, 50)]),
            line(month: "2019-01", [(.received, 8)]),
        ])

    private let data = StatsData(answer)

    @Test("Lines are sorted into platforms, categories and months without gaps")
    func sorting() {
        #expect(data.platforms.map(\.platformID) == ["amazon", "wish"])
        #expect(data.categories.map(\.category) == [.delisting])
        #expect(data.months.map(\.month) == ["2018-11", "2018-12", "2019-01"])
        #expect(data.total[.filed] == 60)
        #expect(data.total[.escalated] == 0)
        #expect(data.platforms[1][.received] == nil)
    }

    @Test("Numbers, spans and names are written as each language writes them")
    func languages() {
        let french = StatsLanguage.french
        let english = StatsLanguage.english
        #expect(french.count(1_234_567) == "1\u{202F}234\u{202F}567")
        #expect(english.count(1_234_567) == "1,234,567")
        #expect(french.count(nil) == "s")
        #expect(french.percent(0.755) == "76\u{202F}%")
        #expect(english.percent(0.755) == "76%")
        #expect(french.span(minutes: 59) == "59\u{00A0}min")
        #expect(french.span(minutes: 600) == "10\u{00A0}h")
        #expect(french.span(minutes: 6_048) == "4,2\u{00A0}j")
        #expect(english.span(minutes: 6_048) == "4.2\u{00A0}d")
        #expect(english.span(minutes: 30_240) == "21\u{00A0}d")
        #expect(french.month("2018-08") == "août 2018")
        #expect(!english.name(of: .otherIp).isEmpty)
    }

    @Test("The table marks what is withheld, and says what the mark means")
    func table() throws {
        let table = StatsTable(data: data, say: .french)
        let lines = table.lines(width: nil)
        #expect(lines.first?.hasPrefix("PLATEFORME") == true)
        let amazon = try #require(lines.first { $0.hasPrefix("Amazon") })
        #expect(amazon.contains("75\u{202F}% de 40"))
        #expect(amazon.contains("3\u{00A0}j / 21\u{00A0}j"))
        #expect(lines.first { $0.hasPrefix("Wish") }?.contains("  s  ") == true)
        #expect(table.legend.last?.contains("secret statistique") == true)
        #expect(StatsTable(data: data, say: .english).lines(width: nil)[0].hasPrefix("PLATFORM"))
    }

    @Test("A mediator's table warns that nothing is withheld")
    func mediator() {
        var answer = Self.answer
        answer.threshold = 0
        let table = StatsTable(data: StatsData(answer), say: .english)
        #expect(table.legend.last?.contains("Not to be passed on") == true)
    }

    @Test("CSV has a line each, quotes what must be, and disarms formulas")
    func csv() throws {
        var answer = Self.answer
        answer.lines[2].platformName = "=1+1"
        let text = StatsCSV(data: StatsData(answer)).text
        let lines = text.components(separatedBy: "\r\n")
        // A head, a sum, two platforms, a category, three months; nothing after the last.
        #expect(lines.count == 9 && lines.last == "")
        let names = lines[0].components(separatedBy: ";")
        #expect(
            names.prefix(6) == [
                "platform", "platform_name", "category", "month", "filed", "received",
            ])
        #expect(lines[2].hasPrefix("amazon;\"'=1+1\";;;51;49;"))
        #expect(lines[2].hasSuffix(";0.7500;0.5981;0.8581"))
        #expect(lines[3].hasPrefix("wish;\"Wish; & \"\"Co\"\" <b>\";;;9;s;"))
        #expect(lines[4].hasPrefix(";;DELISTING;;60;0;"))
        // A month has only what is counted by month.
        #expect(lines[5].hasPrefix(";;;2018-11;;50;;0;"))
    }

    private static let removal = FigureDuration(
        kind: .remove, sample: 9, medianMinutes: 2_880, p95Minutes: 4_320)

    private static func removals(of answer: GetFiguresResponse) -> GetFiguresResponse {
        var answer = answer
        answer.lines += [
            line(
                platform: "amazon", name: "Amazon", month: "2018-11", [(.removals, 9)],
                durations: [removal]),
            line(platform: "amazon", name: "Amazon", month: "2019-01", [(.removals, nil)]),
        ]
        return answer
    }

    @Test("A platform's removals stand month by month, in the table, in CSV and on the page")
    func trend() throws {
        let data = StatsData(Self.removals(of: Self.answer))
        #expect(data.removals.map(\.month) == ["2018-11", "2019-01"])
        #expect(data.months.count == 3, "they are no months of all")
        #expect(data.removalMonths == ["2018-11", "2018-12", "2019-01"])
        let lines = StatsTable(data: data, say: .english).lines(width: nil)
        let row = try #require(lines.first { $0.contains("2018-11") && $0.contains("Amazon") })
        #expect(row.contains("48\u{00A0}h / 3\u{00A0}d") || row.contains("2\u{00A0}d / 3\u{00A0}d"))
        let csv = StatsCSV(data: data).text.components(separatedBy: "\r\n")
        let names = csv[0].components(separatedBy: ";")
        let cells = try #require(csv.first { $0.hasPrefix("amazon;Amazon;;2018-11;") })
            .components(separatedBy: ";")
        #expect(cells[try #require(names.firstIndex(of: "removals"))] == "9")
        #expect(cells[try #require(names.firstIndex(of: "remove_median_minutes"))] == "2880")
        #expect(cells[try #require(names.firstIndex(of: "received"))] == "", "not 0: not told")
        let html = try StatsPage(data: data, say: .english, scope: []).html()
        #expect(html.contains("<section id=\"removals\""))
        #expect(html.contains("id=\"annex-removals\""))
    }

    @Test("One's own removals are a table and CSV that say nothing of other counters")
    func own() throws {
        let amazon = Self.line(
            platform: "amazon", name: "Amazon", month: "2018-11", [(.removals, 2)],
            durations: [Self.removal])
        let answer = GetOwnRemovalsResponse(
            readAtMs: 1, lines: [Self.line([(.removals, 2)], durations: [Self.removal]), amazon],
            olderLeftOut: true)
        let data = StatsData(answer)
        let table = RemovalsTable(data: data, say: .french)
        #expect(table.lines(width: nil).count == 3)
        #expect(table.legend.count == 3)
        let csv = StatsCSV(data: data).text.components(separatedBy: "\r\n")
        #expect(csv[1].hasPrefix(";;;;;"))
        #expect(!csv[1].contains(";0;"))
        for say in [StatsLanguage.french, .english] {
            let html = try StatsPage(data: data, say: say, scope: []).html()
            #expect(html.contains("<section id=\"removals\""))
            #expect(!html.contains("<section id=\"times\""), "nothing is known of answers")
        }
    }

    @Test("What is not told of months is said, and commitments have a column where there are any")
    func remarks() {
        var answer = Self.answer
        answer.monthsLeftOut = true
        answer.lines[0].counts.append(FigureCount(counter: .brokenCommitments, count: 6))
        let table = StatsTable(data: StatsData(answer), say: .english)
        #expect(table.legend.contains { $0.hasPrefix("No months") })
        #expect(table.lines(width: nil)[0].contains("COMMITMENTS"))
        #expect(!StatsTable(data: data, say: .english).lines(width: nil)[0].contains("COMMIT"))
    }

    @Test("JSON written by --json is read again by --from")
    func json() throws {
        let text = try Terminal.json(Self.answer, pretty: true)
        let again = try JSONText.message(GetFiguresResponse.self, Array(text.utf8))
        #expect(again == Self.answer)
    }

    @Test("The page needs nothing, escapes names, and shows each number that is not withheld")
    func page() throws {
        for say in [StatsLanguage.french, .english] {
            let html = try StatsPage(data: data, say: say, scope: ["<i>"]).html()
            #expect(html.hasPrefix("<!doctype html>"))
            #expect(html.contains("lang=\"\(say.isFrench ? "fr" : "en")\""))
            for word in ["<script", "http://", "https://", "@import", "<i>", "<b>"] {
                #expect(!html.contains(word), "\(word)")
            }
            #expect(html.contains("Wish; &amp; &quot;Co&quot; &lt;b&gt;"))
            #expect(html.contains(say("secret statistique", "withheld")))
            for part in ["times", "rates", "ends", "failings", "trend", "categories", "annex"] {
                #expect(html.contains("<section id=\"\(part)\""), "\(part)")
            }
        }
    }

    @Test("The page's fingerprint is that of the data it carries")
    func fingerprint() throws {
        let html = try StatsPage(data: data, say: .english, scope: []).html()
        let start = try #require(html.range(of: "base64,"))
        let encoded = html[start.upperBound...].prefix { $0 != "\"" }
        let bytes = try #require(Data(base64Encoded: String(encoded)))
        #expect(String(decoding: bytes, as: UTF8.self) == StatsCSV(data: data).text)
    }

    @Test("A page of one platform shows that platform")
    func onePlatform() throws {
        var answer = Self.answer
        answer.lines = [answer.lines[2]]
        let data = StatsData(answer)
        #expect(data.platforms.map(\.platformID) == ["amazon"])
        #expect(data.lines.count == 1)
        let html = try StatsPage(data: data, say: .english, scope: []).html()
        #expect(html.contains("49 cases were transmitted to Amazon."))
    }

    @Test("A page of nothing is a page")
    func nothing() throws {
        let empty = StatsData(GetFiguresResponse(readAtMs: 0, threshold: 5))
        let html = try StatsPage(data: empty, say: .french, scope: []).html()
        #expect(html.contains("</html>"))
        #expect(!StatsTable(data: empty, say: .french).lines(width: 80).isEmpty)
    }

    @Test("A campaign is named by its UUID")
    func campaign() throws {
        let bytes = try CampaignNumber.bytes("0123456789ab-cdef0123-456789ABCDEF")
        #expect(bytes.prefix(3) == [0x01, 0x23, 0x45] && bytes.count == 16)
        #expect(throws: CommandError.self) { try CampaignNumber.bytes("0123") }
    }

    @Test("A text in markup is escaped, markup in markup is not")
    func markup() {
        let name = "<&\"'>"
        let inner: Markup = "<b>\(name)</b>"
        let outer: Markup = "<p>\(inner) \(1.25)%</p>"
        #expect(outer.text == "<p><b>&lt;&amp;&quot;&#39;&gt;</b> 1.3%</p>")
    }
}
