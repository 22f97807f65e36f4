// SPDX-License-Identifier: EUPL-1.2

/// What a title or a brand is compared by: hashes of its words and of neighbouring ones together.
struct TitleShingles: Sendable {
    /// What a title is cut into.
    enum Shape: Hashable, Sendable {
        case words
        /// Each word, and each with the next as if they were written in one, so that `porte-clés`
        /// and `porteclés` share a shingle.
        case wordsAndPairs
        /// So many bytes of the folded text at a time.
        case characters(Int)
    }

    /// Words of a longer title that are looked at; more would let one title be near to all.
    static let mostWords = 32

    /// Ascending, each once.
    let hashes: [UInt32]

    init(_ title: String, shape: Shape = .wordsAndPairs) {
        let words = Self.words(title)
        var hashes: [UInt32]
        switch shape {
        case .words: hashes = words.map(Self.hash)
        case .wordsAndPairs:
            hashes = words.map(Self.hash)
            for (word, next) in zip(words, words.dropFirst()) {
                hashes.append(Self.hash(word + next))
            }
        case .characters(let count):
            let text = Array(words.joined(separator: [UInt8(ascii: " ")]))
            hashes = (0..<max(1, text.count - count + 1)).map {
                Self.hash(text[$0..<min(text.count, $0 + count)])
            }
            if text.isEmpty { hashes = [] }
        }
        hashes.sort()
        self.hashes = hashes.reduce(into: []) { if $0.last != $1 { $0.append($1) } }
    }

    /// The whole brand as one word, or 0 for none: equal to the shingle of a word, or of two, by
    /// which a title names it.
    static func brand(_ brand: String) -> UInt32 {
        let words = words(brand)
        return words.isEmpty ? 0 : hash(words.joined())
    }

    /// Words without grammar, trade and plurals, digits apart from letters, at most `mostWords`.
    private static func words(_ title: String) -> [ArraySlice<UInt8>] {
        let text = Array(TextFolding.fold(title).utf8)
        var words: [ArraySlice<UInt8>] = []
        var begin = 0
        for place in 0...text.count where place == text.count || isBorder(text, place) {
            let word = text[begin..<place]
            begin = place < text.count && text[place] == UInt8(ascii: " ") ? place + 1 : place
            guard !word.isEmpty, !StopWords.contains(hash(word)) else { continue }
            words.append(singular(word))
            if words.count == mostWords { break }
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
