// SPDX-License-Identifier: EUPL-1.2

/// Names of files as people gave them, safe to show and to save under.
package enum FileNameRule {
    /// 1 to 200 scalars in NFC; no separator of paths, no control character, none that turns the
    /// direction of writing (which makes `exe.pdf` of `fdp.exe`), and not only dots.
    package static func breach(_ name: String) -> Breach? {
        if let breach = TextRule.breach(name, atMost: CaseLimits.evidenceName) { return breach }
        let isUnsafe = name.unicodeScalars.contains { scalar in
            switch scalar.value {
            // Line feed and tab pass as text; as a name they do not.
            case 0x09, 0x0A, 0x2F, 0x5C: true
            case 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
            default: false
            }
        }
        let isOnlyDots = name.utf8.allSatisfy { $0 == UInt8(ascii: ".") }
        return isUnsafe || isOnlyDots ? Breach(.fileNameForm) : nil
    }
}
