// SPDX-License-Identifier: EUPL-1.2

import CaseHistories
import RecoursCaseCoding
import RecoursCases
import Testing

/// The short form; `make histories` reads back one history in ten of a hundred thousand.
@Suite("Histories as the store keeps them")
struct HistoryCodingTests {
    @Test("At every step of a history, the case and its events come back from their bytes")
    func histories() {
        let codec = CaseSnapshotCodec()
        var tally = HistoryTally()
        tally.live(seeds: 0..<300) { caseFile, events in
            guard (try? codec.decode(codec.encode(caseFile))) == caseFile else {
                return "\(caseFile.state) at \(caseFile.version) does not come back"
            }
            for event in events where (try? codec.decodeEvent(codec.encode(event))) != event {
                return "event \(event.kind.number) does not come back"
            }
            return nil
        }
        #expect(tally.broken.isEmpty, "\(tally.broken.prefix(10))")
        #expect(tally.events > 3_000)
    }
}
