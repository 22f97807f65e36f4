// SPDX-License-Identifier: EUPL-1.2

/// Files, functions and lines that can be read at a glance.
enum SizeRule {
    static let fileLines = 500
    static let functionLines = 60
    static let width = 100
    /// Schemas, scripts and C may put a trailing remark beside what it is about.
    static let widthElsewhere = 120

    static func findings(_ file: SourceFile) -> [Finding] {
        guard !file.isGenerated else { return [] }
        return fileFindings(file) + widthFindings(file) + functionFindings(file)
    }

    private static func isCode(_ file: SourceFile) -> Bool {
        [".swift", ".c", ".h", ".py", ".sh", ".proto"].contains { file.name.hasSuffix($0) }
            || file.path.hasPrefix(".ci/")
    }

    private static func fileFindings(_ file: SourceFile) -> [Finding] {
        // The last line ends in a newline, after which nothing stands.
        let count = file.lines.last == "" ? file.lines.count - 1 : file.lines.count
        guard isCode(file), count > fileLines else { return [] }
        return [Finding(file.path, nil, "has \(count) lines; \(fileLines) is the limit")]
    }

    private static func widthFindings(_ file: SourceFile) -> [Finding] {
        guard isCode(file) else { return [] }
        let limit = file.isSwift ? width : widthElsewhere
        return file.lines.enumerated().compactMap { index, line in
            // Most lines are shorter than the limit in bytes, which is the quicker count.
            guard line.utf8.count > limit, line.count > limit else { return nil }
            return Finding(file.path, index + 1, "is \(line.count) wide; \(limit) is the limit")
        }
    }

    // MARK: Functions

    private static let typeWords: Set<String> = [
        "struct", "class", "enum", "actor", "protocol", "extension",
    ]
    private static let memberWords: Set<String> = [
        "func", "init", "deinit", "subscript", "var", "let",
    ]

    /// The outermost braces that aren't a type's: functions, initialisers, accessors and closures
    /// kept in properties.
    static func functionFindings(_ file: SourceFile) -> [Finding] {
        var findings: [Finding] = []
        var scanner = HeadScanner()
        for token in file.tokens {
            guard let body = scanner.take(token), body.lines > functionLines else { continue }
            findings.append(
                Finding(
                    file.path, body.start,
                    "\(body.name) has \(body.lines) lines; \(functionLines) is the limit"))
        }
        return findings
    }

    private struct Body {
        let name: String
        let start: Int
        let end: Int

        var lines: Int { end - start + 1 }
    }

    /// Follows braces, and what was declared before each.
    private struct HeadScanner {
        private var head: (word: String, name: String, line: Int)?
        private var previous: Token?
        private var parentheses = 0
        /// Braces open in the body being measured.
        private var bodyDepth = 0
        private var open: (name: String, start: Int)?

        /// Returns a body once its closing brace is met.
        mutating func take(_ token: Token) -> Body? {
            defer { previous = token }
            if open != nil { return takeInBody(token) }
            switch token.kind {
            case .text: break
            case .word: takeWord(token)
            case .mark:
                if token.text == "(" || token.text == "[" { parentheses += 1 }
                if token.text == ")" || token.text == "]" { parentheses -= 1 }
                if token.text == "{" { takeOpening(token) }
                if token.text == "}" { head = nil }
            }
            return nil
        }

        private mutating func takeWord(_ token: Token) {
            if let head, previous?.isWord(head.word) == true {
                self.head?.name = token.text
            }
            guard parentheses == 0, previous?.isMark(".") != true else { return }
            let isType = SizeRule.typeWords.contains(token.text)
            // `class func`, and variables which are called `actor`.
            if isType, let head, SizeRule.memberWords.contains(head.word), head.line == token.line {
                return
            }
            if isType || SizeRule.memberWords.contains(token.text) {
                head = (token.text, "", token.line)
            }
        }

        private mutating func takeOpening(_ token: Token) {
            if let head, SizeRule.typeWords.contains(head.word), parentheses == 0 {
                self.head = nil
                return
            }
            // A closure among arguments is measured alone: its function, or a table of such, goes
            // on.
            let owner = parentheses == 0 ? head : nil
            open = (owner.map { "\($0.word) \($0.name)" } ?? "a closure", owner?.line ?? token.line)
            bodyDepth = 1
            if parentheses == 0 { head = nil }
        }

        private mutating func takeInBody(_ token: Token) -> Body? {
            if token.isMark("{") { bodyDepth += 1 }
            if token.isMark("}") { bodyDepth -= 1 }
            guard bodyDepth == 0, let open else { return nil }
            self.open = nil
            return Body(name: open.name, start: open.start, end: token.line)
        }
    }
}
