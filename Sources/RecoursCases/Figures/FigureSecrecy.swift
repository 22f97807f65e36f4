// SPDX-License-Identifier: EUPL-1.2

/// Which figures are withheld so that no few firms can be made out.
///
/// A figure from 1 to 4 is withheld (with a threshold of 5). That alone hides nothing: of a sum
/// and its parts, one that is missing is the difference of the others. So of every sum shown or
/// computable, either nothing is withheld, or at least two figures that are together no less than
/// the threshold. What is withheld for one sum may uncover a figure of another, hence the
/// repetition until nothing changes. 0 is shown: nobody is there.
struct FigureSecrecy {
    /// A sum with its parts, by their places in the cube's list.
    private struct Line {
        let sum: Int
        var parts: [Int] = []
        /// Whether the parts are counters of one place, and not places of one counter.
        let isOfCounters: Bool
    }

    private let threshold: Int64
    private let cells: [(cell: FigureCube.Cell, count: Int64)]
    private var lines: [Line] = []
    /// The lines that each cell is in.
    private var linesOfCell: [[Int]]
    /// The place of the counter that is nearly the same number; -1 without one.
    private var twins: [Int]
    private var waiting: [Int] = []
    /// By place in the cube's list.
    private(set) var isWithheld: [Bool]

    /// Decides for all figures of a cube.
    init(_ cube: FigureCube, threshold: Int64) {
        self.threshold = threshold
        cells = cube.cells
        linesOfCell = Array(repeating: [], count: cells.count)
        twins = Array(repeating: -1, count: cells.count)
        isWithheld = Array(repeating: false, count: cells.count)
        makeLines()
        for (place, entry) in cells.enumerated() where entry.count < threshold { withhold(place) }
        while let line = waiting.popLast() { settle(line) }
    }

    private mutating func makeLines() {
        var places: [FigureCube.Cell: Int] = [:]
        places.reserveCapacity(cells.count)
        for (place, entry) in cells.enumerated() { places[entry.cell] = place }
        // One line a sum and axis.
        var known = Array(repeating: -1, count: cells.count * FigureCube.Axis.allCases.count)
        for (place, entry) in cells.enumerated() {
            for axis in FigureCube.Axis.allCases where entry.cell[axis] {
                guard let sum = places[entry.cell.summed(over: axis)] else { continue }
                let name = sum * FigureCube.Axis.allCases.count + axis.rawValue
                if known[name] < 0 { known[name] = add(Line(sum: sum, isOfCounters: false)) }
                lines[known[name]].parts.append(place)
                linesOfCell[place].append(known[name])
            }
            if let twin = entry.cell.counter.twin, !entry.cell[.month] {
                twins[place] = places[entry.cell.counting(twin)] ?? -1
            }
            let parts = entry.cell.counter.parts.compactMap { places[entry.cell.counting($0)] }
            guard !parts.isEmpty else { continue }
            let line = add(Line(sum: place, parts: parts, isOfCounters: true))
            for part in parts { linesOfCell[part].append(line) }
        }
    }

    private mutating func add(_ line: Line) -> Int {
        lines.append(line)
        linesOfCell[line.sum].append(lines.count - 1)
        return lines.count - 1
    }

    private mutating func withhold(_ place: Int) {
        guard !isWithheld[place] else { return }
        isWithheld[place] = true
        waiting += linesOfCell[place]
        if twins[place] >= 0 { withhold(twins[place]) }
    }

    /// Withholds more of a line until what is withheld cannot be computed from the rest.
    private mutating func settle(_ number: Int) {
        let line = lines[number]
        while true {
            var hidden = 0
            var together: Int64 = 0
            for part in line.parts where isWithheld[part] {
                hidden += 1
                together += cells[part].count
            }
            let isSumHidden = isWithheld[line.sum]
            if hidden == 0, !isSumHidden { return }
            if isSumHidden ? hidden > 0 : hidden > 1 && together >= threshold { return }
            withhold(partner(line) ?? line.sum)
        }
    }

    /// The smallest figure of a line that is still shown; of counters, the one least missed.
    private func partner(_ line: Line) -> Int? {
        guard line.isOfCounters else {
            return line.parts.filter { !isWithheld[$0] }.min { cells[$0].count < cells[$1].count }
        }
        return ([line.sum] + line.parts).filter { !isWithheld[$0] }.min {
            Self.worth(cells[$0].cell.counter) < Self.worth(cells[$1].cell.counter)
        }
    }

    /// What is withheld last: what is filed, and what the rate of confirmed resolutions is made of.
    private static func worth(_ counter: FigureCounter) -> Int {
        let order: [FigureCounter] = [
            .inadmissible, .duplicates, .withdrawn, .resolved, .resolvedByMediator,
            .resolvedInSilence, .noAgreement, .open, .confirmed, .concluded, .filed,
        ]
        return order.firstIndex(of: counter) ?? 0
    }
}
