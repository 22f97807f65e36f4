// SPDX-License-Identifier: EUPL-1.2

internal import CaseHistories
package import RecoursMatching

/// A listing, and what it is.
package struct LabelledListing: Sendable {
    package let listing: ObservedListing
    package let kind: ListingKind
    /// The work that it was made after; a copy of it only if its kind is one.
    package let source: WorkIdentifier
}

/// Makes listings up after works; the same from the same seed.
package struct ListingMaker {
    private var generator: SeededGenerator
    private let works: [MadeWork]
    private var count = 0

    package init(seed: UInt64, after works: [MadeWork]) {
        generator = SeededGenerator(seed: seed)
        self.works = works
    }

    /// So many listings in which each kind has its share, in random order.
    package mutating func mixed(_ count: Int) -> [LabelledListing] {
        let kinds = ListingKind.allCases.flatMap { Array(repeating: $0, count: $0.share) }
        return (0..<count).map { _ in
            listing(kinds[Int(generator.next() % UInt64(kinds.count))])
        }
    }

    /// What a platform's feed may be like: one in twenty is made after a registered work.
    package mutating func feed(_ count: Int) -> [ObservedListing] {
        (0..<count).map { _ in
            let kind: ListingKind =
                chance(5)
                ? [.exactCopy, .variant, .retitled, .repictured, .resold][
                    Int(
                        generator.next() % 5)] : chance(20) ? .lookalike : .unrelated
            var listing = listing(kind).listing
            let wanted = number(0...ObservedListing.mostPictures)
            while listing.pictures.count < wanted { listing.pictures.append(ownPicture()) }
            listing.pictures = Array(listing.pictures.prefix(wanted))
            return listing
        }
    }

    package mutating func listing(_ kind: ListingKind) -> LabelledListing {
        let source = works[Int(generator.next() % UInt64(works.count))]
        let traits = ListingTraits.of(kind)
        count += 1
        var listing = ObservedListing(
            platform: number(0...7), identifier: "L\(count)",
            seller: "S\(generator.next() % 5_000)", title: title(kind, source.parts),
            brand: brand(traits, source.work))
        if kind == .resold, chance(40) { listing.title = source.work.title }
        if kind == .exactCopy { listing.title = source.work.title }
        if kind == .parody { listing.title = "parodie " + source.work.brand + " " + listing.title }
        listing.pictures = pictures(kind, traits, source.work)
        if chance(traits.sameCode), let code = source.work.codes.first { listing.codes = [code] }
        var percent = number(traits.price)
        // Stocks are sold off, and some copies cost as much as the original.
        if kind == .resold, chance(1) { percent = number(30...49) }
        if kind.isCopy, chance(10) { percent = number(80...110) }
        listing.price = Price(
            minorUnits: max(1, source.price * Int64(percent) / 100), currency: "EUR")
        return LabelledListing(listing: listing, kind: kind, source: source.work.identifier)
    }

    // MARK: Parts

    private mutating func chance(_ percent: Int) -> Bool {
        Int.random(in: 0..<100, using: &generator) < percent
    }

    private mutating func number(_ range: ClosedRange<Int>) -> Int {
        Int.random(in: range, using: &generator)
    }

    private mutating func brand(_ traits: ListingTraits, _ work: RegisteredWork) -> String {
        let drawn = number(0...99)
        if drawn < traits.sameBrand { return work.brand }
        guard drawn < traits.sameBrand + traits.otherBrand else { return "" }
        return Vocabulary.name(&generator)
    }

    private mutating func title(_ kind: ListingKind, _ parts: TitleParts) -> String {
        var parts = parts
        switch kind {
        case .exactCopy, .resold, .used: break
        case .variant: vary(&parts)
        case .retitled: shorten(&parts)
        case .repictured: if chance(50) { shorten(&parts) }
        case .parody: parts.model = nil
        case .lookalike, .stockPicture: change(&parts)
        case .unrelated:
            parts.thing = works[Int(generator.next() % UInt64(works.count))].parts.thing
            parts.theme = nil
            parts.number = nil
            change(&parts)
        }
        var title = parts.text(inEnglish: chance(50), from: &generator)
        if kind == .variant { title += sizeOrBundle() }
        if kind.isCopy {
            for _ in 0..<number(0...2) {
                guard let word = Vocabulary.trade.randomElement(using: &generator) else { break }
                title += " " + word.text(inEnglish: chance(50))
            }
        }
        if kind == .used { title += " occasion" }
        return title
    }

    private mutating func vary(_ parts: inout TitleParts) {
        parts.colour = Vocabulary.colours.randomElement(using: &generator)
        if chance(30) { parts.manner = nil }
    }

    private mutating func sizeOrBundle() -> String {
        guard chance(60) else { return " lot de \(number(2...6))" }
        return Vocabulary.sizes.randomElement(using: &generator)
            .map { " " + $0.text(inEnglish: chance(50)) } ?? ""
    }

    /// Said otherwise: some of what it was is left out, most often its own name.
    private mutating func shorten(_ parts: inout TitleParts) {
        if chance(50) { parts.model = nil }
        if chance(30) { parts.manner = nil }
        if chance(20) { parts.material = nil }
        if chance(10) { parts.number = nil }
    }

    /// Another name, and about half of the rest.
    private mutating func change(_ parts: inout TitleParts) {
        parts.model = chance(65) ? Vocabulary.name(&generator) : nil
        if chance(50) { parts.number = number(2...2_000) }
        if chance(50) { parts.theme = Vocabulary.themes.randomElement(using: &generator) }
        if chance(50) { parts.material = Vocabulary.materials.randomElement(using: &generator) }
        if chance(50) { parts.manner = Vocabulary.manners.randomElement(using: &generator) }
    }

    private mutating func ownPicture() -> Picture {
        Picture(.any(&generator), quality: number(60...100))
    }

    private mutating func pictures(
        _ kind: ListingKind, _ traits: ListingTraits, _ work: RegisteredWork
    ) -> [Picture] {
        var pictures: [Picture] = []
        for picture in work.pictures.shuffled(using: &generator).prefix(number(traits.taken)) {
            let change = traits.changes[number(0...traits.changes.count - 1)]
            pictures.append(
                Picture(picture.fingerprint.after(change, &generator), quality: picture.quality))
        }
        if kind == .stockPicture, let stock = work.pictures.first {
            pictures.append(
                Picture(stock.fingerprint.after(.recompressed, &generator), quality: 80))
        }
        // Drawn after the work's, or of a thing that looks much like it.
        if kind == .parody || kind == .lookalike, let picture = work.pictures.first {
            let bits = kind == .parody ? number(40...110) : number(60...128)
            pictures.append(
                Picture(picture.fingerprint.changed(bits: bits, &generator), quality: 80))
        }
        for _ in 0..<number(traits.own) { pictures.append(ownPicture()) }
        return Array(pictures.shuffled(using: &generator).prefix(ObservedListing.mostPictures))
    }
}
