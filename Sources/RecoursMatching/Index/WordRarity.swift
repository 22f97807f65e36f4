// SPDX-License-Identifier: EUPL-1.2

/// How much a shared word says: the rarer among works, the more, in sixteenths of a bit.
struct WordRarity: Sendable {
    /// Few works say little of how rare words are: so many are always assumed.
    private static let fewestWorks = 4_096

    private let table: PostingTable
    private let works: Int

    init(of table: PostingTable, works: Int) {
        self.table = table
        self.works = max(works, Self.fewestWorks)
    }

    /// 16 · log₂((works + 1) / (works with it + 1)), at most about 16 · 24.
    func weight(of word: UInt32) -> UInt32 {
        let all = Self.logarithm(UInt64(works) + 1)
        return UInt32(clamping: all - Self.logarithm(UInt64(table.count(of: word)) + 1))
    }

    func weight(of words: some Sequence<UInt32>) -> UInt32 {
        words.reduce(0) { $0 + weight(of: $1) }
    }

    /// 16 · log₂, straight between powers of two, which is at most 1.4 off.
    private static func logarithm(_ value: UInt64) -> Int {
        let whole = 63 - value.leadingZeroBitCount
        let rest = (value << UInt64(63 - whole)) >> 59 & 15
        return 16 * whole + Int(rest)
    }
}
