// SPDX-License-Identifier: EUPL-1.2

/// The identifier of a case: 16 bytes, a UUID of version 7 (RFC 9562 §5.7), so that rows made one
/// after the other lie beside each other on disk.
package struct CaseIdentifier: Hashable, Sendable {
    /// The first and the last eight bytes, big-endian.
    package let high: UInt64
    package let low: UInt64

    /// Any 16 bytes, e.g. as a client sent them: an identifier that names no case is just not
    /// found.
    package init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }

    /// A new identifier. Of `randomHigh` 12 bits are used and of `randomLow` 62; the instant is
    /// taken modulo 2^48 ms (the year 10889).
    package init(at instant: Instant, randomHigh: UInt64, randomLow: UInt64) {
        let milliseconds = UInt64(bitPattern: instant.millisecondsSince1970) << 16
        self.high = milliseconds | 0x7000 | (randomHigh & 0x0FFF)
        self.low = 0x8000_0000_0000_0000 | (randomLow & 0x3FFF_FFFF_FFFF_FFFF)
    }

    /// Reads exactly 16 bytes; nil for any other count.
    ///
    /// Not generic: from another module it would run unspecialised, at a hundred times the cost.
    package init?(bytes: [UInt8]) {
        guard bytes.count == 16 else { return nil }
        self.init(
            high: bytes[..<8].reduce(0) { $0 << 8 | UInt64($1) },
            low: bytes[8...].reduce(0) { $0 << 8 | UInt64($1) })
    }

    /// Reads `018f3c2e-…`: 32 hexadecimal digits in either case, dashes where a UUID has them.
    package init?(text: String) {
        guard text.utf8.count == 36 else { return nil }
        var words: (UInt64, UInt64) = (0, 0)
        var digits = 0
        for (place, byte) in text.utf8.enumerated() {
            if place == 8 || place == 13 || place == 18 || place == 23 {
                guard byte == UInt8(ascii: "-") else { return nil }
                continue
            }
            guard let digit = byte.hexadecimalDigit else { return nil }
            if digits < 16 {
                words.0 = words.0 << 4 | UInt64(digit)
            } else {
                words.1 = words.1 << 4 | UInt64(digit)
            }
            digits += 1
        }
        self.init(high: words.0, low: words.1)
    }

    /// The 16 bytes, in the order in which they are sent and sorted.
    package var bytes: [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(16)
        for half in [high, low] {
            for shift in stride(from: 56, through: 0, by: -8) {
                bytes.append(UInt8(truncatingIfNeeded: half >> UInt64(shift)))
            }
        }
        return bytes
    }
}

extension CaseIdentifier: Comparable {
    package static func < (left: CaseIdentifier, right: CaseIdentifier) -> Bool {
        (left.high, left.low) < (right.high, right.low)
    }
}

extension CaseIdentifier: CustomStringConvertible {
    /// The 36 characters of a UUID, in lower case.
    package var description: String {
        let digits = Array("0123456789abcdef".utf8)
        var text: [UInt8] = []
        text.reserveCapacity(36)
        for (place, byte) in bytes.enumerated() {
            if place == 4 || place == 6 || place == 8 || place == 10 {
                text.append(UInt8(ascii: "-"))
            }
            text.append(digits[Int(byte >> 4)])
            text.append(digits[Int(byte & 15)])
        }
        return String(decoding: text, as: UTF8.self)
    }
}
