// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Testing

@testable import recours

@Suite("Other people's words cannot command a terminal")
struct SafeTextTests {
    @Test(
        "Dangerous characters are shown, not obeyed",
        arguments: [
            ("\u{1B}[2Jparti", "\\u{1B}[2Jparti"), ("a\u{7}b", "a\\u{7}b"),
            ("a\u{9B}31m", "a\\u{9B}31m"), ("a\u{7F}", "a\\u{7F}"), ("a\rb", "a\\u{D}b"),
            ("x\u{202E}fdp.exe", "x\\u{202E}fdp.exe"), ("\u{2066}a\u{2069}", "\\u{2066}a\\u{2069}"),
            ("a\u{2028}b", "a\\u{2028}b"), ("a\u{0}b", "a\\u{0}b"), ("\r\n", "\\u{D}\\u{A}"),
            ("a\u{E0041}", "a\\u{E0041}"), ("a\u{200B}b", "a\\u{200B}b"),
            ("a\u{2062}b", "a\\u{2062}b"),
        ])
    func shown(text: String, expected: String) {
        #expect(SafeText.line(text) == expected)
    }

    @Test("No control or direction character survives, whatever it is")
    func exhaustive() {
        let dangerous =
            Array(0x00...0x1F) + Array(0x7F...0x9F) + Array(0x202A...0x202E)
            + Array(0x2066...0x2069) + [0x061C, 0x200E, 0x200F]
        for value in dangerous {
            guard let scalar = Unicode.Scalar(UInt32(value)) else { continue }
            let safe = SafeText.line("a\(Character(scalar))b")
            #expect(!safe.unicodeScalars.contains(scalar))
        }
    }

    @Test("JSON holds no character that commands a terminal, and reads as the same text")
    func json() throws {
        let text = "a\u{1B}]52;c;x\u{7}\u{7F}\u{9B}\u{202E}\u{FEFF}\u{E0041}\"\\é\nb"
        let document = try Terminal.json(["text": text], pretty: true)
        let wild = document.unicodeScalars.filter { scalar in
            scalar != "\n" && SafeText.line(String(scalar)) != String(scalar)
        }
        #expect(wild.isEmpty, "\(document)")
        let read = try JSONDecoder().decode([String: String].self, from: Data(document.utf8))
        #expect(read == ["text": text])
    }

    @Test("Ordinary text stays as it is, accents, other scripts and pictures too")
    func ordinary() {
        for text in ["déjà réglé — 12 €", "例え", "שלום", "👩‍🔧", "a b"] {
            #expect(SafeText.line(text) == text)
        }
    }

    @Test("Paragraphs keep their lines and tabs, a line keeps neither")
    func paragraphs() {
        #expect(SafeText.paragraphs("a\n\tb\u{1B}") == "a\n\tb\\u{1B}")
        #expect(SafeText.line("a\n\tb") == "a\\u{A}\\u{9}b")
    }

    @Test(
        "Colours follow NO_COLOR and TERM",
        arguments: [
            ([:], true), (["NO_COLOR": "1"], false), (["NO_COLOR": ""], true),
            (["TERM": "dumb"], false), (["TERM": "xterm"], true),
        ] as [([String: String], Bool)])
    func colours(environment: [String: String], allowed: Bool) {
        #expect(Terminal.allowsColour(environment) == allowed)
    }
}

@Suite("Tables are aligned by what is seen")
struct TextTableTests {
    @Test(
        "Width counts columns, not bytes or scalars",
        arguments: [
            ("abc", 3), ("été", 3), ("e\u{301}te\u{301}", 3), ("例え", 4), ("👍", 2),
            ("👩‍🔧", 2), ("", 0), ("한", 2), ("ﾊ", 1),
        ])
    func width(text: String, expected: Int) {
        #expect(DisplayWidth.of(text) == expected)
    }

    @Test(
        "A text is filled or cut to its width",
        arguments: [
            ("été", 5, "été  "), ("例え話", 5, "例え…"), ("例え話", 4, "例… "), ("abcdef", 4, "abc…"),
        ])
    func fitted(text: String, width: Int, expected: String) {
        #expect(DisplayWidth.fitted(text, to: width) == expected)
        #expect(DisplayWidth.of(expected) == width)
    }

    @Test("Columns start at the same place on every line")
    func aligned() {
        var table = TextTable([
            .init(title: "A"), .init(title: "N", isRight: true), .init(title: "B"),
        ])
        table.add(["例え", "1", "x"])
        table.add(["été", "1200", "y"])
        #expect(table.lines(width: nil) == ["A        N  B", "例え     1  x", "été   1200  y"])
    }

    @Test("A narrow terminal takes from the flexible columns only")
    func narrow() {
        var table = TextTable([.init(title: "NUM"), .init(title: "TITRE", isFlexible: true)])
        table.add(["RC-1", String(repeating: "x", count: 50)])
        let lines = table.lines(width: 30)
        #expect(lines.allSatisfy { DisplayWidth.of($0) <= 30 })
        #expect(lines[1].hasPrefix("RC-1  xxx"))
    }

    @Test("Cells cannot break out of their line")
    func escaped() {
        var table = TextTable([.init(title: "A")])
        table.add(["a\n\u{1B}[31mb"])
        #expect(table.lines(width: nil).last == "a\\u{A}\\u{1B}[31mb")
    }

    @Test("Where there is too little room, what may be left out goes, and the widest gives most")
    func leftOut() {
        var table = TextTable([
            .init(title: "NUMÉRO"), .init(title: "QUI", isFlexible: true),
            .init(title: "QUOI", isFlexible: true),
            .init(title: "TITRE", isFlexible: true, isOptional: true),
        ])
        let long = String(repeating: "é", count: 40)
        table.add(["RC-1234-5678-90-6", "plateforme", long, long])
        let lines = table.lines(width: 45)
        #expect(lines[0].hasSuffix("QUOI"))
        #expect(lines[1].contains("plateforme  éééé"))
        #expect(lines.allSatisfy { DisplayWidth.of($0) <= 45 })
        #expect(table.lines(width: 70)[0].hasSuffix("TITRE"))
    }
}
