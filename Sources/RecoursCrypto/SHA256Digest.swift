// SPDX-License-Identifier: EUPL-1.2

/// The 32 bytes of a SHA-256, kept without an allocation so that it serves as a key of tables.
package struct SHA256Digest: Hashable, Sendable {
    /// Bytes in a digest.
    package static let byteCount = 32

    /// Four words of eight bytes, the first byte highest.
    private let words: SIMD4<UInt64>

    /// Nil unless there are exactly 32 bytes.
    package init?(bytes: [UInt8]) {
        guard bytes.count == Self.byteCount else { return nil }
        var words = SIMD4<UInt64>()
        for place in 0..<4 {
            words[place] = bytes[8 * place..<8 * place + 8].reduce(0) { $0 << 8 | UInt64($1) }
        }
        self.words = words
    }

    /// Nil unless there are exactly 64 hexadecimal digits.
    package init?(hexadecimal text: String) {
        guard let bytes = Hexadecimal.bytes(of: text) else { return nil }
        self.init(bytes: bytes)
    }

    /// The 32 bytes.
    package var bytes: [UInt8] {
        var bytes = [UInt8](repeating: 0, count: Self.byteCount)
        for place in 0..<4 {
            let word = words[place]
            for byte in 0..<8 {
                bytes[8 * place + byte] = UInt8(truncatingIfNeeded: word >> UInt64(56 - 8 * byte))
            }
        }
        return bytes
    }

    /// 64 lower-case hexadecimal digits.
    package var hexadecimal: String {
        Hexadecimal.text(of: bytes)
    }
}

extension SHA256Digest: CustomStringConvertible {
    package var description: String { hexadecimal }
}
