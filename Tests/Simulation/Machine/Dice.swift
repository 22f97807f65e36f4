// SPDX-License-Identifier: EUPL-1.2

import CaseHistories

/// Draws what happens, by the seed.
struct Dice {
    private var generator: SeededGenerator

    init(seed: UInt64) {
        generator = SeededGenerator(seed: seed)
    }

    /// Dice of their own for somebody else, whose draws do not depend on those of others.
    mutating func child() -> Dice {
        Dice(seed: generator.next())
    }

    /// A number from 0 to `count` - 1.
    mutating func below(_ count: Int) -> Int {
        count < 2 ? 0 : Int.random(in: 0..<count, using: &generator)
    }

    mutating func within(_ range: ClosedRange<Int>) -> Int {
        Int.random(in: range, using: &generator)
    }

    /// True once in so many times; never if that is 0.
    mutating func once(in count: Int) -> Bool {
        count > 0 && below(count) == 0
    }

    mutating func pick<Choices: Collection>(_ choices: Choices) -> Choices.Element? {
        choices.randomElement(using: &generator)
    }

    /// As likely in each of its powers of two as in any other.
    mutating func spread(_ range: ClosedRange<Int>) -> Int {
        var limit = range.lowerBound
        while limit < range.upperBound, once(in: 2) == false { limit *= 2 }
        return within(range.lowerBound...min(max(limit, range.lowerBound + 1), range.upperBound))
    }

    /// Nanoseconds of so many milliseconds.
    mutating func milliseconds(_ range: ClosedRange<Int>) -> Int64 {
        Int64(within(range)) * 1_000_000 + Int64(below(1_000_000))
    }

    mutating func bytes(_ count: Int) -> [UInt8] {
        (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
    }
}
