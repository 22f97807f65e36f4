// SPDX-License-Identifier: EUPL-1.2

/// 256 bits that pictures which look alike have mostly in common: PDQ, as Meta publishes it.
///
/// Two pictures of one thing differ in a few bits, two of different things in about 128. PDQ's
/// authors take up to 31 for a match.
public struct PictureHash: Hashable, Sendable {
    /// Bits 0 to 63 first.
    private var lanes: SIMD4<UInt64>

    /// The hash with these bits, in the order of the text: bits 255 to 192 first.
    public init(words: (UInt64, UInt64, UInt64, UInt64)) {
        lanes = SIMD4(words.3, words.2, words.1, words.0)
    }

    /// The bits in the order of the text: bits 255 to 192 first.
    public var words: (UInt64, UInt64, UInt64, UInt64) {
        (lanes[3], lanes[2], lanes[1], lanes[0])
    }

    /// The number of bits in which two hashes differ: 0 to 256.
    public func distance(to other: PictureHash) -> Int {
        let difference = lanes ^ other.lanes
        return (0..<4).reduce(0) { $0 + difference[$1].nonzeroBitCount }
    }

    /// No bit set.
    init() {
        lanes = .zero
    }

    mutating func setBit(_ place: Int) {
        lanes[place / 64] |= 1 << UInt64(place % 64)
    }
}

extension PictureHash: LosslessStringConvertible {
    /// A hash from its text: 64 hexadecimal digits of either case. Nil for any other text.
    public init?(_ description: String) {
        let digits = Array(description)
        guard digits.count == 64, digits.allSatisfy({ $0.isASCII && $0.isHexDigit }) else {
            return nil
        }
        let words = stride(from: 0, to: 64, by: 16).compactMap {
            UInt64(String(digits[$0..<$0 + 16]), radix: 16)
        }
        self.init(words: (words[0], words[1], words[2], words[3]))
    }

    /// 64 hexadecimal digits in lower case, as other programs write PDQ hashes.
    public var description: String {
        (0..<4).reversed().map { place in
            let digits = String(lanes[place], radix: 16)
            return String(repeating: "0", count: 16 - digits.count) + digits
        }.joined()
    }
}
