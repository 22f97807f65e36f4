// SPDX-License-Identifier: EUPL-1.2

/// Tests are named by sentences of behaviour: a failure then says what no longer holds.
enum TestNameRule {
    static func findings(_ file: SourceFile) -> [Finding] {
        guard file.isSwift, !file.isGenerated else { return [] }
        let tokens = file.tokens
        return tokens.indices.compactMap { index in
            guard index > 0, tokens[index].isWord("Test"), tokens[index - 1].isMark("@") else {
                return nil
            }
            let line = tokens[index].line
            guard index + 2 < tokens.count, tokens[index + 1].isMark("("),
                tokens[index + 2].kind == .text
            else { return Finding(file.path, line, "a test has no sentence for a name") }
            let name = tokens[index + 2].text
            return isSentence(name)
                ? nil : Finding(file.path, line, "“\(name)” is no sentence of behaviour")
        }
    }

    /// Three words or more, begun with no small letter unless it is a name in code, and no full
    /// stop.
    private static func isSentence(_ name: String) -> Bool {
        let words = name.split(separator: " ")
        guard words.count >= 3, let first = words.first, name.last != "." else { return false }
        return first.first?.isLowercase == false || first.dropFirst().contains { !$0.isLowercase }
    }
}
