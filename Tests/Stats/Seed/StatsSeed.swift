// SPDX-License-Identifier: EUPL-1.2

import Foundation
import RecoursCaseCoding
import RecoursCases
import RecoursMessages

/// Writes the figures of a year of fiction, as `recours stats --json` would: what the page is
/// looked at with. Same seed, same figures.
@main
enum StatsSeed {
    /// 1 October 2024, eight in the morning in Paris, and thirteen months later.
    private static let start: Int64 = 1_727_762_400_000
    private static let end: Int64 = 1_761_552_000_000
    static let begin = Instant(millisecondsSince1970: start)

    static func main() throws {
        let cases = CommandLine.arguments.dropFirst().first.flatMap { Int($0) } ?? 2_400
        var generator = SeedGenerator(seed: 2_018)
        var tally = FigureTally()
        let platforms = SeedPlatform.all.map { ($0, weight: $0.weight) }
        for number in 0..<cases {
            guard let platform = generator.pick(platforms),
                let category = generator.pick(SeedDraft.categories)
            else { continue }
            var story = try SeedCase(
                SeedDraft.draft(category, platform: platform.slug, number: number),
                number: UInt64(number), at: filing(number, of: cases, &generator),
                until: Instant(millisecondsSince1970: end))
            try SeedStory(platform: platform, category: category).run(&story, &generator)
            tally.add(story.changes)
        }
        for platform in SeedPlatform.all {
            let key = FigureKey(platform: platform.slug, category: .delisting)
            tally.add(Int64(platform.broken) / 3, to: .init(.brokenCommitments, nil), of: key)
            tally.add(6, to: .init(.honouredCommitments, nil), of: key)
        }
        var query = FigureQuery()
        query.byMonth = true
        query.byPlatformAndCategory = true
        query.removalsByPlatform = true
        let names = Dictionary(uniqueKeysWithValues: SeedPlatform.all.map { ($0.slug, $0.name) })
        let answer = GetFiguresResponse(
            FigureReport(FigureLedger(tally), query), query,
            readAt: Instant(millisecondsSince1970: end), names: names)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
        FileHandle.standardOutput.write(try encoder.encode(answer))
    }

    /// More cases come as the space becomes known, and most before Christmas.
    private static func filing(
        _ number: Int, of cases: Int, _ generator: inout SeedGenerator
    ) -> Instant {
        let length = Double(end - start)
        while true {
            let share = Double(generator.next() % 10_000) / 10_000
            // The fourteenth day of December is a fifth of the way.
            let christmas = share > 0.1 && share < 0.22
            let likely = 0.35 + 0.5 * share + (christmas ? 0.35 : 0)
            if Double(generator.next() % 1_000) / 1_000 < likely {
                return Instant(millisecondsSince1970: start + Int64(share * length))
            }
        }
    }
}
