// SPDX-License-Identifier: EUPL-1.2

internal import Glibc
package import RecoursCases
internal import Synchronization

/// The time that is written into cases: the wall clock, but never earlier than it said before, so
/// that a case's events are in order however the machine's clock is set.
package final class WallClock: Sendable {
    private let latest: Atomic<Int64>
    /// What a sandbox has been moved ahead by.
    private let aheadMilliseconds = Atomic<Int64>(0)
    private let now: @Sendable () -> Instant
    private let guarded: GuardedClock?

    /// - Parameters:
    ///   - start: recorded time already reached, e.g. the newest event's.
    ///   - now: the machine's clock; tests give their own.
    package init(
        notBefore start: Instant = Instant(millisecondsSince1970: 0),
        now: @escaping @Sendable () -> Instant = WallClock.system
    ) {
        latest = Atomic(start.millisecondsSince1970)
        self.now = now
        guarded = nil
    }

    /// The machine's clock without its leaps.
    package init(_ guarded: GuardedClock) {
        latest = Atomic(0)
        now = guarded.now
        self.guarded = guarded
    }

    /// The instant to record.
    package func reading() -> Instant {
        let value =
            now().millisecondsSince1970 + aheadMilliseconds.load(ordering: .relaxed)
        let (_, reached) = latest.max(value, ordering: .relaxed)
        return Instant(millisecondsSince1970: reached)
    }

    /// Goes on from where a store's time has got to.
    func start(notBefore recorded: Instant, aheadMilliseconds ahead: Int64) {
        aheadMilliseconds.store(ahead, ordering: .relaxed)
        guarded?.start(
            notBefore: Instant(millisecondsSince1970: recorded.millisecondsSince1970 - ahead))
        latest.max(recorded.millisecondsSince1970, ordering: .relaxed)
    }

    /// Looks whether the machine's clock was set; nil if nobody guards it.
    func observe() -> ClockGuard.Verdict? { guarded?.observe() }

    /// True while the machine's clock is not followed.
    var isHolding: Bool { guarded?.isHolding ?? false }

    // MARK: Sandboxes

    /// By how much a sandbox is ahead of the machine.
    var ahead: Int64 { aheadMilliseconds.load(ordering: .relaxed) }

    /// Moves a sandbox ahead, so that it reads this instant at the least.
    func move(to instant: Instant) {
        let needed = instant.millisecondsSince1970 - now().millisecondsSince1970
        aheadMilliseconds.max(needed, ordering: .relaxed)
    }

    /// CLOCK_REALTIME in milliseconds.
    @Sendable package static func system() -> Instant {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Instant(
            millisecondsSince1970: Int64(time.tv_sec) * 1_000 + Int64(time.tv_nsec) / 1_000_000)
    }
}
