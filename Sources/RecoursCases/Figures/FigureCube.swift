// SPDX-License-Identifier: EUPL-1.2

/// All figures with all their sums: over platforms, categories and campaigns and each combination
/// of them; and of what is counted by month, the months of each platform and campaign, and of each
/// platform and category.
///
/// Secrecy needs the whole, whatever is asked for: two answers must not give away together what
/// neither of them says.
struct FigureCube: Sendable {
    /// Over what a sum runs.
    enum Axis: Int, CaseIterable {
        case campaign, category, platform, month
    }

    /// One figure. A coordinate of 0 is the sum over its axis.
    struct Cell: Hashable {
        var platform: UInt32
        var campaign: UInt32
        var month: Int32
        var category: Int32
        var counter: FigureCounter

        func hash(into hasher: inout Hasher) {
            // Two words are a third of the work of five numbers.
            hasher.combine(UInt64(platform) << 32 | UInt64(campaign))
            hasher.combine(
                UInt64(UInt32(bitPattern: month)) << 32
                    | UInt64(UInt32(bitPattern: category << 8 | counter.rawValue)))
        }

        /// Whether it is of one place on the axis, and so a part of a sum.
        subscript(axis: Axis) -> Bool {
            switch axis {
            case .platform: platform != 0
            case .category: category != 0
            case .campaign: campaign != 0
            case .month: month != 0
            }
        }

        /// The sum over an axis to which this belongs.
        func summed(over axis: Axis) -> Cell {
            var sum = self
            switch axis {
            case .platform: sum.platform = 0
            case .category: sum.category = 0
            case .campaign: sum.campaign = 0
            case .month: sum.month = 0
            }
            return sum
        }

        func counting(_ counter: FigureCounter) -> Cell {
            var other = self
            other.counter = counter
            return other
        }
    }

    /// The coordinate of what is of no category: in the sums, where secrecy must know of it, and in
    /// no line of its own.
    static let noCategory: Int32 = 255

    /// By number, which counts from 1.
    let platforms: [String]
    private let platformNumbers: [String: UInt32]
    private let campaignNumbers: [[UInt8]: UInt32]
    /// Those above 0, in an order that depends on the figures alone; what isn't here is 0.
    private(set) var cells: [(cell: Cell, count: Int64)] = []

    init(_ tally: FigureTally) {
        let platforms = Set(tally.counts.keys.map(\.platform)).sorted()
        let campaigns = Set(tally.counts.keys.map(\.campaign)).sorted {
            $0.lexicographicallyPrecedes($1)
        }
        self.platforms = platforms
        platformNumbers = Dictionary(
            uniqueKeysWithValues: zip(platforms, 1...UInt32(platforms.count + 1)))
        campaignNumbers = Dictionary(
            uniqueKeysWithValues: zip(campaigns, 1...UInt32(campaigns.count + 1)))
        var totals: [Cell: Int64] = [:]
        var months: [Cell: Int64] = [:]
        // Of a campaign and a category together no months are kept: with a dozen campaigns these
        // would be more figures than all others.
        var categoryMonths: [Cell: Int64] = [:]
        for (key, counts) in tally.counts {
            let blank = Cell(
                platform: platformNumbers[key.platform] ?? 0,
                campaign: campaignNumbers[key.campaign] ?? 0, month: 0,
                category: key.category?.rawValue ?? Self.noCategory, counter: .filed)
            for (name, count) in counts where count > 0 {
                var cell = blank.counting(name.counter)
                totals[cell, default: 0] += count
                guard let month = name.month else { continue }
                cell.month = month.number
                months[cell.summed(over: .category), default: 0] += count
                categoryMonths[cell.summed(over: .campaign), default: 0] += count
            }
        }
        Self.addSums(to: &totals, over: [.campaign, .category, .platform])
        Self.addSums(to: &months, over: [.campaign, .platform])
        Self.addSums(to: &categoryMonths, over: [.platform])
        totals.merge(months) { total, _ in total }
        totals.merge(categoryMonths) { total, _ in total }
        cells = totals.map { ($0.key, $0.value) }.sorted { Self.precedes($0.cell, $1.cell) }
    }

    /// The number of a platform, or of a campaign; nil if there is no figure of it.
    func number(ofPlatform platform: String) -> UInt32? { platformNumbers[platform] }
    func number(ofCampaign campaign: [UInt8]) -> UInt32? { campaignNumbers[campaign] }

    /// One axis after the other, so that what is summed already is summed as one.
    private static func addSums(to counts: inout [Cell: Int64], over axes: [Axis]) {
        for axis in axes {
            for (cell, count) in counts where cell[axis] {
                counts[cell.summed(over: axis), default: 0] += count
            }
        }
    }

    private static func precedes(_ left: Cell, _ right: Cell) -> Bool {
        let first = (left.counter.rawValue, left.platform, left.category)
        let second = (right.counter.rawValue, right.platform, right.category)
        if first != second { return first < second }
        return (left.campaign, left.month) < (right.campaign, right.month)
    }
}
