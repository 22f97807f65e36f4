// SPDX-License-Identifier: EUPL-1.2

internal import Synchronization

/// 16 bytes that name one write for ever: the server answers the same key with the same result.
///
/// A key is a UUID of version 7 (RFC 9562 §5.7), so keys of one client grow with time: the server's
/// index of keys is then written at its end only, which is worth half of its speed.
public struct IdempotencyKey: Sendable, Hashable {
    /// 16 bytes.
    public let bytes: [UInt8]

    /// Takes a key that was kept from an earlier attempt. Nil unless it has 16 bytes.
    public init?(bytes: [UInt8]) {
        guard bytes.count == 16 else { return nil }
        self.bytes = bytes
    }

    /// A new key. Keep it with what you send if you may have to send it again after a restart.
    public init() {
        var generator = SystemRandomNumberGenerator()
        let high = IdempotencyKey.nextTimePart()
        let random: UInt64 = generator.next()
        let low = random & 0x3FFF_FFFF_FFFF_FFFF | 0x8000_0000_0000_0000
        var bytes: [UInt8] = []
        bytes.reserveCapacity(16)
        for word in [high, low] {
            for shift in stride(from: UInt64(56), through: 0, by: -8) {
                bytes.append(UInt8(truncatingIfNeeded: word >> shift))
            }
        }
        self.bytes = bytes
    }

    private static let lastTimePart = Mutex<UInt64>(0)

    /// 48 bits of milliseconds, the version, and 12 bits that count within a millisecond.
    private static func nextTimePart() -> UInt64 {
        let now = WallClock.millisecondsSince1970() << 12
        let ticks = lastTimePart.withLock { last in
            last = max(last + 1, now)
            return last
        }
        return (ticks >> 12) << 16 | 0x7000 | ticks & 0x0FFF
    }
}
