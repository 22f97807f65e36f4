// SPDX-License-Identifier: EUPL-1.2

/// How many columns a text takes on a terminal.
///
/// A character is as wide as its first scalar: 2 for East Asian wide forms and pictures, 0 for a
/// lone mark (Unicode's UAX #11; the ranges are those whose blocks are wide as a whole).
enum DisplayWidth {
    static func of(_ text: String) -> Int {
        var width = 0
        for character in text {
            guard let scalar = character.unicodeScalars.first else { continue }
            width += columns(scalar)
        }
        return width
    }

    /// The text brought to so many columns: filled with spaces, or cut with an ellipsis.
    static func fitted(_ text: String, to width: Int, alignedRight: Bool = false) -> String {
        let own = of(text)
        if own <= width {
            let fill = String(repeating: " ", count: width - own)
            return alignedRight ? fill + text : text + fill
        }
        var cut = ""
        var used = 0
        for character in text {
            let step = character.unicodeScalars.first.map(columns) ?? 0
            if used + step > width - 1 { break }
            cut.append(character)
            used += step
        }
        return cut + "…" + String(repeating: " ", count: max(0, width - 1 - used))
    }

    private static func columns(_ scalar: Unicode.Scalar) -> Int {
        if scalar.value < 0x300 { return 1 }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format: return 0
        default: break
        }
        switch scalar.value {
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
            0xA000...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
            0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F900...0x1F9FF,
            0x20000...0x3FFFD:
            return 2
        default:
            return scalar.properties.isEmojiPresentation ? 2 : 1
        }
    }
}
