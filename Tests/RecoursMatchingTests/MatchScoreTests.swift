// SPDX-License-Identifier: EUPL-1.2

import Testing

@testable import RecoursMatching

@Suite("Score of evidence")
struct MatchScoreTests {
    private func pictures(_ distances: Int...) -> [MatchEvidence.Picture] {
        distances.enumerated().map {
            MatchEvidence.Picture(place: $0, distance: $1, symmetry: .original)
        }
    }

    private let sameTitle = MatchEvidence.Title(sharedWords: 8, similarity: 1_000, rarity: 40)

    @Test("No evidence, or a brand alone, is no match")
    func nothingIsNothing() {
        #expect(MatchScore.score(MatchEvidence()) == 0)
        #expect(MatchScore.score(MatchEvidence(brand: .equal)) == 0)
    }

    @Test("Scores stay from 0 to 1000, and no further evidence lowers what there is")
    func moreEvidenceIsSurer() {
        for distance in 0...31 {
            let one = MatchScore.score(MatchEvidence(pictures: pictures(distance)))
            let two = MatchScore.score(MatchEvidence(pictures: pictures(distance, 31)))
            let titled = MatchScore.score(
                MatchEvidence(pictures: pictures(distance), title: sameTitle))
            #expect((0...1_000).contains(one))
            #expect(two > one)
            #expect(titled > one)
            let nearer = MatchScore.score(MatchEvidence(pictures: pictures(max(0, distance - 1))))
            #expect(nearer >= one)
        }
    }

    @Test("One picture alone, or words and numbers alone, are never reported without a person")
    func onePieceIsNotEnough() {
        let evidence = [
            MatchEvidence(pictures: pictures(0)),
            MatchEvidence(title: sameTitle, brand: .equal, isCodeEqual: true, pricePermille: 100),
        ]
        for one in evidence {
            let score = MatchScore.score(one)
            #expect(score < MatchScore.reportAt)
            #expect(score >= MatchScore.reviewAt)
        }
    }

    @Test("What may be the original from another shop is left to a person")
    func originalsAreLeftToPeople() {
        var evidence = MatchEvidence(
            pictures: pictures(0, 0, 0), title: sameTitle, pricePermille: 300)
        #expect(MatchScore.score(evidence) >= MatchScore.reportAt)
        evidence.pricePermille = 900
        #expect(MatchScore.score(evidence) < MatchScore.reportAt)
        evidence.pricePermille = 300
        evidence.brand = .equal
        #expect(MatchScore.score(evidence) < MatchScore.reportAt)
        evidence.brand = .different
        evidence.isCodeEqual = true
        #expect(MatchScore.score(evidence) < MatchScore.reportAt)
    }
}
