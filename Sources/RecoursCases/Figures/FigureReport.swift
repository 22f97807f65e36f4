// SPDX-License-Identifier: EUPL-1.2

/// Which figures are asked for; what is nil does not narrow.
package struct FigureQuery: Hashable, Sendable {
    package var platform: String?
    package var category: CaseCategory?
    /// 16 bytes.
    package var campaign: [UInt8]?
    /// Also by month, where counters have months; see `leavesMonthsOut`.
    package var byMonth = false
    /// Also the removals of each platform by month.
    package var removalsByPlatform = false
    /// Also by platform and category together.
    package var byPlatformAndCategory = false
    /// Whether small figures are withheld.
    package var isPublic = true

    /// Counts below it are withheld; 0 for those who may see all.
    package var threshold: Int64 { isPublic ? FigureQuery.publicThreshold : 0 }

    /// Months are asked for of a category within a campaign, of which none are kept.
    package var leavesMonthsOut: Bool { byMonth && category != nil && campaign != nil }

    /// Fewer than five might be made out (issue "Figures"; `domain.md` §7).
    package static let publicThreshold: Int64 = 5

    package init() {}
}

/// A count as it is shown.
package enum FigureCount: Hashable, Sendable {
    case exact(Int64)
    /// Too small to be shown, or a key to one that is.
    case withheld
}

/// How long things took; nil where there are too few of them.
package struct FigureTimes: Hashable, Sendable {
    package let time: FigureTime
    /// Of how many.
    package let sample: FigureCount
    package let medianMinutes: Int32?
    /// 95 in 100 took no longer.
    package let percentile95Minutes: Int32?
}

/// One counter as it is shown.
package struct CountedFigure: Hashable, Sendable {
    package let counter: FigureCounter
    package let count: FigureCount
}

/// The figures of a platform, a category, a month, or of all together.
package struct FigureLine: Hashable, Sendable {
    /// Nil: all that the query admits.
    package let platform: String?
    package let category: CaseCategory?
    package let month: FigureMonth?
    /// In the order of the counters; those that are 0 are left out.
    package let counts: [CountedFigure]
    /// Those that occurred; in lines of a month, those that are kept by month.
    package let times: [FigureTimes]

    /// 0 if it isn't there.
    package subscript(counter: FigureCounter) -> FigureCount {
        counts.first { $0.counter == counter }?.count ?? .exact(0)
    }
}

/// Figures as they are shown: the sum of all, then by platform, by category, by both, by month, and
/// removals by platform and month.
package struct FigureReport: Hashable, Sendable {
    package let lines: [FigureLine]

    package init(_ ledger: FigureLedger, _ query: FigureQuery) {
        var gatherer = LineGatherer(cube: ledger.cube, query: query)
        gatherer.take(ledger.cube.cells, ledger.isSecret)
        gatherer.take(ledger.times)
        lines = gatherer.lines(threshold: query.threshold)
    }
}

/// Sorts cells and times into the lines of a report.
private struct LineGatherer {
    private struct Name: Hashable {
        var platform: UInt32
        var category: Int32
        var month: Int32

        /// Sums first, then platforms, categories, both, months, months of platforms.
        var order: (Int, UInt32, Int32, Int32) {
            let rank = month != 0 ? 4 : (platform != 0 ? 1 : 0) + (category != 0 ? 2 : 0)
            return (rank, platform, category, month)
        }
    }

    private let cube: FigureCube
    private let query: FigureQuery
    /// The asked platform and campaign; 0 for all, nil for one of which nothing is known.
    private let platform: UInt32?
    private let campaign: UInt32?
    private let category: Int32
    private var counts: [Name: [CountedFigure]] = [:]
    private var times: [Name: [FigureTime: TimeDistribution]] = [:]

    init(cube: FigureCube, query: FigureQuery) {
        self.cube = cube
        self.query = query
        platform = query.platform.map { cube.number(ofPlatform: $0) } ?? 0
        campaign = query.campaign.map { cube.number(ofCampaign: $0) } ?? 0
        category = query.category?.rawValue ?? 0
        // There is always a sum, be it of nothing.
        counts[Name(platform: platform ?? 0, category: category, month: 0)] = []
    }

