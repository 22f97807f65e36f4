// SPDX-License-Identifier: EUPL-1.2

/// A fingerprint's bits sorted by what turning the picture does to them.
///
/// Mirroring a picture negates its odd frequencies along that axis, which are in the even rows or
/// columns. So by the parities of row and column there are four words of 64 bits, and a mirror
/// complements two of the first three or none; the fourth it leaves alone. Swapping the axes swaps
/// the second and third and transposes each as 8 × 8 bits.
struct ParityWords: Hashable, Sendable {
    /// Word 2·(row mod 2) + column mod 2 has bit 8·(row / 2) + column / 2.
    var words: SIMD4<UInt64>

    /// What each of the four mirrors complements, in the order of `PictureSymmetry`.
    static let complements: [SIMD4<UInt64>] = [
        SIMD4(0, 0, 0, 0), SIMD4(.max, 0, .max, 0), SIMD4(.max, .max, 0, 0),
        SIMD4(0, .max, .max, 0),
    ]

    init(words: SIMD4<UInt64>) {
        self.words = words
    }

    init(_ fingerprint: PictureFingerprint) {
        let parts = fingerprint.words
        let lanes = SIMD4(parts.3, parts.2, parts.1, parts.0)
        words = .zero
        for row in 0..<16 {
            let bits = lanes[row / 4] >> UInt64(16 * (row % 4)) & 0xFFFF
            let place = UInt64(8 * (row / 2))
            words[2 * (row % 2)] |= Self.evenBits(bits) << place
            words[2 * (row % 2) + 1] |= Self.evenBits(bits >> 1) << place
        }
    }

    /// The eight bits at even places of sixteen.
    private static func evenBits(_ bits: UInt64) -> UInt64 {
        var even = bits & 0x5555
        even = (even | even >> 1) & 0x3333
        even = (even | even >> 2) & 0x0F0F
        return (even | even >> 4) & 0x00FF
    }

    var transposed: ParityWords {
        ParityWords(
            words: SIMD4(
                Self.transpose(words[0]), Self.transpose(words[2]), Self.transpose(words[1]),
                Self.transpose(words[3])))
    }

    func laid(_ symmetry: PictureSymmetry) -> ParityWords {
        let axes = symmetry.swapsAxes ? transposed : self
        return ParityWords(words: axes.words ^ Self.complements[symmetry.mirror])
    }

    /// Swaps rows and columns of 8 × 8 bits by swapping ever larger blocks.
    private static func transpose(_ word: UInt64) -> UInt64 {
        var word = word
        for (mask, shift) in [
            (0x00AA_00AA_00AA_00AA as UInt64, 7 as UInt64), (0x0000_CCCC_0000_CCCC, 14),
            (0x0000_0000_F0F0_F0F0, 28),
        ] {
            let moved = (word ^ word >> shift) & mask
            word ^= moved ^ moved << shift
        }
        return word
    }

    /// The least number of different bits, 0–256, over the four mirrors, and which mirror it is.
    func nearest(_ other: ParityWords) -> (distance: Int, mirror: Int) {
        let counts = Self.bitCounts(words ^ other.words)
        let (first, second, third) = (Int(counts[0]), Int(counts[1]), Int(counts[2]))
        let last = Int(counts[3])
        var best = (distance: first + second + third + last, mirror: 0)
        let horizontally = 128 - first + second - third + last
        if horizontally < best.distance { best = (horizontally, 1) }
        let vertically = 128 - first - second + third + last
        if vertically < best.distance { best = (vertically, 2) }
        let half = 128 + first - second - third + last
        if half < best.distance { best = (half, 3) }
        return best
    }

    /// Four at once by adding up neighbours: few processors that a build is made for by default
    /// are promised to count bits themselves.
    private static func bitCounts(_ words: SIMD4<UInt64>) -> SIMD4<UInt64> {
        var sums = words &- ((words &>> 1) & 0x5555_5555_5555_5555)
        sums = (sums & 0x3333_3333_3333_3333) &+ ((sums &>> 2) & 0x3333_3333_3333_3333)
        sums = (sums &+ (sums &>> 4)) & 0x0F0F_0F0F_0F0F_0F0F
        sums = sums &+ (sums &>> 8)
        sums = sums &+ (sums &>> 16)
        return (sums &+ (sums &>> 32)) & 0x7F
    }
}

extension PictureFingerprint {
    init(_ parity: ParityWords) {
        var lanes = SIMD4<UInt64>.zero
        for row in 0..<16 {
            let place = UInt64(8 * (row / 2))
            for column in 0..<16 {
                let word = parity.words[2 * (row % 2) + column % 2]
                let bit = word >> (place + UInt64(column / 2)) & 1
                lanes[row / 4] |= bit << UInt64(16 * (row % 4) + column)
            }
        }
        self.init(words: (lanes[3], lanes[2], lanes[1], lanes[0]))
    }
}
