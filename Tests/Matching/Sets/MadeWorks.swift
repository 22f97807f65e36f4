// SPDX-License-Identifier: EUPL-1.2

internal import CaseHistories
package import RecoursMatching

/// A made-up work, with what its title is made of.
package struct MadeWork: Sendable {
    package let work: RegisteredWork
    let parts: TitleParts
    /// In cents.
    let price: Int64
}

/// What a title is made of, so that it can be said again otherwise.
struct TitleParts: Sendable {
    var thing: Vocabulary.Word
    var material: Vocabulary.Word?
    var manner: Vocabulary.Word?
    var theme: Vocabulary.Word?
    var colour: Vocabulary.Word?
    /// A name of its own.
    var model: String?
    /// Pieces, centimetres.
    var number: Int?

    func text(inEnglish: Bool, from generator: inout some RandomNumberGenerator) -> String {
        let words = [material, manner, theme, colour].compactMap {
            $0?.text(inEnglish: inEnglish)
        }
        let thing = thing.text(inEnglish: inEnglish)
        let named = [thing] + (model.map { [$0] } ?? [])
        let all = named + words + (number.map { [String($0)] } ?? [])
        // Sellers put words in whatever order.
        return Bool.random(using: &generator)
            ? all.joined(separator: " ")
            : (words + named).joined(separator: ", ") + (number.map { " \($0)" } ?? "")
    }
}

/// Makes works up; the same from the same seed.
package struct WorkMaker {
    private var generator: SeededGenerator
    private let pictures: ClosedRange<Int>
    private let brands: [String]
    /// Names of places, artists and series, which are the same in both languages.
    private let names: [String]
    private var count: UInt64 = 0

    /// - Parameter pictures: how many a work has, each number as often.
    package init(seed: UInt64, pictures: ClosedRange<Int>, brands: Int) {
        var generator = SeededGenerator(seed: seed)
        self.pictures = pictures
        self.brands = (0..<brands).map { _ in Vocabulary.name(&generator) }
        names = (0..<3_000).map { _ in Vocabulary.name(&generator) }
        self.generator = generator
    }

    package mutating func works(_ count: Int) -> [MadeWork] {
        (0..<count).map { _ in work() }
    }

    private mutating func chance(_ percent: Int) -> Bool {
        Int.random(in: 0..<100, using: &generator) < percent
    }

    private mutating func word(_ words: [Vocabulary.Word], percent: Int) -> Vocabulary.Word? {
        chance(percent) ? words.randomElement(using: &generator) : nil
    }

    private mutating func name() -> Vocabulary.Word? {
        names.randomElement(using: &generator).map { Vocabulary.Word(french: $0, english: $0) }
    }

    private mutating func work() -> MadeWork {
        count += 1
        let parts = TitleParts(
            thing: Vocabulary.things[Int(generator.next() % UInt64(Vocabulary.things.count))],
            material: word(Vocabulary.materials, percent: 60),
            manner: word(Vocabulary.manners, percent: 50),
            theme: chance(50) ? word(Vocabulary.themes, percent: 60) : name(),
            colour: word(Vocabulary.colours, percent: 20),
            model: chance(65) ? Vocabulary.name(&generator) : nil,
            number: chance(40) ? Int.random(in: 2...2_000, using: &generator) : nil)
        let pictures = (0..<Int.random(in: self.pictures, using: &generator)).map { _ in
            Picture(.any(&generator), quality: Int.random(in: 60...100, using: &generator))
        }
        let price = Int64.random(in: 500...20_000, using: &generator)
        let codes = (0..<Int.random(in: 1...3, using: &generator)).compactMap { _ in
            ProductCode(gtin: Self.gtin(Int(generator.next() % 1_000_000_000)))
        }
        let isEnglish = chance(30)
        let work = RegisteredWork(
            WorkIdentifier(high: 0x0190_0000_0000_7000 + count, low: generator.next()),
            platforms: PlatformSet(0..<8),
            title: parts.text(inEnglish: isEnglish, from: &generator),
            brand: chance(80) ? brands.randomElement(using: &generator) ?? "" : "", codes: codes,
            pictures: pictures, price: Price(minorUnits: price, currency: "EUR"))
        return MadeWork(work: work, parts: parts, price: price)
    }

    /// A French GTIN-13 with these nine digits behind its prefix.
    package static func gtin(_ number: Int) -> String {
        let digits = Array(String(370_000_000_000 + number).utf8).map { Int($0) - 48 }
        let sum = digits.enumerated().reduce(0) { $0 + $1.element * ($1.offset % 2 == 0 ? 1 : 3) }
        return digits.map(String.init).joined() + String((10 - sum % 10) % 10)
    }
}
