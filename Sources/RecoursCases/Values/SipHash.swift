// SPDX-License-Identifier: EUPL-1.2

/// SipHash-2-4 (Aumasson and Bernstein, 2012) over whole 64-bit words: a short keyed function
/// whose outputs tell nothing of its key. Here it drives `PublicNumberCipher`; it is no substitute
/// for the hashes of RecoursCrypto.
struct SipHash: Sendable {
    private let start: (UInt64, UInt64, UInt64, UInt64)

    /// The two halves of the 128-bit key, each read little-endian.
    init(key0: UInt64, key1: UInt64) {
        self.start = (
            key0 ^ 0x736f_6d65_7073_6575, key1 ^ 0x646f_7261_6e64_6f6d,
            key0 ^ 0x6c79_6765_6e65_7261, key1 ^ 0x7465_6462_7974_6573
        )
    }

    /// The hash of the words, each taken as eight little-endian bytes.
    func hash(_ words: some Collection<UInt64>) -> UInt64 {
        var state = Rounds(start)
        for word in words {
            state.absorb(word)
        }
        // The last block holds the byte count modulo 256 in its top byte and no more bytes.
        state.absorb(UInt64(truncatingIfNeeded: words.count * 8) << 56)
        return state.finish()
    }

    private struct Rounds {
        private var a: UInt64
        private var b: UInt64
        private var c: UInt64
        private var d: UInt64

        init(_ start: (UInt64, UInt64, UInt64, UInt64)) {
            (a, b, c, d) = start
        }

        mutating func absorb(_ word: UInt64) {
            d ^= word
            mix()
            mix()
            a ^= word
        }

        mutating func finish() -> UInt64 {
            c ^= 0xff
            for _ in 0..<4 {
                mix()
            }
            return a ^ b ^ c ^ d
        }

        private mutating func mix() {
            a &+= b
            c &+= d
            b = (b << 13 | b >> 51) ^ a
            d = (d << 16 | d >> 48) ^ c
            a = a << 32 | a >> 32
            c &+= b
            a &+= d
            b = (b << 17 | b >> 47) ^ c
            d = (d << 21 | d >> 43) ^ a
            c = c << 32 | c >> 32
        }
    }
}
