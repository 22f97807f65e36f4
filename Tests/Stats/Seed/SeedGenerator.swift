// SPDX-License-Identifier: EUPL-1.2

import Glibc

/// SplitMix64: the same seed makes the same page on every machine.
struct SeedGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var word = state
        word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
        word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
        return word ^ (word >> 31)
    }

    /// True so many times in a hundred.
    mutating func chance(_ percent: Int) -> Bool { Int(next() % 100) < percent }

    /// Milliseconds around a median, as long tails go (log-normal).
    mutating func span(hours median: Double, unevenness: Double) -> Int64 {
        let first = (Double(next() >> 11) + 1) / Double(1 << 53)
        let second = Double(next() >> 11) / Double(1 << 53)
        let normal = (-2 * log(first)).squareRoot() * cos(2 * .pi * second)
        return Int64(min(median * exp(normal * unevenness), 2_000) * 3_600_000)
    }

    /// One of these, by weight.
    mutating func pick<Element>(_ choices: [(Element, weight: Int)]) -> Element? {
        var left = Int(next() % UInt64(max(1, choices.reduce(0) { $0 + $1.weight })))
        for (choice, weight) in choices {
            left -= weight
            if left < 0 { return choice }
        }
        return choices.last?.0
    }
}
