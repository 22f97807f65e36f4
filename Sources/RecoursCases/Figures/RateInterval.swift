// SPDX-License-Identifier: EUPL-1.2

/// A share with the range in which chance alone may have put it: 95 in 100 such ranges hold the
/// true share (Wilson's score interval, good also for few cases and for shares near 0 and 1).
package struct RateInterval: Hashable, Sendable {
    /// Between 0 and 1.
    package let rate: Double
    package let lower: Double
    package let upper: Double

    /// Nil unless `count` is a part of a `total` above 0.
    package init?(count: Int64, of total: Int64) {
        guard total > 0, (0...total).contains(count) else { return nil }
        let deviations = 1.959_963_984_540_054
        let size = Double(total)
        let share = Double(count) / size
        let square = deviations * deviations
        let middle = share + square / (2 * size)
        let spread = share * (1 - share) / size + square / (4 * size * size)
        let reach = deviations * spread.squareRoot()
        rate = share
        lower = max(0, (middle - reach) / (1 + square / size))
        upper = min(1, (middle + reach) / (1 + square / size))
    }
}
