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

    init(_ answer: GetFiguresResponse) {
        let total = answer.lines.first ?? FigureLine()
        var platforms: [FigureLine] = []
        var categories: [FigureLine] = []
        var pairs: [FigureLine] = []
        var months: [FigureLine] = []
        for line in answer.lines.dropFirst() {
            let isOther = (
                line.platformID != total.platformID, line.category != total.category
            )
            switch isOther {
            case _ where !line.month.isEmpty: months.append(line)
            case (true, false): platforms.append(line)
            case (false, true): categories.append(line)
            default: pairs.append(line)
            }
        }
        readAtMs = answer.readAtMs
        threshold = answer.threshold
        self.total = total
        // One platform alone is what the charts then show.
        let isOne = platforms.isEmpty && !total.platformID.isEmpty
        self.platforms = isOne ? [total] : StatsData.byCases(platforms)
        self.categories = StatsData.byCases(categories)
        self.pairs = pairs
        self.months = StatsData.withoutGaps(months)
    }

    /// In the order in which everything is shown and written.
    var lines: [FigureLine] {
        [total] + platforms.filter { $0 != total } + categories + pairs + months
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
