// SPDX-License-Identifier: EUPL-1.2

import Foundation

/// What the command line says to people stands where each language words it: a sentence written
/// anywhere else would be English to everybody.
enum LanguageRule {
    /// Where sentences are worded, and texts that are the same in both languages: the table of the
    /// help's exit codes, the commands that may be typed next.
    private static let rooms = [
        "Sources/recours/Language/", "Sources/recours/Stats/", "Sources/recours/Matches/Page/",
        "Sources/recours/Output/ExitStatus.swift", "Sources/recours/Show/Choice.swift",
    ]
    private static let speakers: Set<String> = [
        "print", "say", "tell", "complain", "ValidationError", "CommandError",
    ]
    /// Helps have one language.
    private static let helps: Set<String> = ["help", "abstract", "discussion"]

    static func findings(_ file: SourceFile) -> [Finding] {
        guard file.path.hasPrefix("Sources/recours/"),
            !rooms.contains(where: { file.path.hasPrefix($0) })
        else { return [] }
        return file.tokens.indices.compactMap { index in
            let token = file.tokens[index]
            guard token.kind == .text, !isHelp(file.tokens, index) else { return nil }
            let text = withoutInterpolations(token.text)
            // Keys are told apart by a zero byte, which no sentence has.
            guard !text.contains("\\0") else { return nil }
            guard isSentence(text) || (isSpoken(file.tokens, index) && hasWord(text)) else {
                return nil
            }
            return Finding(file.path, token.line, "“\(text)” belongs into Language/")
        }
    }

    // MARK: Texts

    private static func isSentence(_ text: String) -> Bool {
        text.range(of: #"\p{L}{2,}[,;:.]? +\p{L}{2,}"#, options: .regularExpression) != nil
    }

    private static func hasWord(_ text: String) -> Bool {
        text.range(of: #"\p{L}{2,}"#, options: .regularExpression) != nil
    }

    /// An interpolation stands for a word of its own.
    private static func withoutInterpolations(_ text: String) -> String {
        var kept = ""
        var depth = 0
        var rest = text[...]
        while let character = rest.popFirst() {
            if depth == 0, character == "\\", rest.first == "(" {
                rest.removeFirst()
                depth = 1
                kept += "#"
            } else if depth > 0 {
                depth += character == "(" ? 1 : character == ")" ? -1 : 0
            } else {
                kept.append(character)
            }
        }
        return kept
    }

    // MARK: Places

    private static func isHelp(_ tokens: [Token], _ index: Int) -> Bool {
        guard index > 1 else { return false }
        let (mark, word) = (tokens[index - 1], tokens[index - 2])
        if mark.isMark("("), word.isWord("ArgumentHelp") { return true }
        guard mark.isMark(":") else { return false }
        if helps.contains(word.text) { return true }
        return index > 3 && word.isWord("name") && tokens[index - 4].isWord("CommandGroup")
    }

    /// The first argument of what speaks, or a column's title.
    private static func isSpoken(_ tokens: [Token], _ index: Int) -> Bool {
        guard index > 1 else { return false }
        let (mark, word) = (tokens[index - 1], tokens[index - 2])
        if mark.isMark("("), speakers.contains(word.text) { return true }
        return mark.isMark(":") && word.isWord("title")
    }
}
