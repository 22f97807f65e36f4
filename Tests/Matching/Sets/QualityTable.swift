// SPDX-License-Identifier: EUPL-1.2

package import RecoursMatching

/// How right the index is, by threshold, on listings whose nature is known.
package struct QualityTable: Sendable {
    /// What stands at one threshold.
    package struct Row: Hashable, Sendable {
        package let threshold: Int
        /// Listings that are a copy of the work named, and of which this is wrong.
        package let right: Int
        package let wrong: Int
        package let precision: Double
        /// The part of all copies whose work is named.
        package let recall: Double
    }

    /// A work named for a listing.
    private struct Naming {
        let score: Int
        let isRight: Bool
    }

    /// Scores of the right work by kind of copy, 0 where it was not named.
    package private(set) var scores: [ListingKind: [Int]] = [:]
    /// Scores of works wrongly named, by kind of listing.
    package private(set) var errors: [ListingKind: [Int]] = [:]
    private var namings: [Naming] = []
    private var copies = 0

    package init(_ listings: [LabelledListing], _ index: MatchSnapshot) {
        for labelled in listings {
            let candidates = index.candidates(for: labelled.listing).candidates
            var score = 0
            for candidate in candidates {
                let isRight = labelled.kind.isCopy && candidate.work == labelled.source
                namings.append(Naming(score: candidate.score, isRight: isRight))
                if isRight {
                    score = candidate.score
                } else {
                    errors[labelled.kind, default: []].append(candidate.score)
                }
            }
            guard labelled.kind.isCopy else { continue }
            copies += 1
            scores[labelled.kind, default: []].append(score)
        }
    }

    package func row(_ threshold: Int) -> Row {
        let named = namings.filter { $0.score >= threshold }
        let right = named.filter(\.isRight).count
        return Row(
            threshold: threshold, right: right, wrong: named.count - right,
            precision: named.isEmpty ? 1 : Double(right) / Double(named.count),
            recall: Double(right) / Double(max(1, copies)))
    }

    /// The least threshold, of those that divide by 10, at which precision is at least this.
    package func reportThreshold(precision: Double) -> Int? {
        stride(from: 10, through: 1_000, by: 10).first { threshold in
            let row = row(threshold)
            return row.right > 0 && row.precision >= precision
        }
    }
}
