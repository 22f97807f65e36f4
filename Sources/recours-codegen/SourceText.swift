// SPDX-License-Identifier: EUPL-1.2

/// A Swift file under way: lines with their indentation.
struct SourceText {
    private static let width = 100

    private(set) var text: String
    private var depth = 0

    private var indentation: String { String(repeating: "    ", count: depth) }

    /// Begins a file with the licence, where it comes from, and its imports.
    init(from file: String, imports: [String]) {
        text = """
            // SPDX-License-Identifier: EUPL-1.2

            // Written by recours-codegen from Protos/\(file).

            """
        if !imports.isEmpty {
            text +=
                "\n" + imports.sorted { Self.module($0) < Self.module($1) }.joined(separator: "\n")
            text += "\n"
        }
        text += "\n"
    }

    /// A line; one that is too long is broken at its first parentheses.
    mutating func line(_ content: String = "") {
        guard depth * 4 + content.count > Self.width, !content.hasPrefix("//"),
            let call = Parentheses(firstIn: content)
        else {
            text += content.isEmpty ? "\n" : indentation + content + "\n"
            return
        }
        // A declaration closes on a line of its own, a call on its last argument's.
        let isDeclaration = call.after.hasSuffix("{") || call.after.hasSuffix(" in")
        let end = isDeclaration ? "" : ")" + call.after
        text += indentation + call.before + "(\n"
        depth += 1
        let joined = call.arguments.joined(separator: ", ") + end
        let fits = depth * 4 + joined.count <= Self.width
        if fits {
            text += indentation + joined + "\n"
        } else {
            for argument in call.arguments.dropLast() { line(argument + ",") }
            line((call.arguments.last ?? "") + (call.after.isEmpty ? end : ""))
        }
        let closes = isDeclaration || (!fits && !call.after.isEmpty)
        depth -= 1
        if closes { text += indentation + ")" + call.after + "\n" }
    }

    /// `target = value`, broken after the sign if it is too long.
    mutating func assignment(_ target: String, _ value: String) {
        if depth * 4 + target.count + 3 + value.count <= Self.width {
            line("\(target) = \(value)")
        } else {
            line("\(target) =")
            indented { $0.line(value) }
        }
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
        let room = Self.width - depth * 4 - 4
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

    private static func module(_ line: String) -> Substring {
        line.split(separator: " ").last ?? ""
    }
}
