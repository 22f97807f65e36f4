// SPDX-License-Identifier: EUPL-1.2

/// A table that says which test holds which promise is worth nothing once a test is renamed.
enum ConformanceRule {
    static let table = ".github/CONFORMANCE.md"
    private static let rowPrefix = "hostile: "

    /// Names in the last column, or in a paragraph, that are no test's.
    static func findings(_ tree: SourceTree) -> [Finding] {
        guard let table = tree.files.first(where: { $0.path == table }) else {
            return [Finding(table, nil, "is not there")]
        }
        let tests = Set(tree.swift.filter(\.isTest).flatMap(names))
        let rows = Set(tree.files.filter { $0.path.hasPrefix("Tests/Hostile/") }.flatMap(rowNames))
        return table.lines.enumerated().flatMap { index, line in
            quoted(line).compactMap { name in
                let isKnown =
                    name.hasPrefix(rowPrefix)
                    ? rows.contains(String(name.dropFirst(rowPrefix.count)))
                    : tests.contains(name)
                return isKnown ? nil : Finding(table.path, index + 1, "no test is called “\(name)”")
            }
        }
    }

    /// The names of a file's tests.
    static func names(_ file: SourceFile) -> [String] {
        let tokens = file.tokens
        return tokens.indices.compactMap { index in
            guard index > 0, index + 2 < tokens.count, tokens[index].isWord("Test"),
                tokens[index - 1].isMark("@"), tokens[index + 2].kind == .text
            else { return nil }
            return tokens[index + 2].text
        }
    }

    /// What stands between the first quotes behind `@row(`, on the same line.
    static func rowNames(_ file: SourceFile) -> [String] {
        file.lines.compactMap { line in
            guard line.hasPrefix("@row(") else { return nil }
            let parts = line.split(separator: "\"", omittingEmptySubsequences: false)
            return parts.count > 2 ? String(parts[1]) : nil
        }
    }

    /// Quoted names that read as those of tests: sentences, or rows. Code is quoted too, and has no
    /// spaces or a dot and a slash among them.
    private static func quoted(_ line: String) -> [String] {
        let cell = line.hasPrefix("|") ? lastCell(line) : line
        return cell.split(separator: "`", omittingEmptySubsequences: false).enumerated()
            .filter { $0.offset % 2 == 1 }.map { String($0.element) }
            .filter { $0.hasPrefix(rowPrefix) || isSentence($0) }
    }

    private static func isSentence(_ text: String) -> Bool {
        text.split(separator: " ").count > 2 && text.first?.isLowercase == false
    }

    private static func lastCell(_ line: String) -> String {
        let cells = line.split(separator: "|", omittingEmptySubsequences: false).dropLast()
        return cells.last.map(String.init) ?? ""
    }
}
