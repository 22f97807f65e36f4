// SPDX-License-Identifier: EUPL-1.2

/// Figures added up: what a batch changes, or everything a store holds.
package struct FigureTally: Sendable {
    /// A counter, with the month in those that have one.
    package struct CountCell: Hashable, Sendable {
        package var counter: FigureCounter
        package var month: FigureMonth?

        package init(_ counter: FigureCounter, _ month: FigureMonth?) {
            self.counter = counter
            self.month = month
        }

        package func hash(into hasher: inout Hasher) {
            // One word, for every command adds to some of these.
            let month = UInt64(UInt32(bitPattern: month?.number ?? 0))
            hasher.combine(month << 32 | UInt64(UInt32(bitPattern: counter.rawValue)))
        }
    }

    /// How long something took; see `FigureTime.minutes`.
    package struct TimeCell: Hashable, Sendable {
        package var time: FigureTime
        /// When it ended, of times that are kept by month.
        package var month: FigureMonth?
        package var minutes: Int32

        package init(_ time: FigureTime, month: FigureMonth? = nil, minutes: Int32) {
            self.time = time
            self.month = month
            self.minutes = minutes
        }
    }

    /// Cells may hold 0 where what was counted has moved on.
    package private(set) var counts: [FigureKey: [CountCell: Int64]] = [:]
    package private(set) var times: [FigureKey: [TimeCell: Int64]] = [:]

    package init() {}

    package var isEmpty: Bool { counts.isEmpty && times.isEmpty }

    package mutating func add(_ changes: [FigureChange]) {
        var rest = changes[...]
        // Most decisions change one key, which is then looked up once.
        while let key = rest.first?.key {
            let run = rest.prefix { $0.key == key }
            rest = rest.dropFirst(run.count)
            Self.count(run, &counts[key, default: [:]])
            for case .time(let time, let month, let minutes) in run.lazy.map(\.step) {
                add(1, to: TimeCell(time, month: month, minutes: minutes), of: key)
            }
        }
    }

    private static func count(
        _ run: ArraySlice<FigureChange>, _ cells: inout [CountCell: Int64]
    ) {
        for case .count(let counter, let month, let amount) in run.lazy.map(\.step) {
            cells[CountCell(counter, month), default: 0] += amount
        }
    }

    package mutating func add(_ amount: Int64, to cell: CountCell, of key: FigureKey) {
        counts[key, default: [:]][cell, default: 0] += amount
    }

    package mutating func add(_ amount: Int64, to cell: TimeCell, of key: FigureKey) {
        times[key, default: [:]][cell, default: 0] += amount
    }

    package mutating func add(_ other: FigureTally) {
        for (key, cells) in other.counts {
            for (cell, amount) in cells { add(amount, to: cell, of: key) }
        }
        for (key, cells) in other.times {
            for (cell, amount) in cells { add(amount, to: cell, of: key) }
        }
    }

    /// The same without the cells that hold 0: equal tallies are those that are equal so.
    package var compact: FigureTally {
        var compact = FigureTally()
        compact.counts = counts.compactMapValues { cells in
            let kept = cells.filter { $0.value != 0 }
            return kept.isEmpty ? nil : kept
        }
        compact.times = times.compactMapValues { cells in
            let kept = cells.filter { $0.value != 0 }
            return kept.isEmpty ? nil : kept
        }
        return compact
    }
}

extension FigureTally: Equatable {}
