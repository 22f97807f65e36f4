// SPDX-License-Identifier: EUPL-1.2

/// Rows aligned by display width, as wide as their contents and no wider than the terminal.
struct TextTable {
    struct Column {
        let title: String
        var isRight = false
        /// Gives up its width first when the terminal is narrow.
        var isFlexible = false
    }

    /// Narrower no column gets.
    static let leastWidth = 8

    let columns: [Column]
    private(set) var rows: [[String]] = []

    init(_ columns: [Column]) {
        self.columns = columns
    }

    /// Cells are neutralised here, so that no caller can forget it.
    mutating func add(_ cells: [String]) {
        rows.append(cells.map(SafeText.line))
    }

    /// The lines, title first; `width` nil for as wide as it takes (a file, a pipe).
    func lines(width: Int?) -> [String] {
        let widths = widths(within: width)
        return ([columns.map(\.title)] + rows).map { row in
            var line = ""
            for (place, cell) in row.enumerated() where place < columns.count {
                let isLast = place == columns.count - 1
                let fitted = DisplayWidth.fitted(
                    cell, to: widths[place], alignedRight: columns[place].isRight)
                line += isLast ? fitted : fitted + "  "
            }
            while line.hasSuffix(" ") { line.removeLast() }
            return line
        }
    }

    private func widths(within limit: Int?) -> [Int] {
        var widths = columns.indices.map { place in
            ([columns[place].title]
                + rows.compactMap { $0.indices.contains(place) ? $0[place] : nil })
                .map(DisplayWidth.of).max() ?? 0
        }
        guard let limit else { return widths }
        let gaps = 2 * max(0, columns.count - 1)
        var excess = widths.reduce(gaps, +) - limit
        for place in columns.indices where columns[place].isFlexible && excess > 0 {
            let given = min(excess, max(0, widths[place] - TextTable.leastWidth))
            widths[place] -= given
            excess -= given
        }
        return widths
    }
}
