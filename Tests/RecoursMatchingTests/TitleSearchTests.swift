// SPDX-License-Identifier: EUPL-1.2

import CaseHistories
import Testing

@testable import RecoursMatching

@Suite("Works by their titles")
struct TitleSearchTests {
    /// Sums of all weights in a table, sorted: what is to be found, the slow way.
    private func wanted(_ postings: [TitleSearch.Posting]) -> [UInt32] {
        var weights: [UInt32: UInt32] = [:]
        let rarest = postings.sorted { $0.works.count < $1.works.count }
        for posting in rarest.prefix(MatchLimits.soughtWords) {
            for work in posting.works { weights[work, default: 0] += posting.weight }
        }
        let best = weights.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        return best.prefix(MatchLimits.worksPerTitle).map(\.key)
    }

    @Test("Those that share most are found, of equal ones the older, whatever was sought before")
    func equalsSorting() {
        var generator = SeededGenerator(seed: 12)
        var search = TitleSearch()
        for round in 0..<200 {
            // No two of one length: which of them are sought is then certain.
            let postings = (0..<round % 12).map { word in
                let all = (0..<UInt32(60)).shuffled(using: &generator)
                let works = all.prefix(3 * word + round % 3)
                // Few weights, so that many works are equal.
                return (works: works.sorted()[...], weight: UInt32(1 + generator.next() % 3))
            }
            #expect(search.works(sharing: postings).sorted() == wanted(postings).sorted())
        }
    }
}
