// SPDX-License-Identifier: EUPL-1.2

/// How often something took how long: exact, but for the rounding of `FigureTime.minutes`.
package struct TimeDistribution: Sendable, Equatable {
    private var counts: [Int32: Int64] = [:]
    /// How many times there are.
    package private(set) var sample: Int64 = 0

    package init() {}

    package mutating func add(_ count: Int64, minutes: Int32) {
        counts[minutes, default: 0] += count
        sample += count
    }

    /// The shortest time within which at least so many in a hundred were done ("nearest rank": a
    /// time that occurred, never a mean of two). Nil without any.
    package func percentile(_ percent: Int64) -> Int32? {
        guard sample > 0 else { return nil }
        let rank = max(1, (sample * percent + 99) / 100)
        var passed: Int64 = 0
        for minutes in counts.keys.sorted() {
            passed += counts[minutes] ?? 0
            if passed >= rank { return minutes }
        }
        return nil
    }
}
