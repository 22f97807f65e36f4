// SPDX-License-Identifier: EUPL-1.2

import CaseHistories
import MatchingSets
import Testing

@testable import RecoursMatching

/// What others register must neither hide a work nor make a search long.
@Suite("Works registered to do harm")
struct AdversaryTests {
    private func work(
        _ number: Int, title: String = "", codes: [ProductCode] = [], pictures: [Picture] = []
    ) -> RegisteredWork {
        RegisteredWork(
            WorkIdentifier(high: 1, low: UInt64(number)), platforms: PlatformSet([0]),
            title: title, codes: codes, pictures: pictures)
    }

    @Test("A picture and a code that thousands register still lead to whoever was first")
    func theFirstIsNotHidden() throws {
        var generator = SeededGenerator(seed: 31)
        let picture = Picture(.any(&generator), quality: 90)
        let code = try #require(ProductCode(gtin: "3700000000013"))
        let index = MatchIndex((0..<3_000).map { work($0, codes: [code], pictures: [picture]) })
        let listing = ObservedListing(platform: 0, codes: [code], pictures: [picture])
        let answer = index.snapshot.candidates(for: listing)
        #expect(answer.candidates.count == MatchLimits.candidates)
        #expect(answer.candidates.first?.work == WorkIdentifier(high: 1, low: 0))
        #expect(answer.cuts.works == 2 * (3_000 - 64))
    }

    @Test("A title that thousands register leads to none of them, and that is said")
    func commonTitlesLeadNowhere() {
        let index = MatchIndex((0..<2_000).map { work($0, title: "puzzle lavande") })
        let listing = ObservedListing(platform: 0, title: "puzzle lavande géant")
        let answer = index.snapshot.candidates(for: listing)
        #expect(answer.candidates.isEmpty)
        #expect(answer.cuts.commonWords == 2)
    }

    @Test("A title of words that say nothing names nothing")
    func emptyTitlesNameNothing() {
        let index = MatchIndex([work(1, title: "le meilleur produit de la vente")])
        let listing = ObservedListing(platform: 0, title: "le meilleur produit de la vente")
        #expect(index.snapshot.candidates(for: listing).candidates.isEmpty)
    }

    @Test("Blank pictures and made-up hashes are neither indexed nor looked up, and counted")
    func blankPicturesAreLeftOut() {
        var generator = SeededGenerator(seed: 32)
        let good = PictureFingerprint.any(&generator)
        let blank = Picture(good, quality: 0)
        let madeUp = Picture(PictureFingerprint(words: (0, 0, 0, 1)), quality: 100)
        let index = MatchIndex([work(1, pictures: [blank, madeUp])])
        for shown in [blank, madeUp, Picture(good, quality: 100)] {
            let answer = index.snapshot.candidates(
                for: ObservedListing(platform: 0, pictures: [shown]))
            #expect(answer.candidates.isEmpty)
            #expect(answer.cuts.pictures == (shown == Picture(good, quality: 100) ? 0 : 1))
        }
    }

    @Test("A listing with too many pictures and codes is searched with its first, and said")
    func longListingsAreCut() {
        var generator = SeededGenerator(seed: 33)
        let pictures = (0..<40).map { _ in Picture(.any(&generator), quality: 90) }
        let index = MatchIndex([work(1, pictures: [pictures[9], pictures[10]])])
        let answer = index.snapshot.candidates(
            for: ObservedListing(platform: 0, pictures: pictures))
        #expect(answer.candidates.first?.evidence.pictures.map(\.place) == [9])
        #expect(answer.cuts.pictures == 30)
    }

    @Test("Thousands of pictures nearly alike are cut after so many works")
    func nearlyAlikePicturesAreCut() {
        var generator = SeededGenerator(seed: 34)
        let picture = PictureFingerprint.any(&generator)
        let works = (0..<3_000).map { number in
            let shown = picture.changed(bits: Int(generator.next() % 5), &generator)
            return work(number, pictures: [Picture(shown, quality: 90)])
        }
        let answer = MatchIndex(works).snapshot.candidates(
            for: ObservedListing(platform: 0, pictures: [Picture(picture, quality: 90)]))
        #expect(answer.candidates.count == MatchLimits.candidates)
        #expect(answer.cuts.works > 0)
    }
}
