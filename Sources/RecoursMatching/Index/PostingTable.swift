// SPDX-License-Identifier: EUPL-1.2

/// Which works have a word or a code, by 32-bit hash, the oldest first.
struct PostingTable: Sendable {
    /// Ascending; works with one key stand together.
    private let keys: [UInt32]
    private let works: [UInt32]
    /// Where the keys with these top bits begin, and the end of the last.
    private let starts: [UInt32]
    private let shift: UInt32

    /// - Parameter pairs: a key in the upper half and a work's place in the lower, in any order.
    init(_ pairs: [UInt64]) {
        let sorted = pairs.sorted()
        keys = sorted.map { UInt32($0 >> 32) }
        works = sorted.map { UInt32(truncatingIfNeeded: $0) }
        let bits = UInt32(min(24, max(1, pairs.count.bitWidth - pairs.count.leadingZeroBitCount)))
        let shift = 32 - bits
        self.shift = shift
        var starts = [UInt32](repeating: 0, count: (1 << bits) + 1)
        for key in keys { starts[Int(key >> shift) + 1] += 1 }
        for place in starts.indices.dropFirst() { starts[place] += starts[place - 1] }
        self.starts = starts
    }

    /// The works with a key.
    func works(of key: UInt32) -> ArraySlice<UInt32> {
        works[range(of: key)]
    }

    /// How many works have a key.
    func count(of key: UInt32) -> Int {
        range(of: key).count
    }

    /// By halving: a common key may fill its range.
    private func range(of key: UInt32) -> Range<Int> {
        let bucket = Int(key >> shift)
        let bounds = Int(starts[bucket])..<Int(starts[bucket + 1])
        let first = partition(bounds) { $0 < key }
        return first..<partition(first..<bounds.upperBound) { $0 == key }
    }

    /// Where the keys that satisfy a condition end, all of them standing first.
    private func partition(_ range: Range<Int>, _ isBefore: (UInt32) -> Bool) -> Int {
        var (low, high) = (range.lowerBound, range.upperBound)
        while low < high {
            let middle = (low + high) / 2
            if isBefore(keys[middle]) { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// Bytes held.
    var size: Int { (keys.count + works.count + starts.count) * 4 }
}
