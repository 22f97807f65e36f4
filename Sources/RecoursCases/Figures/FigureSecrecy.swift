// SPDX-License-Identifier: EUPL-1.2

/// Which figures are withheld so that no few firms can be made out.
///
/// A figure from 1 to 4 is withheld (with a threshold of 5). That alone hides nothing: of a sum
/// and its parts, one that is missing is the difference of the others. So of every sum shown or
/// computable, either nothing is withheld, or at least two figures that are together no less than
/// the threshold. What is withheld for one sum may uncover a figure of another, hence the
/// repetition until nothing changes. 0 is shown: nobody is there.
struct FigureSecrecy {
    typealias Cell = FigureCube.Cell

    /// A sum with its parts: over an axis, or (nil) of counters.
    private struct Line: Hashable {
        var sum: Cell
        var axis: FigureCube.Axis?
    }

    private let threshold: Int64
    private let values: [Cell: Int64]
    private var parts: [Line: [Cell]] = [:]
    private var waiting: [Line] = []
    private(set) var withheld: Set<Cell> = []

    /// Decides for all figures of a cube. A threshold of 0 or 1 withholds none.
    init(_ cube: FigureCube, threshold: Int64) {
        self.threshold = threshold
        values = cube.values
        guard threshold > 1 else { return }
        for cell in cube.cells {
            for axis in FigureCube.Axis.allCases where cell[axis] {
                parts[Line(sum: cell.summed(over: axis), axis: axis), default: []].append(cell)
            }
            let counters = cell.counter.parts.map { cell.counting($0) }
            let counted = counters.filter { values[$0] != nil }
            if !counted.isEmpty { parts[Line(sum: cell, axis: nil)] = counted }
        }
        for cell in cube.cells where (values[cell] ?? 0) < threshold { withhold(cell) }
        while let line = waiting.popLast() { settle(line) }
    }

    private mutating func withhold(_ cell: Cell) {
        guard withheld.insert(cell).inserted else { return }
        for axis in FigureCube.Axis.allCases {
            waiting.append(
                Line(sum: cell[axis] ? cell.summed(over: axis) : cell, axis: axis))
        }
        waiting.append(Line(sum: cell, axis: nil))
        for sum in FigureCounter.allCases where sum.parts.contains(cell.counter) {
            waiting.append(Line(sum: cell.counting(sum), axis: nil))
        }
    }

    /// Withholds more of a line until what is withheld cannot be computed from the rest.
    private mutating func settle(_ line: Line) {
        guard let parts = parts[line] else { return }
        while true {
            let hidden = parts.filter(withheld.contains)
            let isSumHidden = withheld.contains(line.sum)
            if hidden.isEmpty, !isSumHidden { return }
            let together = hidden.reduce(0) { $0 + (values[$1] ?? 0) }
            if isSumHidden ? !hidden.isEmpty : hidden.count > 1 && together >= threshold { return }
            withhold(partner(line, parts) ?? line.sum)
        }
    }

    /// The smallest figure of a line that is still shown; of counters, the one least missed.
    private func partner(_ line: Line, _ parts: [Cell]) -> Cell? {
        guard line.axis != nil else {
            let shown = ([line.sum] + parts).filter { !withheld.contains($0) }
            return shown.min { Self.worth($0.counter) < Self.worth($1.counter) }
        }
        return parts.filter { !withheld.contains($0) }.min {
            (values[$0] ?? 0) < (values[$1] ?? 0)
        }
    }

    /// The rate of confirmed resolutions is made of the last two.
    private static func worth(_ counter: FigureCounter) -> Int {
        let order: [FigureCounter] = [
            .resolved, .resolvedByMediator, .resolvedInSilence, .noAgreement, .confirmed,
            .concluded,
        ]
        return order.firstIndex(of: counter) ?? 0
    }
}
