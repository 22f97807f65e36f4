// SPDX-License-Identifier: EUPL-1.2

/// The identifier of a registered work: 16 bytes that mean nothing here.
package struct WorkIdentifier: Hashable, Sendable {
    /// The 16 bytes, big-endian.
    package let rawValue: UInt128

    package init(_ rawValue: UInt128) {
        self.rawValue = rawValue
    }

    /// From the first and the last eight bytes, big-endian.
    package init(high: UInt64, low: UInt64) {
        rawValue = UInt128(high) << 64 | UInt128(low)
    }
}

/// The platforms that a work is held against, by small numbers that the caller gives them.
package struct PlatformSet: Hashable, Sendable {
    /// Platforms from this number on share one bit: a work held against one of them is found for
    /// all, and the caller, who knows the claims, looks again.
    package static let shared = 127

    private var bits: UInt128

    package init(_ platforms: some Sequence<Int> = []) {
        bits = platforms.reduce(0) { $0 | Self.bit($1) }
    }

    package func contains(_ platform: Int) -> Bool {
        bits & Self.bit(platform) != 0
    }

    private static func bit(_ platform: Int) -> UInt128 {
        1 << UInt128(min(max(platform, 0), shared))
    }
}
