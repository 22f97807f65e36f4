// SPDX-License-Identifier: EUPL-1.2

import Foundation
import MatchingSets
import RecoursMatching

/// How right the index is, by threshold, on made-up listings.
enum Quality {
    static func measure(writingTo folder: URL) throws -> Bool {
        var maker = WorkMaker(seed: 1, pictures: 0...20, brands: 4_000)
        let works = maker.works(20_000)
        var listingMaker = ListingMaker(seed: 2, after: works)
        let listings = listingMaker.mixed(24_000)
        let table = QualityTable(listings, MatchIndex(works.map(\.work)).snapshot)
        for threshold in stride(from: 100, through: 980, by: 20) {
            let row = table.row(threshold)
            print(row.threshold, row.right, row.wrong, row.precision, row.recall)
        }
        for kind in ListingKind.allCases {
            let s = (table.scores[kind] ?? []), e = table.errors[kind] ?? []
            print(
                kind.rawValue, s.count,
                [1, 300, 400, 500, 600, 700, 800, 900].map { t in
                    Double(s.filter { $0 >= t }.count) / Double(max(1, s.count))
                }.map { String(format: "%.4f", $0) },
                [1, 200, 300, 400, 500, 600, 700, 800, 900].map { t in e.filter { $0 >= t }.count })
        }
        print(
            table.reportThreshold(precision: 0.999) as Any,
            table.reviewThreshold(recall: 0.98) as Any)
        return true
    }
}
