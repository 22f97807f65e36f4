// SPDX-License-Identifier: EUPL-1.2

/// Pictures by each of their sixteen chunks of 16 bits, with the chunk that follows in its word.
///
/// A word that a mirror may complement is looked up with its chunk's top bit clear: the other half
/// of the keys would name the same pictures mirrored.
struct ChunkIndex: Sendable {
    /// Pictures tried under one key, or eight times the mean if that is more. A key that has more
    /// is crowded, which only made-up hashes do; the oldest are tried.
    static let mostPicturesPerKey = 4_096
    /// Different bits allowed in a chunk and its successor together.
    private static let pairLimit: UInt16 = 3
    private static let chunks = 16

    private let mostPerKey: Int
    /// Low bits of a chunk left out of the key, so that few pictures don't need many keys.
    private let shift: Int
    /// For each chunk, where each key's pictures begin, and the end of the last.
    private let starts: [UInt32]
    /// The following chunks, eight pictures a vector.
    private let successors: [SIMD8<UInt16>]
    /// Which picture each place is.
    private let pictures: [UInt32]

    /// One key's pictures, and what their next chunk must be like.
    struct Probe {
        let first: UInt32
        let end: UInt32
        let successor: UInt16
        let limit: UInt16
    }

    /// - Parameter pictures: the oldest first.
    init(_ pictures: [ParityWords]) {
        // About eight pictures a key fill a vector.
        let keyBits = min(16, max(4, pictures.count.bitWidth - pictures.count.leadingZeroBitCount))
        shift = 16 - keyBits
        mostPerKey = max(Self.mostPicturesPerKey, 8 * (pictures.count >> 15))
        let blocks = (pictures.count + 7) / 8
        var starts: [UInt32] = []
        var successors = [SIMD8<UInt16>](repeating: .zero, count: Self.chunks * blocks)
        var order = [UInt32](repeating: 0, count: Self.chunks * blocks * 8)
        for chunk in 0..<Self.chunks {
            let keys = pictures.map { Self.key($0.words[chunk / 4], chunk) }
            var ends = Self.starts(keys, shift: shift, from: chunk * blocks * 8)
            starts += ends
            for (picture, key) in keys.enumerated() {
                let bucket = Int(key.chunk >> UInt16(shift))
                let place = Int(ends[bucket])
                ends[bucket] += 1
                successors[place / 8][place % 8] = key.successor
                order[place] = UInt32(picture)
            }
        }
        self.starts = starts
        self.successors = successors
        self.pictures = order
    }

    private static func starts(
        _ keys: [(chunk: UInt16, successor: UInt16)], shift: Int, from first: Int
    ) -> [UInt32] {
        var starts = [UInt32](repeating: 0, count: (0x10000 >> shift) + 1)
        starts[0] = UInt32(first)
        for key in keys { starts[Int(key.chunk >> UInt16(shift)) + 1] += 1 }
        for place in starts.indices.dropFirst() { starts[place] += starts[place - 1] }
        return starts
    }

    /// The chunk and the one after it in its word, in the one of both complements that is looked
    /// up.
    @inline(__always)
    private static func key(_ word: UInt64, _ chunk: Int) -> (chunk: UInt16, successor: UInt16) {
        let own = UInt16(truncatingIfNeeded: word >> UInt64(16 * (chunk % 4)))
        let next = UInt16(truncatingIfNeeded: word >> UInt64(16 * ((chunk + 1) % 4)))
        return chunk < 12 && own & 0x8000 != 0 ? (~own, ~next) : (own, next)
    }

    // MARK: Searching

    /// Replaces what was found by all pictures that have a chunk which differs from the query's in
    /// at most one bit, and together with the next in at most three.
    ///
    /// - Parameter read: changed by what is read ahead, so that it is read.
    /// - Returns: how many keys were too crowded to try all of their pictures.
    func find(
        _ query: ParityWords, _ probes: inout [Probe], _ read: inout UInt16,
        _ found: inout [UInt32]
    ) -> Int {
        probes.removeAll(keepingCapacity: true)
        found.removeAll(keepingCapacity: true)
        var crowded = 0
        for chunk in 0..<Self.chunks { crowded += collect(query, chunk, &probes) }
        // Keys lie anywhere in memory. Here nothing is decided by what is read, so the processor
        // waits for many at once, and finds them in its cache when it scans.
        for probe in probes { read |= successors[Int(probe.first / 8)][0] }
        for probe in probes { read |= successors[Int((probe.end - 1) / 8)][0] }
        for probe in probes { scan(probe, &found) }
        return crowded
    }

    private func collect(_ query: ParityWords, _ chunk: Int, _ probes: inout [Probe]) -> Int {
        let word = query.words[chunk / 4]
        // Where the key leaves bits out, it also holds neighbours that differ in those.
        var crowded = append(Self.key(word, chunk), chunk, Self.pairLimit, &probes)
        for bit in shift..<16 {
            let neighbour = word ^ 1 << UInt64(16 * (chunk % 4) + bit)
            crowded += append(Self.key(neighbour, chunk), chunk, Self.pairLimit - 1, &probes)
        }
        return crowded
    }

    private func append(
        _ key: (chunk: UInt16, successor: UInt16), _ chunk: Int, _ limit: UInt16,
        _ probes: inout [Probe]
    ) -> Int {
        let bucket = chunk * ((0x10000 >> shift) + 1) + Int(key.chunk >> UInt16(shift))
        let first = starts[bucket]
        let end = starts[bucket + 1]
        guard first < end else { return 0 }
        let most = first + UInt32(mostPerKey)
        probes.append(
            Probe(first: first, end: min(end, most), successor: key.successor, limit: limit))
        return end > most ? 1 : 0
    }

    private func scan(_ probe: Probe, _ found: inout [UInt32]) {
        let wanted = SIMD8<UInt16>(repeating: probe.successor)
        let most = SIMD8<UInt16>(repeating: probe.limit)
        for block in Int(probe.first / 8)...Int((probe.end - 1) / 8) {
            let isNear = Self.bitCounts(successors[block] ^ wanted) .<= most
            guard any(isNear) else { continue }
            for lane in 0..<8 where isNear[lane] {
                let place = UInt32(8 * block + lane)
                // A vector may begin before the key's pictures or end behind them.
                if place >= probe.first, place < probe.end { found.append(pictures[Int(place)]) }
            }
        }
    }

    @inline(__always)
    private static func bitCounts(_ words: SIMD8<UInt16>) -> SIMD8<UInt16> {
        var sums = words &- ((words &>> 1) & 0x5555)
        sums = (sums & 0x3333) &+ ((sums &>> 2) & 0x3333)
        sums = (sums &+ (sums &>> 4)) & 0x0F0F
        return (sums &+ (sums &>> 8)) & 0x1F
    }

    /// Bytes held.
    var size: Int { starts.count * 4 + successors.count * 16 + pictures.count * 4 }
}
