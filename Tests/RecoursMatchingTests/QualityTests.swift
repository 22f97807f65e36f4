// SPDX-License-Identifier: EUPL-1.2

import MatchingSets
import RecoursMatching
import Testing

@Suite("Quality on made-up listings")
struct QualityTests {
    /// A smaller set than that of the published table, with another seed, so the bounds are wider.
    @Test("The thresholds hold on a set that they were not chosen on")
    func thresholdsHold() {
        let table = QualitySet(seed: 77, works: 800, listings: 1_000).table
        let report = table.row(MatchScore.reportAt)
        let review = table.row(MatchScore.reviewAt)
        #expect(report.right > 80)
        #expect(report.precision >= 0.995)
        #expect(review.recall >= 0.945)
        #expect(MatchScore.reviewAt < MatchScore.reportAt)
    }
}
