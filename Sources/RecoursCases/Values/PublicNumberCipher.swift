// SPDX-License-Identifier: EUPL-1.2

/// Makes public numbers of a counter so that they neither repeat nor count: a keyed permutation
/// (`design.md` §9). Two consecutive cases get numbers with nothing in common, and without the key
/// nobody can tell how many cases lie between two numbers.
///
/// A Feistel network permutes the smallest even-sized power of two that holds the range; what falls
/// outside the range is permuted again until it falls inside ("cycle walking"), which keeps it a
/// permutation of the range itself.
package struct PublicNumberCipher: Sendable {
    private let hash: SipHash

    /// Ten rounds: more than the eight at which small Feistel networks are held to be safe.
    private static let rounds = 10

    /// The two halves of a secret 128-bit key. It must never change while a store lives: other keys
    /// would give numbers already given.
    package init(key0: UInt64, key1: UInt64) {
        self.hash = SipHash(key0: key0, key1: key1)
    }

    /// The number of the case with this count (0, 1, 2, …). The first 10^10 have ten digits, those
    /// after them fourteen; nil from 10^14 on.
    package func number(at counter: UInt64) -> PublicNumber? {
        let short = PublicNumber.shortLimit
        if counter < short {
            return PublicNumber(permuted(counter, below: short))
        }
        guard counter < PublicNumber.limit else { return nil }
        return PublicNumber(short + permuted(counter - short, below: PublicNumber.limit - short))
    }

    /// The count of the case with this number: what `number(at:)` was given.
    package func counter(of number: PublicNumber) -> UInt64 {
        let short = PublicNumber.shortLimit
        if number.value < short { return restored(number.value, below: short) }
        return short + restored(number.value - short, below: PublicNumber.limit - short)
    }

    private func permuted(_ value: UInt64, below limit: UInt64) -> UInt64 {
        walk(value, below: limit) { feistel($0, halfBits: $1) }
    }

    private func restored(_ value: UInt64, below limit: UInt64) -> UInt64 {
        walk(value, below: limit) { inverseFeistel($0, halfBits: $1) }
    }

    private func walk(
        _ value: UInt64, below limit: UInt64, _ step: (UInt64, UInt64) -> UInt64
    ) -> UInt64 {
        let bits = UInt64.bitWidth - (limit - 1).leadingZeroBitCount
        let halfBits = UInt64((bits + 1) / 2)
        var value = value
        repeat {
            value = step(value, halfBits)
        } while value >= limit
        return value
    }

    private func feistel(_ value: UInt64, halfBits: UInt64) -> UInt64 {
        let mask = (UInt64(1) << halfBits) - 1
        var left = value >> halfBits
        var right = value & mask
        for round in 0..<UInt64(PublicNumberCipher.rounds) {
            (left, right) = (right, left ^ (function(round, right, halfBits) & mask))
        }
        return left << halfBits | right
    }

    private func inverseFeistel(_ value: UInt64, halfBits: UInt64) -> UInt64 {
        let mask = (UInt64(1) << halfBits) - 1
        var left = value >> halfBits
        var right = value & mask
        for round in (0..<UInt64(PublicNumberCipher.rounds)).reversed() {
            (left, right) = (right ^ (function(round, left, halfBits) & mask), left)
        }
        return left << halfBits | right
    }

    /// The half's width is mixed in, so that the two ranges share no round function.
    private func function(_ round: UInt64, _ half: UInt64, _ halfBits: UInt64) -> UInt64 {
        hash.hash(CollectionOfOne(round << 56 | halfBits << 48 | half))
    }
}
