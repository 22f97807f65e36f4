// SPDX-License-Identifier: EUPL-1.2

/// A reading of some monotonic clock, in nanoseconds; the machines never read a clock themselves.
package struct MonotonicInstant: Sendable, Hashable, Comparable {
    /// Nanoseconds since an origin that the caller chose once for the life of the connection.
    package var nanoseconds: UInt64

    package init(nanoseconds: UInt64) {
        self.nanoseconds = nanoseconds
    }

    /// This instant plus `milliseconds`, held at the end of the range instead of wrapping.
    package func advanced(byMilliseconds milliseconds: UInt64) -> MonotonicInstant {
        let (delta, deltaOverflow) = milliseconds.multipliedReportingOverflow(by: 1_000_000)
        let (sum, sumOverflow) = nanoseconds.addingReportingOverflow(delta)
        return MonotonicInstant(nanoseconds: deltaOverflow || sumOverflow ? .max : sum)
    }

    /// Nanoseconds from `earlier` to this instant; 0 if `earlier` lies after it.
    package func nanoseconds(since earlier: MonotonicInstant) -> UInt64 {
        nanoseconds > earlier.nanoseconds ? nanoseconds - earlier.nanoseconds : 0
    }

    package static func < (left: MonotonicInstant, right: MonotonicInstant) -> Bool {
        left.nanoseconds < right.nanoseconds
    }
}
