// SPDX-License-Identifier: EUPL-1.2

/// Pictures by each of their sixteen chunks of 16 bits, with the chunk that follows in its word.
///
/// A word that a mirror may complement is looked up with its chunk's top bit clear: the other half
/// of the keys would name the same pictures mirrored.
struct ChunkIndex: Sendable {
    /// Pictures tried under one key, or eight times the mean if that is more. A key that has more
    /// is crowded, which only made-up hashes do; the oldest are tried.
    static let mostPicturesPerKey = 4_096
    private static let chunks = 16
    /// Of these a mirror may complement the word.
    private static let complemented = 12
    /// Successors that are looked at together.
    private typealias Block = SIMD8<UInt16>
    private static let lanes = Block.scalarCount

    private let mostPerKey: UInt32
    /// Low bits of a chunk left out of the key, so that few pictures don't need many keys.
    private let shift: Int
    /// For each chunk, where each key's pictures begin, and the end of the last.
    private let starts: [UInt32]
    /// The following chunks.
    private let successors: [Block]
    /// Which picture each place is.
    private let pictures: [UInt32]

    /// One key's pictures, and what their next chunk must be like.
    fileprivate struct Probe {
        let first: UInt32
        let end: UInt32
        let successor: UInt16
    }

    /// - Parameter pictures: the oldest first.
    init(_ pictures: [ParityWords]) {
        // Eight to sixteen pictures a key, until there are no more keys.
        let countBits = pictures.count.bitWidth - pictures.count.leadingZeroBitCount
        let keyBits = min(16, max(4, countBits - 3))
        shift = 16 - keyBits
        mostPerKey = UInt32(max(Self.mostPicturesPerKey, 8 * (pictures.count >> 15)))
        let places = Self.chunks * pictures.count
        var starts: [UInt32] = []
        var successors = [Block](repeating: .zero, count: places / Self.lanes + 1)
        var order = [UInt32](repeating: 0, count: places)
        for chunk in 0..<Self.chunks {
            let keys = pictures.map { Self.key($0.words[chunk / 4], chunk) }
            var ends = Self.starts(keys, shift: shift, from: chunk * pictures.count)
            starts += ends
            for (picture, key) in keys.enumerated() {
                let bucket = Int(key.chunk >> UInt16(shift))
                let place = Int(ends[bucket])
                ends[bucket] += 1
                successors[place / Self.lanes][place % Self.lanes] = key.successor
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
        return chunk < complemented && own & 0x8000 != 0 ? (~own, ~next) : (own, next)
    }

    // MARK: Searching

    /// Memory of a search, kept from picture to picture.
    struct Workspace {
        /// First one for each chunk itself, then those of its neighbours.
        fileprivate var probes: [Probe]
        /// Changed by what is read ahead, so that it is read.
        fileprivate var read: UInt16 = 0
        fileprivate(set) var found: [UInt32] = []

        init() {
            let none = Probe(first: 0, end: 0, successor: 0)
            probes = [Probe](repeating: none, count: ChunkIndex.chunks * 17)
        }
    }

    /// Replaces what was found by all pictures that have a chunk which differs from the query's in
    /// at most one bit, and together with the next in at most three.
    ///
    /// - Returns: how many keys were too crowded to try all of their pictures.
    func find(_ query: ParityWords, _ work: inout Workspace) -> Int {
        work.found.removeAll(keepingCapacity: true)
        let (equal, near, crowded) = collect(query, &work.probes)
        // Keys lie anywhere in memory. Here nothing is decided by what is read, so the processor
        // waits for many at once, and finds them in its cache when it scans.
        for probe in work.probes[equal] { readAhead(probe, &work.read) }
        for probe in work.probes[near] { readAhead(probe, &work.read) }
        for probe in work.probes[equal] { scan(probe, isEqual: true, &work.found) }
        for probe in work.probes[near] { scan(probe, isEqual: false, &work.found) }
        var found = work.found.mutableSpan
        for place in found.indices { found[place] = pictures[Int(found[place])] }
        return crowded
    }

    /// Fills in the probes of each chunk, and of all that differ from it in one bit.
    private func collect(
        _ query: ParityWords, _ probes: inout [Probe]
    ) -> (equal: Range<Int>, near: Range<Int>, crowded: Int) {
        var probes = probes.mutableSpan
        let keys = 0x10000 >> shift
        var equal = 0
        var near = Self.chunks
        var crowded = 0
        for chunk in 0..<Self.chunks {
            let own = Self.key(query.words[chunk / 4], chunk)
            let first = chunk * (keys + 1)
            let key = Int(own.chunk >> UInt16(shift))
            crowded += put(first + key, own.successor, &probes, &equal)
            // Where the key leaves bits out, it also holds neighbours that differ in those.
            var bit = 1
            while bit < keys / 2 {
                crowded += put(first + (key ^ bit), own.successor, &probes, &near)
                bit *= 2
            }
            // The top bit decides which of both complements is looked up.
            let isComplement = chunk < Self.complemented
            crowded += put(
                first + (isComplement ? ~key & (keys / 2 - 1) : key ^ bit),
                isComplement ? ~own.successor : own.successor, &probes, &near)
        }
        return (0..<equal, Self.chunks..<near, crowded)
    }

    @inline(__always)
    private func put(
        _ bucket: Int, _ successor: UInt16, _ probes: inout MutableSpan<Probe>, _ count: inout Int
    ) -> Int {
        let first = starts[bucket]
        let end = starts[bucket + 1]
        guard first < end else { return 0 }
        let most = first + mostPerKey
        probes[count] = Probe(first: first, end: min(end, most), successor: successor)
        count += 1
        return end > most ? 1 : 0
    }

    @inline(__always)
    private func readAhead(_ probe: Probe, _ read: inout UInt16) {
        read |= successors[Int(probe.first) / Self.lanes][0]
        read |= successors[Int(probe.end - 1) / Self.lanes][0]
    }

    @inline(__always)
    private func scan(_ probe: Probe, isEqual: Bool, _ found: inout [UInt32]) {
        let wanted = Block(repeating: probe.successor)
        var near = Block.zero
        for block in Int(probe.first) / Self.lanes...Int(probe.end - 1) / Self.lanes {
            near = near | Self.near(successors[block] ^ wanted, isEqual: isEqual)
        }
        if any(near .>= Block(repeating: 0x8000)) { take(probe, isEqual: isEqual, &found) }
    }

    /// The top bit of each lane that has at most three bits, or two: each step clears the lowest,
    /// and only of nothing is the top bit borrowed from.
    @inline(__always)
    private static func near(_ block: Block, isEqual: Bool) -> Block {
        let one = Block(repeating: 1)
        var bits = block
        bits = bits & (bits &- one)
        bits = bits & (bits &- one)
        if isEqual { bits = bits & (bits &- one) }
        return (bits &- one) & ~bits
    }

    /// Notes where those are that are near; what was may also have been a neighbour key's.
    private func take(_ probe: Probe, isEqual: Bool, _ found: inout [UInt32]) {
        for place in probe.first..<probe.end {
            let lanes = UInt32(Self.lanes)
            var bits = successors[Int(place / lanes)][Int(place % lanes)] ^ probe.successor
            bits &= bits &- 1
            bits &= bits &- 1
            if isEqual { bits &= bits &- 1 }
            if bits == 0 { found.append(place) }
        }
    }

    /// Bytes held.
    var size: Int { starts.count * 4 + successors.count * 16 + pictures.count * 4 }
}
