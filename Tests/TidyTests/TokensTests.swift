// SPDX-License-Identifier: EUPL-1.2

import Testing

@Suite("Tokens")
struct TokensTests {
    private func words(_ source: String) -> [String] {
        Tokens(source.utf8).tokens.filter { $0.kind == .word }.map(\.text)
    }

    private func texts(_ source: String) -> [String] {
        Tokens(source.utf8).tokens.filter { $0.kind == .text }.map(\.text)
    }

    @Test("Comments hold no tokens, not even nested ones")
    func comments() {
        #expect(words("a // b\nc /* d /* e */ f */ g") == ["a", "c", "g"])
        let scanned = Tokens("a // b\n/* c\nd */".utf8)
        #expect(scanned.comments == [1: "// b", 2: "/* c", 3: "d */"])
    }

    @Test(
        "A string is one token, whatever stands in it",
        arguments: [
            (#"let a = "x { \" y""#, [#"x { \" y"#]),
            (#"f("a\(g("b", 1) + ")")c", "d")"#, [#"a\(g("b", 1) + ")")c"#, "d"]),
            (##"#"a " \(b) \#(c) "#"##, [##"a " \(b) \#(c) "##]),
            ("\"\"\"\n a \"b\" {\n\"\"\"", ["\n a \"b\" {\n"]),
            (#""\\" + "b""#, [#"\\"#, "b"]),
        ])
    func strings(source: String, expected: [String]) {
        #expect(texts(source) == expected)
    }

    @Test("Lines are counted through comments and strings")
    func lines() {
        let tokens = Tokens("/*\n*/ a\n\"\"\"\nb\n\"\"\" c\n\"\\(\nd)\" e".utf8).tokens
        #expect(tokens.map(\.line) == [2, 3, 5, 6, 7])
    }

    @Test("A source cut anywhere is still read to its end")
    func cut() {
        let source = Array(##"/* a */ "b\(c("d"))" #"e"# """f""" // g"##.utf8)
        for length in 0...source.count {
            #expect(Tokens(source[..<length]).tokens.allSatisfy { $0.line == 1 })
        }
    }
}
