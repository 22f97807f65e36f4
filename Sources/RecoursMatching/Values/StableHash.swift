// SPDX-License-Identifier: EUPL-1.2

/// FNV-1a, 64 bits: the same in every process, unlike the standard library's.
struct StableHash: Sendable {
    private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

    mutating func combine(_ byte: UInt8) {
        value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
    }

    mutating func combine(_ word: UInt64) {
        for shift in stride(from: 0, to: 64, by: 8) {
            combine(UInt8(truncatingIfNeeded: word >> UInt64(shift)))
        }
    }

    /// Both halves in 32 bits, never 0.
    var short: UInt32 {
        max(1, UInt32(truncatingIfNeeded: value ^ value >> 32))
    }
}
