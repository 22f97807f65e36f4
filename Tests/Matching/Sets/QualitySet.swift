// SPDX-License-Identifier: EUPL-1.2

internal import RecoursMatching

/// The made-up works and listings on which quality is measured and thresholds are chosen.
package struct QualitySet: Sendable {
    /// What is asked of the threshold from which listings are reported without a person.
    package static let precision = 0.999
    /// What is asked of the one from which a person looks.
    package static let recall = 0.96

    package let works: [MadeWork]
    package let listings: [LabelledListing]

    /// The set of the published table.
    package static var whole: QualitySet { QualitySet(seed: 1, works: 20_000, listings: 24_000) }

    package init(seed: UInt64, works count: Int, listings: Int) {
        var maker = WorkMaker(seed: seed, pictures: 0...20, brands: count / 5)
        works = maker.works(count)
        var listingMaker = ListingMaker(seed: seed + 1, after: works)
        self.listings = listingMaker.mixed(listings)
    }

    package var table: QualityTable {
        QualityTable(listings, MatchIndex(works.map(\.work)).snapshot)
    }
}
