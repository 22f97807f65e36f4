// SPDX-License-Identifier: EUPL-1.2

internal import Dispatch

/// A moment of the monotonic clock, which waits and deadlines are measured by.
package struct Uptime: Sendable, Hashable, Comparable {
    /// Later than every reading.
    package static let never = Uptime(nanoseconds: .max)

    package static var now: Uptime { Uptime(nanoseconds: DispatchTime.now().uptimeNanoseconds) }

    package var nanoseconds: UInt64

    package init(nanoseconds: UInt64) { self.nanoseconds = nanoseconds }

    package static func < (left: Uptime, right: Uptime) -> Bool {
        left.nanoseconds < right.nanoseconds
    }

    /// Never, if that is too far to say.
    package static func + (moment: Uptime, wait: Duration) -> Uptime {
        let (sum, overflows) = moment.nanoseconds.addingReportingOverflow(wait.nanoseconds)
        return overflows ? .never : Uptime(nanoseconds: sum)
    }
}

extension Duration {
    /// Whole nanoseconds, of what is not negative and under a century.
    var nanoseconds: UInt64 {
        let (seconds, attoseconds) = components
        return UInt64(max(0, seconds)) &* 1_000_000_000
            &+ UInt64(max(0, attoseconds)) / 1_000_000_000
    }
}
