// SPDX-License-Identifier: EUPL-1.2

internal import Glibc
package import RecoursCases
internal import Synchronization

/// The time that is written into cases: the wall clock, but never earlier than it said before, so
/// that a case's events are in order however the machine's clock is set.
package final class WallClock: Sendable {
    private let latest: Atomic<Int64>
    private let now: @Sendable () -> Instant

    /// - Parameters:
    ///   - start: recorded time already reached, e.g. the newest event's.
    ///   - now: the machine's clock; tests give their own.
    package init(
        notBefore start: Instant = Instant(millisecondsSince1970: 0),
        now: @escaping @Sendable () -> Instant = WallClock.system
    ) {
        latest = Atomic(start.millisecondsSince1970)
        self.now = now
    }

    /// The instant to record.
    package func reading() -> Instant {
        let value = now().millisecondsSince1970
        let (_, reached) = latest.max(value, ordering: .relaxed)
        return Instant(millisecondsSince1970: reached)
    }

    /// CLOCK_REALTIME in milliseconds.
    @Sendable package static func system() -> Instant {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Instant(
            millisecondsSince1970: Int64(time.tv_sec) * 1_000 + Int64(time.tv_nsec) / 1_000_000)
    }
}
