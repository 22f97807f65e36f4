// SPDX-License-Identifier: EUPL-1.2

import Foundation
import MatchingSets
import RecoursMatching

/// How right the index is, by threshold, on made-up listings, and which thresholds follow.
enum Quality {
    /// Prints the table and writes `series.json`, from which a chart is drawn.
    ///
    /// - Returns: whether the thresholds of the module are those of the table.
    static func measure(writingTo folder: URL) throws -> Bool {
        let set = QualitySet.whole
        let table = set.table
        print("\(set.listings.count) listings against \(set.works.count) works")
        print("threshold     right     wrong  precision   recall")
        for threshold in stride(from: 1_000, through: 100, by: -50) {
            say(table.row(threshold))
        }
        sayKinds(table)
        let report = table.reportThreshold(precision: QualitySet.precision)
        let review = table.row(MatchScore.reviewAt)
        print("report at \(report.map(String.init) ?? "nothing"), from the table:")
        say(table.row(report ?? 1_000))
        print("review at \(MatchScore.reviewAt):")
        say(review)
        try write(table, folder)
        let isHeld = report == MatchScore.reportAt && review.recall >= QualitySet.recall
        print("the module has \(MatchScore.reportAt) and \(MatchScore.reviewAt): ", terminator: "")
        print(isHeld ? "1 passed, 0 failed" : "0 passed, 1 failed")
        return isHeld
    }

    private static func say(_ row: QualityTable.Row) {
        print(
            String(
                format: "%9d %9d %9d %10.4f %8.4f", row.threshold, row.right, row.wrong,
                row.precision, row.recall))
    }

    /// Of copies, how many are named from each threshold on; of others, how many works for them.
    private static func sayKinds(_ table: QualityTable) {
        let thresholds = [MatchScore.reviewAt, 500, 700, MatchScore.reportAt]
        print("copies, and the part whose work is named at \(thresholds)")
        for kind in ListingKind.allCases where kind.isCopy {
            let scores = table.scores[kind] ?? []
            let parts = thresholds.map { threshold in
                let named = scores.filter { $0 >= threshold }.count
                return String(format: "%9.4f", Double(named) / Double(max(1, scores.count)))
            }
            print("  \(kind.rawValue): \(scores.count)", parts.joined())
        }
        print("all, and works wrongly named at \(thresholds)")
        for kind in ListingKind.allCases {
            let errors = table.errors[kind] ?? []
            let counts = thresholds.map { threshold in
                String(format: "%9d", errors.filter { $0 >= threshold }.count)
            }
            print("  \(kind.rawValue):", counts.joined())
        }
    }

    // MARK: Chart

    private struct Series: Encodable {
        let chart = "quality"
        let title = "Made-up listings named, by threshold"
        let xlabel = "score from which a work is named"
        let ylabel = "part"
        let label: String
        let points: [[Double]]
    }

    private static func write(_ table: QualityTable, _ folder: URL) throws {
        let rows = stride(from: 100, through: 1_000, by: 20).map(table.row)
            .filter { $0.right + $0.wrong > 0 }
        let series = [
            Series(
                label: "precision: named rightly",
                points: rows.map { [Double($0.threshold), $0.precision] }),
            Series(
                label: "recall: copies named",
                points: rows.map { [Double($0.threshold), $0.recall] }),
        ]
        try JSONEncoder().encode(["series": series])
            .write(to: folder.appendingPathComponent("series.json"))
    }
}
