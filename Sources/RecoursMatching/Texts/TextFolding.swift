// SPDX-License-Identifier: EUPL-1.2

/// Brings texts that read alike to one form: small letters without marks, ligatures and other
/// compatibility forms in plain letters, digits of any script in ASCII, letters that only look
/// Latin as Latin, and whatever is neither letter nor digit as one space between words.
///
/// Folding folded text changes nothing.
package enum TextFolding {
    package static func fold(_ text: String) -> String {
        String(decoding: bytes(text), as: UTF8.self)
    }

    /// Folded text in UTF-8.
    static func bytes(_ text: String) -> [UInt8] {
        var writer = Writer()
        writer.folded.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars { writer.take(scalar) }
        return writer.folded
    }

    private struct Writer {
        var folded: [UInt8] = []
        private var isBetweenWords = false

        /// Most scalars of French and English titles are ASCII and need no table.
        mutating func take(_ scalar: Unicode.Scalar) {
            switch scalar.value {
            case 0x61...0x7A, 0x30...0x39: write(scalar)
            case 0x41...0x5A: write(Unicode.Scalar(UInt8(scalar.value) | 0x20))
            case 0..<0x80: isBetweenWords = true
            default: takeOther(scalar)
            }
        }

        private mutating func takeOther(_ scalar: Unicode.Scalar) {
            if let plain = FoldingTables.plain(scalar) { return plain.forEach { write($0) } }
            let properties = scalar.properties
            switch properties.generalCategory {
            case let category where Self.isMark(category): return
            case .format where properties.isDefaultIgnorableCodePoint: return
            case .decimalNumber, .otherNumber: return takeNumber(scalar)
            case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .otherLetter,
                .letterNumber, .spacingMark:
                takeLetter(scalar)
            default: isBetweenWords = true
            }
        }

        /// What changes a letter, above, around or beside it.
        private static func isMark(_ category: Unicode.GeneralCategory) -> Bool {
            [.nonspacingMark, .enclosingMark, .modifierLetter].contains(category)
        }

        /// `²` is 2 and `٣` is 3; what is a fraction or beyond nine is left to separate words.
        private mutating func takeNumber(_ scalar: Unicode.Scalar) {
            guard let value = scalar.properties.numericValue, (0...9).contains(value),
                value == value.rounded()
            else { return isBetweenWords = true }
            write(Unicode.Scalar(UInt8(value) + UInt8(ascii: "0")))
        }

        /// By way of upper case, which takes ligatures such as `ﬁ` and `ß` apart.
        private mutating func takeLetter(_ scalar: Unicode.Scalar) {
            for upper in FoldingTables.base(scalar).properties.uppercaseMapping.unicodeScalars {
                for lower in upper.properties.lowercaseMapping.unicodeScalars {
                    let base = FoldingTables.base(lower)
                    if let plain = FoldingTables.plain(base) {
                        plain.forEach { write($0) }
                    } else if !Self.isMark(base.properties.generalCategory) {
                        write(base)
                    }
                }
            }
        }

        private mutating func write(_ scalar: Unicode.Scalar) {
            if isBetweenWords, !folded.isEmpty { folded.append(UInt8(ascii: " ")) }
            isBetweenWords = false
            if scalar.isASCII {
                folded.append(UInt8(truncatingIfNeeded: scalar.value))
            } else {
                folded += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
            }
        }
    }
}
