// SPDX-License-Identifier: EUPL-1.2

internal import Glibc
package import RecoursCases
internal import Synchronization

/// The machine's clock as far as `ClockGuard` believes it.
package final class GuardedClock: Sendable {
    private let state: Mutex<ClockGuard>
    /// The guard's difference, for readers: one load a reading.
    private let difference: Atomic<Int64>
    private let read: @Sendable () -> ClockReading
    private let limits: ClockGuard.Limits

    /// - Parameter read: the machine's clocks; tests give their own.
    package init(
        limits: ClockGuard.Limits = ClockGuard.Limits(),
        read: @escaping @Sendable () -> ClockReading = GuardedClock.system
    ) {
        self.limits = limits
        self.read = read
        let first = ClockGuard(
            read(), notBefore: Instant(millisecondsSince1970: 0), limits: limits)
        difference = Atomic(first.differenceMilliseconds)
        state = Mutex(first)
    }

    /// Begins anew from recorded time already reached.
    func start(notBefore start: Instant) {
        state.withLock { state in
            state = ClockGuard(read(), notBefore: start, limits: limits)
            difference.store(state.differenceMilliseconds, ordering: .relaxed)
        }
    }

    /// The time to believe.
    package func now() -> Instant {
        Instant(
            millisecondsSince1970: read().sinceBootMilliseconds
                + difference.load(ordering: .relaxed))
    }

    /// Looks whether the machine's clock was set.
    package func observe() -> ClockGuard.Verdict {
        state.withLock { state in
            let verdict = state.observe(read())
            difference.store(state.differenceMilliseconds, ordering: .relaxed)
            return verdict
        }
    }

    package var isHolding: Bool { state.withLock { $0.isHolding } }

    /// The machine's clocks.
    @Sendable package static func system() -> ClockReading {
        var boot = timespec()
        clock_gettime(CLOCK_BOOTTIME, &boot)
        return ClockReading(
            wall: WallClock.system(),
            sinceBootMilliseconds: Int64(boot.tv_sec) * 1_000 + Int64(boot.tv_nsec) / 1_000_000)
    }
}
