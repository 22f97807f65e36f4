// SPDX-License-Identifier: EUPL-1.2

/// What a title and a brand are compared by: hashes of words.
struct TitleWords: Sendable {
    /// Words of a longer title that are looked at; more would let one title be near to all.
    static let most = 32

    private let words: [ArraySlice<UInt8>]

    init(_ title: String) {
        words = Self.words(title)
    }

    /// Of each word, ascending, each once.
    var hashes: [UInt32] {
        words.map(Self.hash).sorted().reduce(into: []) { if $0.last != $1 { $0.append($1) } }
    }

    /// Whether the title has a brand's name, as one word or as two.
    func names(_ brand: UInt32) -> Bool {
        words.contains { Self.hash($0) == brand }
            || zip(words, words.dropFirst()).contains { Self.hash($0 + $1) == brand }
    }

    /// A brand's words as if they were written in one, or 0 for none.
    static func brand(_ brand: String) -> UInt32 {
        let words = words(brand)
        let whole = hash(words.joined())
        return words.isEmpty || noBrands.contains(whole) ? 0 : whole
    }

    /// What stands in the place of a brand where there is none, folded and in the singular.
    private static let noBrands: Set<UInt32> = Set(
        ["marque", "aucune", "aucun", "generique", "generic", "unbranded", "none", "no", "oem"]
            .map { hash($0.utf8) })

    /// Words without grammar, trade and plurals, digits apart from letters, at most `most`.
    private static func words(_ title: String) -> [ArraySlice<UInt8>] {
        let text = Array(TextFolding.fold(title).utf8)
        var words: [ArraySlice<UInt8>] = []
        var begin = 0
        for place in 0...text.count where place == text.count || isBorder(text, place) {
            let word = text[begin..<place]
            begin = place < text.count && text[place] == UInt8(ascii: " ") ? place + 1 : place
            guard !word.isEmpty, !StopWords.contains(hash(word)) else { continue }
            words.append(singular(word))
            if words.count == most { break }
        }
        return words
    }

    /// Before a space, and between a digit and what is none.
    private static func isBorder(_ text: [UInt8], _ place: Int) -> Bool {
        if text[place] == UInt8(ascii: " ") { return true }
        guard place > 0, text[place - 1] != UInt8(ascii: " ") else { return false }
        return isDigit(text[place]) != isDigit(text[place - 1])
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    /// French and English plurals mostly end in s or x; cutting a few other words costs nothing,
    /// for it is done on both sides.
    private static func singular(_ word: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        guard word.count > 3, let last = word.last,
            last == UInt8(ascii: "s") || last == UInt8(ascii: "x")
        else { return word }
        return word.dropLast()
    }

    private static func hash(_ bytes: some Sequence<UInt8>) -> UInt32 {
        var hash = StableHash()
        for byte in bytes { hash.combine(byte) }
        return hash.short
    }
}
