// SPDX-License-Identifier: EUPL-1.2

/// An activity, or all that begin alike: a NAF code or its first two to four digits.
package struct ActivityPrefix: Hashable, Sendable {
    /// As codes are stored, without the dot: 2 to 5 characters.
    package let text: String

    /// Nil unless the text is one: `32`, `32.1`, `3212Z`, `32.12Z`.
    package init?(_ text: String) {
        var text = text
        Compacting.compact(&text, dotsToo: true)
        let bytes = text.utf8
        guard (2...5).contains(bytes.count), bytes.prefix(4).allSatisfy(\.isDigit),
            bytes.dropFirst(4).allSatisfy(\.isUpperLetter)
        else { return nil }
        self.text = text
    }
}
