// SPDX-License-Identifier: EUPL-1.2

/// A Swift file under way: lines with their indentation.
struct SourceText {
    private(set) var text: String
    private var depth = 0

    /// Begins a file with the licence, where it comes from, and its imports.
    init(from file: String, imports: [String]) {
        text = """
            // SPDX-License-Identifier: EUPL-1.2

            // Written by recours-codegen from Protos/\(file).

            """
        if !imports.isEmpty {
            text += "\n" + imports.sorted { Self.module($0) < Self.module($1) }.joined(separator: "\n")
            text += "\n"
        }
        text += "\n"
    }

    mutating func line(_ content: String = "") {
        text += content.isEmpty ? "\n" : String(repeating: "    ", count: depth) + content + "\n"
    }

    /// A line that opens a block, what is within, and the closing brace.
    mutating func block(_ head: String, _ body: (inout SourceText) -> Void) {
        line(head + " {")
        depth += 1
        body(&self)
        depth -= 1
        line("}")
    }

    mutating func indented(_ body: (inout SourceText) -> Void) {
        depth += 1
        body(&self)
        depth -= 1
    }

    /// A documentation comment, wrapped at 100 columns; `otherwise` if the schema has no comment.
    mutating func document(_ comment: String, otherwise: String) {
        let words = comment.split(whereSeparator: \.isWhitespace)
        let room = 100 - depth * 4 - 4
        var current = ""
        for word in words.isEmpty ? otherwise.split(separator: " ") : words {
            if !current.isEmpty, current.count + 1 + word.count > room {
                line("/// " + current)
                current = ""
            }
            current += current.isEmpty ? String(word) : " " + word
        }
        line("/// " + current)
    }

    private static func module(_ line: String) -> Substring { line.split(separator: " ").last ?? "" }
}
