// SPDX-License-Identifier: EUPL-1.2

/// What a picture looks like, in the 256 bits of PDQ.
///
/// Bit 16·row + column says whether there is more of a frequency than of the median one, so half
/// of the bits are set. Two pictures of one thing differ in a few bits, others in about 128.
package struct PictureFingerprint: Hashable, Sendable {
    /// Up to this many different bits are a match, as PDQ's authors take it.
    package static let radius = 31
    /// Below this quality (0–100) PDQ's authors take a picture for one that says nothing.
    package static let leastQuality = 50
    /// How many set bits a hash of a picture may have. PDQ sets half of them unless the picture is
    /// blank: hashes beyond these bounds were made up, to be near to everything or to nothing.
    package static let plausibleBits = 96...160

    /// The bits in the order of PDQ's text: bits 255 to 192 first.
    package let words: (UInt64, UInt64, UInt64, UInt64)

    package init(words: (UInt64, UInt64, UInt64, UInt64)) {
        self.words = words
    }

    /// From 32 bytes, the first of them with the highest bits; nil for another number of them.
    package init?(bytes: [UInt8]) {
        guard bytes.count == 32 else { return nil }
        let words = (0..<4).map { word in
            bytes[8 * word..<8 * word + 8].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        }
        self.init(words: (words[0], words[1], words[2], words[3]))
    }

    /// The number of bits in which two hashes differ, 0–256, as the pictures are laid.
    package func distance(to other: PictureFingerprint) -> Int {
        (words.0 ^ other.words.0).nonzeroBitCount + (words.1 ^ other.words.1).nonzeroBitCount
            + (words.2 ^ other.words.2).nonzeroBitCount + (words.3 ^ other.words.3).nonzeroBitCount
    }

    /// The hash of the same picture turned or mirrored.
    ///
    /// PDQ compares with the median anew after turning, which moves the few frequencies that are
    /// close to it; those bits are not known here.
    package func laid(_ symmetry: PictureSymmetry) -> PictureFingerprint {
        PictureFingerprint(ParityWords(self).laid(symmetry))
    }

    /// Whether the number of set bits is that of a picture.
    package var isPlausible: Bool {
        Self.plausibleBits.contains(distance(to: PictureFingerprint(words: (0, 0, 0, 0))))
    }

    package static func == (left: PictureFingerprint, right: PictureFingerprint) -> Bool {
        left.words == right.words
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(words.0)
        hasher.combine(words.1)
        hasher.combine(words.2)
        hasher.combine(words.3)
    }
}

/// The eight ways to lay a picture on the table: its axes swapped or not, then mirrored.
package enum PictureSymmetry: UInt8, CaseIterable, Sendable {
    case original = 0
    /// Left and right change places.
    case mirroredHorizontally = 1
    /// Top and bottom change places.
    case mirroredVertically = 2
    case turnedHalf = 3
    /// Rows become columns.
    case transposed = 4
    /// By 90° with the clock.
    case turnedRight = 5
    /// By 90° against the clock.
    case turnedLeft = 6
    case antitransposed = 7

    var swapsAxes: Bool { rawValue & 4 != 0 }
    var mirror: Int { Int(rawValue & 3) }

    init(swapsAxes: Bool, mirror: Int) {
        // Because mirrors are 0–3, the value is always one of the eight.
        self = PictureSymmetry(rawValue: (swapsAxes ? 4 : 0) | UInt8(mirror & 3)) ?? .original
    }
}
