// SPDX-License-Identifier: EUPL-1.2

/// A line of Swift, taken apart at its first pair of parentheses.
struct Parentheses {
    let before: String
    let arguments: [String]
    let after: String

    /// Nil if there is no pair, or nothing in it.
    init?(firstIn line: String) {
        guard let open = line.firstIndex(of: "(") else { return nil }
        var depth = 0
        var arguments: [String] = [""]
        var rest = line[line.index(after: open)...]
        while let character = rest.popFirst() {
            switch character {
            case "(", "[", "<": depth += 1
            case ")" where depth == 0:
                guard arguments != [""] else { return nil }
                before = String(line[..<open])
                self.arguments = arguments.map { String($0.drop { $0 == " " }) }
                after = String(rest)
                return
            case ")", "]", ">": depth -= 1
            case "," where depth == 0:
                arguments.append("")
                continue
            default: break
            }
            arguments[arguments.count - 1].append(character)
        }
        return nil
    }
}
