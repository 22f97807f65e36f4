// SPDX-License-Identifier: EUPL-1.2

/// All figures with all their sums: over platforms, categories, campaigns and months, and over
/// each combination of them.
///
/// Secrecy needs the whole, whatever is asked for: two answers must not give away together what
/// neither of them says.
struct FigureCube {
    /// Over what a sum runs.
    enum Axis: CaseIterable {
        case platform, category, campaign, month
    }

    /// One figure. A coordinate of 0 is the sum over its axis.
    struct Cell: Hashable {
        var platform: UInt32
        var campaign: UInt32
        var month: Int32
        var category: Int32
        var counter: FigureCounter

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

    /// By number, which counts from 1.
    let platforms: [String]
    private let platformNumbers: [String: UInt32]
    private let campaignNumbers: [[UInt8]: UInt32]
    /// Those above 0; a figure that isn't here is 0.
    private(set) var values: [Cell: Int64] = [:]
    /// The same cells in an order that depends on the figures alone.
    private(set) var cells: [Cell] = []

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
        for (key, counts) in tally.counts {
            let platform = platformNumbers[key.platform] ?? 0
            let campaign = campaignNumbers[key.campaign] ?? 0
            for (cell, count) in counts where count > 0 {
                add(
                    count,
                    Cell(
                        platform: platform, campaign: campaign, month: cell.month?.number ?? 0,
                        category: key.category.rawValue, counter: cell.counter))
            }
        }
        cells = values.keys.sorted(by: Self.precedes)
    }

    /// The number of a platform, or of a campaign; nil if there is no figure of it.
    func number(ofPlatform platform: String) -> UInt32? { platformNumbers[platform] }
    func number(ofCampaign campaign: [UInt8]) -> UInt32? { campaignNumbers[campaign] }

    /// Adds a figure to itself and to all the sums it belongs to.
    private mutating func add(_ count: Int64, _ base: Cell) {
        var sums = [base]
        for axis in Axis.allCases where base[axis] {
            sums += sums.map { $0.summed(over: axis) }
        }
        for sum in sums { values[sum, default: 0] += count }
    }

    private static func precedes(_ left: Cell, _ right: Cell) -> Bool {
        let first = (left.counter.rawValue, left.platform, left.category)
        let second = (right.counter.rawValue, right.platform, right.category)
        if first != second { return first < second }
        return (left.campaign, left.month) < (right.campaign, right.month)
    }
}
