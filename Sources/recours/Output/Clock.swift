// SPDX-License-Identifier: EUPL-1.2

internal import Glibc
internal import RecoursCases
internal import Synchronization

/// The time of this machine, and instants as people in France read them.
enum Clock {
    /// Milliseconds since 1970.
    static var milliseconds: Int64 {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
    }

    /// By how much the server's clock is ahead, in milliseconds: days left are reckoned by it, as
    /// it decides, and as a sandbox moves it.
    private static let lead = Atomic<Int64>(0)

    /// Goes by the server's clock from now on; 0 for a server that doesn't tell.
    static func follow(serverMilliseconds: Int64) {
        guard serverMilliseconds > 0 else { return }
        lead.store(serverMilliseconds - milliseconds, ordering: .relaxed)
    }

    static var now: Instant {
        Instant(millisecondsSince1970: milliseconds + lead.load(ordering: .relaxed))
    }

    /// The date in Paris.
    static var today: CalendarDate { now.dateInParis }

    /// Calendar days from today to an instant: 0 on the last day, negative when it has passed.
    static func daysLeft(until milliseconds: Int64, now: Instant) -> Int {
        now.dateInParis.days(until: Instant(millisecondsSince1970: milliseconds).dateInParis)
    }

    /// `2018-11-30 14:05:09Z`.
    static func text(_ milliseconds: Int64) -> String {
        let day = milliseconds.quotientFloored(by: 86_400_000)
        let seconds = (milliseconds - day * 86_400_000) / 1000
        let date = CalendarDate(clampingDayNumber: day)
        let parts = [seconds / 3600, seconds / 60 % 60, seconds % 60].map {
            ($0 < 10 ? "0" : "") + String($0)
        }
        return "\(date) \(parts.joined(separator: ":"))Z"
    }
}

extension Int64 {
    /// Rounded down, also below zero.
    fileprivate func quotientFloored(by divisor: Int64) -> Int64 {
        let quotient = self / divisor
        return self % divisor < 0 ? quotient - 1 : quotient
    }
}
