// SPDX-License-Identifier: EUPL-1.2

/// Other people's text brought into lines no wider than the terminal.
enum Paragraph {
    /// Lines of a text, made harmless, broken at spaces and indented by so many columns. A word
    /// longer than a line, as an address may be, is cut nowhere: it must stay fit for copying.
    static func lines(_ text: String, indent: Int, width: Int) -> [String] {
        let margin = String(repeating: " ", count: indent)
        let room = max(20, width - indent)
        var lines: [String] = []
        let safe = SafeText.paragraphs(text).replacing("\t", with: "    ")
        for written in safe.split(separator: "\n", omittingEmptySubsequences: false) {
            var line = ""
            var used = 0
            for word in words(written) {
                let columns = DisplayWidth.of(word)
                if used > 0, used + 1 + columns > room {
                    lines.append(margin + line)
                    (line, used) = ("", 0)
                }
                if used > 0 {
                    line += " "
                    used += 1
                }
                line += word
                used += columns
            }
            lines.append(line.isEmpty ? "" : margin + line)
        }
        while lines.last == "" { lines.removeLast() }
        return lines
    }

    /// Words as they may be parted: French sets spaces before its marks and inside its quotes,
    /// where no line ends.
    private static func words(_ line: Substring) -> [String] {
        var words: [String] = []
        var isOpen = false
        for word in line.split(separator: " ", omittingEmptySubsequences: true) {
            let binds = isOpen || word.allSatisfy { ":;!?».,".contains($0) }
            if binds, let last = words.popLast() {
                words.append(last + " " + word)
            } else {
                words.append(String(word))
            }
            isOpen = word.last == "«"
        }
        return words
    }

    /// A label and what it labels, the latter wrapped beside the former.
    static func labelled(
        _ label: String, _ text: String, indent: Int, labelWidth: Int, width: Int
    ) -> [String] {
        let first =
            String(repeating: " ", count: indent) + DisplayWidth.fitted(label, to: labelWidth)
        var lines = Paragraph.lines(
            text, indent: indent + labelWidth, width: width)
        guard let top = lines.first else { return [] }
        lines[0] = first + top.dropFirst(indent + labelWidth)
        return lines
    }
}
