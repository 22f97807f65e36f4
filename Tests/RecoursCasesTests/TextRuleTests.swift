// SPDX-License-Identifier: EUPL-1.2

import Testing

@testable import RecoursCases

@Suite("Text")
struct TextRuleTests {
    private func code(_ text: String, atLeast: Int = 0, atMost: Int = 100) -> ViolationCode? {
        TextRule.breach(text, atLeast: atLeast, atMost: atMost)?.code
    }

    @Test(
        "Text in NFC passes",
        arguments: [
            "Bonjour", "Éléonore, l’œuvre « à » 100 €…", "ligne\nautre\ttabulée", "日本語",
            "한국어", "Ελλάδα", "Привет", "עברית", "q\u{303}",
            "\u{915}\u{93C}", "👩‍👩‍👧‍👦", "Tiếng Việt", "ḍ\u{307}",
        ])
    func passes(text: String) {
        #expect(code(text) == nil)
    }

    @Test(
        "Text that NFC would change is refused",
        arguments: [
            "e\u{301}", "E\u{301}", "c\u{327}", "\u{212B}", "\u{2126}", "\u{1F71}", "\u{F900}",
            "a\u{323}\u{302}", "\u{1EA1}\u{302}", "か\u{3099}", "\u{1100}\u{1161}",
            "\u{AC00}\u{11A8}", "q\u{307}\u{323}", "\u{958}", "\u{340}", "e\u{316}\u{301}",
            "\u{9C7}\u{9BE}", "\u{1E22}\u{327}", "\u{1EB2}\u{325}",
            "tout va bien jusqu’a\u{300} la fin",
        ])
    func refused(text: String) {
        #expect(code(text) == .notNormalised)
    }

    @Test("A mark is blocked from its base by one of the same class")
    func blocked() {
        // U+0305 is of class 230 and composes with nothing: the acute after it stays.
        #expect(code("e\u{305}\u{301}") == nil)
    }

    @Test(
        "Control characters are refused, but line feed and tab",
        arguments: ["a\u{0}b", "a\rb", "a\u{1B}[31m", "a\u{7F}", "a\u{80}", "é\u{9F}", "a\u{85}"])
    func controls(text: String) {
        #expect(code(text) == .controlCharacter)
    }

    @Test("U+00A0 and what shares its bytes is no control character")
    func notControls() {
        #expect(code("1\u{A0}234 §©\u{AD}") == nil)
    }

    @Test("Length is counted in Unicode scalars, at both bounds")
    func length() {
        #expect(code("éé", atMost: 2) == nil)
        #expect(code("ééé", atMost: 2) == .tooLong)
        #expect(code("👩‍👧", atMost: 3) == nil)
        #expect(code("👩‍👧", atMost: 2) == .tooLong)
        #expect(code("éé", atLeast: 2) == nil)
        #expect(code("é", atLeast: 2) == .tooShort)
        let breach = TextRule.breach("abcdef", atMost: 5)
        #expect(breach == Breach(.tooLong, limit: 5, actual: 6))
    }

    @Test("Nothing but white space is as good as nothing")
    func blank() {
        #expect(code("") == .required)
        #expect(code(" \n\t ") == .required)
        #expect(TextRule.breach("", required: false, atMost: 5) == nil)
    }

    @Test("Thirty-two combining marks in a row pass, thirty-three do not")
    func towers() {
        let tower = { "q" + String(repeating: "\u{305}", count: $0) }
        #expect(code(tower(32)) == nil)
        #expect(code(tower(33)) == .combiningMarks)
        let towers = String(repeating: tower(32), count: 3)
        #expect(code(towers) == nil)
        #expect(
            TextRule.breach(tower(100_000), atMost: 1_000_000)?.code == .combiningMarks)
    }
}