    // MARK: Counts

    mutating func take(_ cells: [(cell: FigureCube.Cell, count: Int64)], _ isSecret: [Bool]) {
        guard let platform, let campaign else { return }
        for (place, (cell, value)) in cells.enumerated() where cell.campaign == campaign {
            let isAsked =
                (platform == 0 || cell.platform == platform)
                && (category == 0 || cell.category == category)
            let name = Name(platform: cell.platform, category: cell.category, month: cell.month)
            guard isAsked, admits(name, cell.counter) else { continue }
            let isWithheld = query.isPublic && isSecret[place]
            let count = isWithheld ? FigureCount.withheld : .exact(value)
            counts[name, default: []].append(CountedFigure(counter: cell.counter, count: count))
        }
    }

    private func admits(_ name: Name, _ counter: FigureCounter) -> Bool {
        if name.category == FigureCube.noCategory { return false }
        let isNarrowed = (name.platform != 0 && platform == 0, name.category != 0 && category == 0)
        guard name.month != 0 else {
            return isNarrowed != (true, true) || query.byPlatformAndCategory
        }
        if isNarrowed.1 || query.leavesMonthsOut { return false }
        return isNarrowed.0 ? query.removalsByPlatform && counter == .removals : query.byMonth
    }

    // MARK: Times

    mutating func take(_ all: [FigureKey: [FigureTally.TimeCell: Int64]]) {
        guard let platform, campaign != nil else { return }
        for (key, cells) in all {
            let number = cube.number(ofPlatform: key.platform) ?? 0
            let isAsked =
                (platform == 0 || number == platform)
                && (category == 0 || key.category?.rawValue == category)
                && (query.campaign.map { $0 == key.campaign } ?? true)
            guard isAsked else { continue }
            let value = key.category?.rawValue ?? FigureCube.noCategory
            // Thousands of cells are of one month, or of none.
            var known: [FigureMonth?: [Name]] = [:]
            for (cell, count) in cells where count > 0 {
                let names =
                    known[cell.month] ?? names(platform: number, category: value, of: cell)
                known[cell.month] = names
                for name in names {
                    times[name, default: [:]][cell.time, default: TimeDistribution()]
                        .add(count, minutes: cell.minutes)
                }
            }
        }
    }

    /// The lines in which a time of a platform and a category counts.
    private func names(
        platform number: UInt32, category value: Int32, of cell: FigureTally.TimeCell
    ) -> [Name] {
        var names: [Name] = []
        for platform in number == platform ? [number] : [platform ?? 0, number] {
            for category in value == category ? [value] : [category, value] {
                for month in cell.month.map({ [0, $0.number] }) ?? [0] {
                    let name = Name(platform: platform, category: category, month: month)
                    if admits(name, cell.time.counter) { names.append(name) }
                }
            }
        }
        return names
    }

    // MARK: Lines

    func lines(threshold: Int64) -> [FigureLine] {
        counts.keys.sorted { $0.order < $1.order }.map { name in
            let counts = (counts[name] ?? []).sorted { $0.counter.rawValue < $1.counter.rawValue }
            return FigureLine(
                platform: platformName(name), category: CaseCategory(rawValue: name.category),
                month: FigureMonth(number: name.month), counts: counts,
                times: times(of: name, counts, threshold: threshold))
        }
    }

    private func platformName(_ name: Name) -> String? {
        if name.platform == 0 { return query.platform }
        return cube.platforms[Int(name.platform) - 1]
    }

    private func times(
        of name: Name, _ counts: [CountedFigure], threshold: Int64
    ) -> [FigureTimes] {
        guard let distributions = times[name] else { return [] }
        return FigureTime.allCases.compactMap { time in
            guard let distribution = distributions[time] else { return nil }
            let sample = counts.first { $0.counter == time.counter }?.count ?? .withheld
            // Of a number that is withheld a median would say that it is five or more.
            let isEnough = distribution.sample >= threshold && sample != .withheld
            return FigureTimes(
                time: time, sample: sample,
                medianMinutes: isEnough ? distribution.percentile(50) : nil,
                percentile95Minutes: isEnough ? distribution.percentile(95) : nil)
        }
    }
}
