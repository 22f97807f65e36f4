// SPDX-License-Identifier: EUPL-1.2

import CaseHistories
import RecoursCases
import Testing

/// The short form; `make histories` lives a hundred thousand, and takes every step there is.
@Suite("Random histories")
struct RandomHistoryTests {
    @Test("Whatever anybody sends, whenever the clock comes, no history breaks a law")
    func histories() {
        var tally = HistoryTally()
        tally.live(seeds: 0..<1_500)
        #expect(tally.broken.count == 0, "\(tally.broken.prefix(10))")
        // The walk is worth nothing if it does not get around.
        #expect(tally.untaken.count < 8, "\(tally.untaken)")
        #expect(tally.ends.count > 12)
    }

    @Test("The same seed lives the same life")
    func seeds() throws {
        var first = try #require(History(seed: 2018))
        var second = try #require(History(seed: 2018))
        first.live()
        second.live()
        #expect(first.events == second.events)
        #expect(first.events.count > 1)
    }
}
