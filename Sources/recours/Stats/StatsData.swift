// SPDX-License-Identifier: EUPL-1.2

internal import RecoursClient
internal import RecoursMessages

/// A server's figures, sorted into what each table and chart shows.
struct StatsData: Sendable {
    /// In milliseconds since 1970.
    let readAtMs: Int64
    /// Counts below it are withheld; 0: none is.
    let threshold: UInt32
    /// Of all that was asked for.
    let total: FigureLine
    /// The platforms with the most cases first.
    let platforms: [FigureLine]
    let categories: [FigureLine]
    /// Of a platform and a category.
    let pairs: [FigureLine]
    /// Every month from the first to the last.
    let months: [FigureLine]
    /// Of a platform and a month, both in order: removals and their times alone.
    let removals: [FigureLine]
    /// Months were asked for, and the server keeps none of what was asked for.
    let monthsLeftOut: Bool
    /// Of the caller's own cases: removals alone, and nothing withheld.
    let isOwn: Bool
    /// There are older removals of the caller's than were counted.
    let olderLeftOut: Bool

    init(_ answer: GetFiguresResponse) {
        self.init(
            answer.lines, readAtMs: answer.readAtMs, threshold: answer.threshold,
            monthsLeftOut: answer.monthsLeftOut)
    }

    init(_ answer: GetOwnRemovalsResponse) {
        self.init(
            answer.lines, readAtMs: answer.readAtMs, threshold: 0, isOwn: true,
            olderLeftOut: answer.olderLeftOut)
    }

    private init(
        _ lines: [FigureLine], readAtMs: Int64, threshold: UInt32, monthsLeftOut: Bool = false,
        isOwn: Bool = false, olderLeftOut: Bool = false
    ) {
        let total = lines.first ?? FigureLine()
        var platforms: [FigureLine] = []
        var categories: [FigureLine] = []
        var pairs: [FigureLine] = []
        var months: [FigureLine] = []
        var removals: [FigureLine] = []
        for line in lines.dropFirst() {
            let isOther = (
                line.platformID != total.platformID, line.category != total.category
            )
            switch isOther {
            case (true, _) where !line.month.isEmpty: removals.append(line)
            case _ where !line.month.isEmpty: months.append(line)
            case (true, false): platforms.append(line)
            case (false, true): categories.append(line)
            default: pairs.append(line)
            }
        }
        self.readAtMs = readAtMs
        self.threshold = threshold
        self.monthsLeftOut = monthsLeftOut
        self.isOwn = isOwn
        self.olderLeftOut = olderLeftOut
        self.total = total
        // One platform alone is what the charts then show.
        let isOne = platforms.isEmpty && !total.platformID.isEmpty
        self.platforms = isOne ? [total] : StatsData.byCases(platforms)
        self.categories = StatsData.byCases(categories)
        self.pairs = pairs
        self.months = StatsData.withoutGaps(months)
        // Of one platform alone the months are its own.
        self.removals =
            isOne
            ? months.filter { $0[.removals] != 0 } : StatsData.inOrder(removals, of: self.platforms)
    }

    /// In the order in which everything is shown and written.
    var lines: [FigureLine] {
        [total] + platforms.filter { $0 != total } + categories + pairs + months
            + removals.filter { $0.platformID != total.platformID }
    }

    /// What a line counts; of the rest it says nothing.
    func counts(_ counter: FigureCounter, in line: FigureLine) -> Bool {
        if line.month.isEmpty { return !isOwn || counter == .removals }
        let isOfAll = line.platformID == total.platformID && !isOwn
        return isOfAll ? StatsData.monthly.contains(counter) : counter == .removals
    }

    private static let monthly: Set<FigureCounter> = [
        .received, .answered, .escalated, .resolutions, .removals,
    ]

    /// The months of removals from the first to the last, none left out.
    var removalMonths: [String] {
        let found = Set(removals.map(\.month)).map { FigureLine(month: $0) }
        return StatsData.withoutGaps(found).map(\.month)
    }

    /// Months of platforms, the platforms in an order.
    private static func inOrder(
        _ lines: [FigureLine], of platforms: [FigureLine]
    ) -> [FigureLine] {
        let groups = Dictionary(grouping: lines, by: \.platformID)
        let known = platforms.map(\.platformID)
        let others = groups.keys.filter { !known.contains($0) }.sorted()
        return (known + others).flatMap { groups[$0] ?? [] }
    }

    private static func byCases(_ lines: [FigureLine]) -> [FigureLine] {
        // What is withheld stands behind what is shown, in an order that says nothing of it.
        lines.enumerated().sorted { left, right in
            let first = (left.element[.filed] ?? 0, right.offset)
            let second = (right.element[.filed] ?? 0, left.offset)
            return first > second
        }.map(\.element)
    }

    /// Months in which nothing happened are months all the same.
    private static func withoutGaps(_ lines: [FigureLine]) -> [FigureLine] {
        let known = Dictionary(lines.map { ($0.month, $0) }) { first, _ in first }
        let numbers = known.keys.compactMap(number)
        guard let first = numbers.min(), let last = numbers.max(), last - first < 600 else {
            return lines
        }
        return (first...last).map { number in
            let month = number % 12 + 1
            let text = "\(number / 12)-\(month < 10 ? "0" : "")\(month)"
            return known[text] ?? FigureLine(month: text)
        }
    }

    private static func number(_ month: String) -> Int? {
        let parts = month.split(separator: "-").compactMap { Int($0) }
        return parts.count == 2 && (1...12).contains(parts[1]) ? parts[0] * 12 + parts[1] - 1 : nil
    }
}
