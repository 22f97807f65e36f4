// SPDX-License-Identifier: EUPL-1.2

/// What every text obeys (`domain.md` §3.7): length in Unicode scalars, NFC, no control characters
/// but line feed and tab, no towers of combining marks.
enum TextRule {
    /// The first rule that the text breaks, or nil. A required text must hold more than white
    /// space.
    static func breach(
        _ text: String, required: Bool = true, atLeast minimum: Int = 0, atMost maximum: Int
    ) -> Breach? {
        if text.isEmpty { return required ? Breach(.required) : nil }
        let scan = Scan(text.utf8.span)
        if scan.hasControl { return Breach(.controlCharacter) }
        if required, !scan.hasInk { return Breach(.required) }
        if scan.scalars > maximum {
            return Breach(.tooLong, limit: maximum, actual: scan.scalars)
        }
        if scan.scalars < minimum {
            return Breach(.tooShort, limit: minimum, actual: scan.scalars)
        }
        return scan.hasMarks ? unusual(text) : nil
    }

    /// Texts with scalars from U+0300 on are few, and looked at again with Unicode's tables.
    private static func unusual(_ text: String) -> Breach? {
        var run = 0
        for scalar in text.unicodeScalars {
            run = isMark(scalar) ? run + 1 : 0
            if run > CaseLimits.combiningMarkRun {
                return Breach(.combiningMarks, limit: CaseLimits.combiningMarkRun)
            }
        }
        return NormalForm.isComposed(text.unicodeScalars) ? nil : Breach(.notNormalised)
    }

    private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        guard scalar.value >= NormalForm.firstMark else { return false }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .spacingMark: return true
        default: return false
        }
    }

    /// What one pass over the bytes tells.
    private struct Scan {
        var scalars = 0
        var hasControl = false
        /// Whether Unicode's tables must be asked.
        var hasMarks = false
        var hasInk = false

        init(_ bytes: Span<UInt8>) {
            var place = 0
            while place < bytes.count {
                let byte = bytes[place]
                place += 1
                scalars += 1
                if byte > 0x20, byte < 0x7F {
                    hasInk = true
                } else if byte < 0x80 {
                    if byte != 0x20, byte != 0x0A, byte != 0x09 { hasControl = true }
                } else {
                    // A String is always well-formed UTF-8, so the next bytes are there.
                    take(byte, bytes[place], place + 1 < bytes.count ? bytes[place + 1] : 0)
                    place += byte < 0xE0 ? 1 : byte < 0xF0 ? 2 : 3
                    hasInk = true
                }
            }
        }

        /// A scalar that begins with a byte from C2 on, by its first three.
        private mutating func take(_ first: UInt8, _ second: UInt8, _ third: UInt8) {
            if first == 0xC2 {
                // U+0080–U+009F are the second half of the control characters.
                if second < 0xA0 { hasControl = true }
            } else if first == 0xE2 {
                // U+2002–U+20BF: the apostrophe, quotes, dashes and the euro sign of French text
                // stand in NFC and are no marks; U+2000 and U+2001 are not in NFC.
                let isPlain = second == 0x80 ? third > 0x81 : second == 0x81 || second == 0x82
                if !isPlain { hasMarks = true }
            } else if first >= 0xCC {
                // CC 80 is U+0300.
                hasMarks = true
            }
        }
    }
}
