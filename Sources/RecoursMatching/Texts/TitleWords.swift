// SPDX-License-Identifier: EUPL-1.2

/// What a title and a brand are compared by: hashes of words.
struct TitleWords: Sendable {
    /// Words of a longer title that are looked at; more would let one title be near to all.
    static let most = 32

    /// Of each word, ascending, each once.
    let hashes: [UInt32]
    /// Of each word, and of each with the one after it as if they were written in one.
    private let names: [UInt32]

    init(_ title: String) {
        var hashes: [UInt32] = []
        var names: [UInt32] = []
        var last: StableHash?
        Self.forEachWord(title) { word in
            let own = Self.hash(word)
            if let last { names.append(Self.hash(word, after: last).short) }
            hashes.append(own.short)
            last = own
        }
        names += hashes
        hashes.sort()
        self.hashes = hashes.reduce(into: []) { if $0.last != $1 { $0.append($1) } }
        self.names = names
    }

    /// Whether the title has a brand's name, as one word or as two.
    func names(_ brand: UInt32) -> Bool { names.contains(brand) }

    /// A brand's words as if they were written in one, or 0 for none.
    static func brand(_ brand: String) -> UInt32 {
        var whole = StableHash()
        var isEmpty = true
        forEachWord(brand) { word in
            whole = hash(word, after: whole)
            isEmpty = false
        }
        return isEmpty || noBrands.contains(whole.short) ? 0 : whole.short
    }

    /// What stands in the place of a brand where there is none, folded and in the singular.
    private static let noBrands: Set<UInt32> = Set(
        ["marque", "aucune", "aucun", "generique", "generic", "unbranded", "none", "no", "oem"]
            .map { hash(Array($0.utf8)[...]).short })

    /// Words without grammar, trade and plurals, digits apart from letters, at most `most`.
    private static func forEachWord(_ title: String, _ body: (ArraySlice<UInt8>) -> Void) {
        let text = TextFolding.bytes(title)
        var begin = 0
        var count = 0
        for place in 0...text.count where place == text.count || isBorder(text, place) {
            let word = text[begin..<place]
            begin = place < text.count && text[place] == UInt8(ascii: " ") ? place + 1 : place
            guard !word.isEmpty, !StopWords.contains(hash(word).short) else { continue }
            body(singular(word))
            count += 1
            if count == most { break }
        }
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

    private static func hash(
        _ word: ArraySlice<UInt8>, after start: StableHash = StableHash()
    ) -> StableHash {
        var hash = start
        for byte in word { hash.combine(byte) }
        return hash
    }
}
