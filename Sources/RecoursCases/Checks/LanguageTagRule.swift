// SPDX-License-Identifier: EUPL-1.2

/// Language tags that are well-formed by RFC 5646 §2.1 (BCP 47). Whether the subtags are registered
/// isn't asked; the irregular tags of old registries are not taken.
enum LanguageTagRule {
    static func breach(_ text: String) -> Breach? {
        let count = text.utf8.count
        guard count <= CaseLimits.languageTag else {
            return Breach(.tooLong, limit: CaseLimits.languageTag, actual: count)
        }
        // Nearly all tags are two letters, or two and a region.
        if count == 2, text.utf8.allSatisfy(\.isLetter) { return nil }
        let subtags = text.utf8.split(
            separator: UInt8(ascii: "-"), omittingEmptySubsequences: false
        )
        .map { Subtag($0) }
        return isWellFormed(subtags[...]) ? nil : Breach(.languageForm)
    }

    private static func isWellFormed(_ subtags: ArraySlice<Subtag>) -> Bool {
        var rest = subtags
        guard rest.allSatisfy({ (1...8).contains($0.count) && $0.isAlphanumeric }) else {
            return false
        }
        if rest.first?.isPrivateUse == true { return rest.count >= 2 }
        guard let language = rest.popFirst(), language.isLetters, language.count >= 2 else {
            return false
        }
        if language.count <= 3 { drop(&rest, atMost: 3) { $0.isLetters && $0.count == 3 } }
        drop(&rest, atMost: 1) { $0.isLetters && $0.count == 4 }
        drop(&rest, atMost: 1) {
            ($0.isLetters && $0.count == 2) || ($0.isDigits && $0.count == 3)
        }
        drop(&rest, atMost: .max) { $0.count >= 5 || ($0.count == 4 && $0.beginsWithDigit) }
        // Extensions: a singleton and one or more subtags of two characters and up.
        while let singleton = rest.first, singleton.count == 1, !singleton.isPrivateUse {
            rest = rest.dropFirst()
            guard let first = rest.first, first.count >= 2 else { return false }
            drop(&rest, atMost: .max) { $0.count >= 2 }
        }
        if rest.first?.isPrivateUse == true { return rest.count >= 2 }
        return rest.isEmpty
    }

    private static func drop(
        _ rest: inout ArraySlice<Subtag>, atMost limit: Int, while matches: (Subtag) -> Bool
    ) {
        var dropped = 0
        while dropped < limit, let first = rest.first, matches(first) {
            rest = rest.dropFirst()
            dropped += 1
        }
    }

    private struct Subtag {
        let count: Int
        let isLetters: Bool
        let isDigits: Bool
        let isAlphanumeric: Bool
        let beginsWithDigit: Bool
        let isPrivateUse: Bool

        init(_ bytes: Substring.UTF8View) {
            self.count = bytes.count
            self.isLetters = bytes.allSatisfy(\.isLetter)
            self.isDigits = bytes.allSatisfy(\.isDigit)
            self.isAlphanumeric = bytes.allSatisfy(\.isAlphanumeric)
            self.beginsWithDigit = bytes.first?.isDigit == true
            self.isPrivateUse = count == 1 && bytes.first?.lowercased == UInt8(ascii: "x")
        }
    }
}
