// SPDX-License-Identifier: EUPL-1.2

/// What every text obeys (`domain.md` §3.7): length in Unicode scalars, NFC, no control characters
/// but line feed and tab, no towers of combining marks.
enum TextRule {
    /// The first rule that the text breaks, or nil. A required text must hold more than white space.
    static func breach(
        _ text: String, required: Bool = true, atLeast minimum: Int = 0, atMost maximum: Int
    ) -> Breach? {
        if text.isEmpty { return required ? Breach(.required) : nil }
        var scan = Scan()
        let bytes = text.utf8.span
        for place in bytes.indices {
            scan.take(bytes[place])
        }
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
        var hasMarks = false
        var hasInk = false
        private var previous: UInt8 = 0

        mutating func take(_ byte: UInt8) {
            // Continuation bytes begin no scalar.
            if byte & 0xC0 != 0x80 { scalars += 1 }
            if byte < 0x20 {
                if byte != 0x0A, byte != 0x09 { hasControl = true }
            } else if byte == 0x7F {
                hasControl = true
            } else if byte != 0x20 {
                hasInk = true
            }
            // U+0080–U+009F are C2 80–9F, the second half of the control characters.
            if previous == 0xC2, byte < 0xA0 { hasControl = true }
            // CC 80 is U+0300.
            if byte >= 0xCC { hasMarks = true }
            previous = byte
        }
    }
}
