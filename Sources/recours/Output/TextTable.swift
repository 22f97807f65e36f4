// SPDX-License-Identifier: EUPL-1.2

/// Rows aligned by display width, as wide as their contents and no wider than the terminal.
struct TextTable {
    struct Column {
        let title: String
        var isRight = false
        /// Gives up its width first when the terminal is narrow.
        var isFlexible = false
        /// Left out, the last first, where the terminal is too narrow for all of them.
        var isOptional = false
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
        let natural = naturalWidths
        let places = places(within: width, natural)
        let widths = widths(within: width, places, natural)
        return ([columns.map(\.title)] + rows).map { row in
            var line = ""
            for place in places where place < row.count {
                line +=
                    DisplayWidth.fitted(
                        row[place], to: widths[place], alignedRight: columns[place].isRight) + "  "
            }
            while line.hasSuffix(" ") { line.removeLast() }
            return line
        }
    }

    private var naturalWidths: [Int] {
        columns.indices.map { place in
            ([columns[place].title]
                + rows.compactMap { $0.indices.contains(place) ? $0[place] : nil })
                .map(DisplayWidth.of).max() ?? 0
        }
    }

    private static func total(_ widths: some Collection<Int>) -> Int {
        widths.reduce(2 * max(0, widths.count - 1), +)
    }

    /// The columns for which there is room, at their narrowest.
    private func places(within limit: Int?, _ natural: [Int]) -> [Int] {
        var places = Array(columns.indices)
        guard let limit else { return places }
        func narrowest(_ place: Int) -> Int {
            columns[place].isFlexible
                ? min(natural[place], TextTable.leastWidth) : natural[place]
        }
        while TextTable.total(places.map(narrowest)) > limit,
            let last = places.last(where: { columns[$0].isOptional })
        {
            places.removeAll { $0 == last }
        }
        return places
    }

    /// The widest of the flexible columns gives first, so that none is left with much less than
    /// another.
    private func widths(within limit: Int?, _ places: [Int], _ natural: [Int]) -> [Int] {
        var widths = natural
        guard let limit else { return widths }
        var excess = TextTable.total(places.map { natural[$0] }) - limit
        while excess > 0 {
            let flexible = places.filter {
                columns[$0].isFlexible && widths[$0] > TextTable.leastWidth
            }
            guard let widest = flexible.max(by: { widths[$0] < widths[$1] }) else { break }
            widths[widest] -= 1
            excess -= 1
        }
        return widths
    }
}
