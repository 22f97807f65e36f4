// SPDX-License-Identifier: EUPL-1.2

/// Demands a decent average size of fragments, so that no peer makes us work a header a byte
/// (PROTOCOL.md §11).
package struct FragmentGauge: Sendable, Hashable {
    private let freeFragments: Int
    private let minAverageBytes: Int
    private var fragments = 0
    private var bytes = 0

    package init(freeFragments: Int, minAverageBytes: Int) {
        self.freeFragments = freeFragments
        self.minAverageBytes = minAverageBytes
    }

    /// Counts one fragment with MORE; false once the average is too low.
    package mutating func note(_ byteCount: Int) -> Bool {
        fragments += 1
        bytes += byteCount
        return fragments <= freeFragments || bytes >= fragments * minAverageBytes
    }
}
