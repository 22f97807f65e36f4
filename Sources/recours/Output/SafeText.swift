// SPDX-License-Identifier: EUPL-1.2

/// Makes other people's words harmless to a terminal.
///
/// A platform's answer is printed on an association's screen: an escape sequence in it could
/// rewrite what stands above, set the window's title or, in some terminals, type a command.
/// Bidirectional controls can make a text read as another. Both are shown instead of obeyed. In
/// JSON they are escaped, which is the same text to whoever reads JSON.
enum SafeText {
    /// One line: line feeds and tabs are shown too.
    static func line(_ text: String) -> String {
        neutralised(text, keepingLines: false)
    }

    /// Paragraphs: line feeds and tabs stay.
    static func paragraphs(_ text: String) -> String {
        neutralised(text, keepingLines: true)
    }

    /// A JSON document with the dangerous scalars of its texts escaped as `\uXXXX`: outside its
    /// texts there are none.
    static func json(_ document: String) -> String {
        guard document.unicodeScalars.contains(where: isDangerousInJSON) else { return document }
        var safe = String.UnicodeScalarView()
        for scalar in document.unicodeScalars {
            if isDangerousInJSON(scalar) {
                for unit in String(scalar).utf16 {
                    let digits = String(unit, radix: 16, uppercase: true)
                    let zeros = String(repeating: "0", count: 4 - digits.count)
                    safe.append(contentsOf: "\\u\(zeros)\(digits)".unicodeScalars)
                }
            } else {
                safe.append(scalar)
            }
        }
        return String(safe)
    }

    /// The encoder escapes C0 within texts; between them stand its own line feeds.
    private static func isDangerousInJSON(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value >= 0x7F && isDangerous(scalar)
    }

    private static func neutralised(_ text: String, keepingLines: Bool) -> String {
        guard text.unicodeScalars.contains(where: isDangerous) else { return text }
        var safe = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            let isLayout = scalar == "\n" || scalar == "\t"
            if isDangerous(scalar), !(keepingLines && isLayout) {
                let digits = String(scalar.value, radix: 16, uppercase: true)
                safe.append(contentsOf: "\\u{\(digits)}".unicodeScalars)
            } else {
                safe.append(scalar)
            }
        }
        return String(safe)
    }

    /// C0, DEL, C1, what changes the direction or the lines of the text around it, and what shows
    /// nothing at all. The joiners U+200C and U+200D stay: scripts and emoji are written with them.
    private static func isDangerous(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x00...0x1F, 0x7F...0x9F: true
        case 0x061C, 0x200E, 0x200F, 0x2028, 0x2029, 0x202A...0x202E, 0x2066...0x2069: true
        case 0x200B, 0x2060...0x2064, 0xFEFF, 0xFFF9...0xFFFB, 0xE0000...0xE007F: true
        default: false
        }
    }
}
