// SPDX-License-Identifier: EUPL-1.2

import Testing

@testable import RecoursMatching

@Suite("Texts of titles and brands")
struct TextTests {
    @Test(
        "Texts that read alike fold to one form",
        arguments: [
            ("Œuvre d’art À L’ÉTÉ", "oeuvre d art a l ete"), ("CŒUR & ﬁn ß", "coeur fin ss"),
            ("Ｐｕｚｚｌｅ １２", "puzzle 12"), ("𝗣𝘂𝘇𝘇𝗹𝗲 𝟭𝟬𝟬𝟬 ⓟ", "puzzle 1000 p"),
            ("m² et ٣", "m2 et 3"), ("Рuzzlе", "puzzle"), ("pu\u{200B}zz\u{AD}le", "puzzle"),
            ("e\u{301}te\u{301}", "ete"), ("Ǽ Ǿ Ŋ", "ae o n"), ("", ""),
            ("  —  ", ""),
        ])
    func folds(_ text: String, _ folded: String) {
        #expect(TextFolding.fold(text) == folded)
    }

    @Test("Folding folded text changes nothing, whatever the character")
    func foldingIsIdempotent() {
        for value in UInt32(0)..<0x1_FFFF {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let folded = TextFolding.fold("a" + String(Character(scalar)) + "b")
            #expect(TextFolding.fold(folded) == folded, "U+\(String(value, radix: 16))")
        }
    }

    @Test("Words of grammar and trade, plurals and the order make no difference")
    func titlesAreReducedToWhatTheySay() {
        func hashes(_ title: String) -> [UInt32] { TitleWords(title).hashes }
        #expect(hashes("Le puzzle de la Tour") == hashes("tour puzzle, livraison gratuite"))
        #expect(hashes("Bougies parfumées") == hashes("bougie parfumée"))
        #expect(hashes("500ml") == hashes("500 ML"))
        #expect(hashes("le de la pour the").isEmpty)
    }

    @Test("A brand is found in a title, in one word or two")
    func brandsAreFoundInTitles() {
        let brand = TitleWords.brand("BelOuvrage")
        #expect(TitleWords("Puzzle Bel Ouvrage 1000").names(brand))
        #expect(TitleWords("puzzle BELOUVRAGE").names(brand))
        #expect(!TitleWords("bel puzzle ouvragé").names(brand))
        #expect(TitleWords.brand("Bel-Ouvrage") == brand)
    }

    @Test(
        "What stands where there is no brand is none",
        arguments: ["", "  ", "Sans marque", "no brand", "N/A", "Générique", "UNBRANDED"])
    func noBrandIsNone(_ text: String) {
        #expect(TitleWords.brand(text) == 0)
    }

    @Test("Of a long title a bounded number of words is looked at")
    func longTitlesAreCut() {
        let title = (0..<5_000).map { "mot\($0)x" }.joined(separator: " ")
        #expect(TitleWords(title).hashes.count <= TitleWords.most)
    }
}
