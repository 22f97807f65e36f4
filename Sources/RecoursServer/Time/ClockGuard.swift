// SPDX-License-Identifier: EUPL-1.2

package import RecoursCases

/// What the machine says of the time, both at one moment.
package struct ClockReading: Sendable, Equatable {
    /// CLOCK_REALTIME: what people and NTP set.
    package var wall: Instant
    /// CLOCK_BOOTTIME: nobody sets it, and it goes on while the machine sleeps.
    package var sinceBootMilliseconds: Int64

    package init(wall: Instant, sinceBootMilliseconds: Int64) {
        self.wall = wall
        self.sinceBootMilliseconds = sinceBootMilliseconds
    }
}

/// Which time to believe when the machine's clock is set.
///
/// Believed time is the time since boot plus a difference, and only an observation changes the
/// difference. Small corrections are followed at once. A leap ahead is not, until it has lasted: it
/// would make every open case late in one instant. A leap back is not followed at all, for recorded
/// time cannot go back, and would otherwise stand still; believed time then goes on as it went.
package struct ClockGuard: Sendable, Equatable {
    package struct Limits: Sendable, Equatable {
        /// A difference of more than this is a leap: far above what NTP corrects in steps, and an
        /// hour is what a wrong time zone makes.
        package var leapMilliseconds: Int64 = 3_600_000
        /// A leap ahead that has lasted so long is believed.
        package var patienceMilliseconds: Int64 = 600_000

        package init() {}
    }

    /// What an observation found.
    package enum Verdict: Sendable, Equatable {
        /// The clock goes as it should; small corrections are taken over.
        case steady
        /// The clock has just leapt, by so much, and is not followed: tell the operator.
        case leapt(byMilliseconds: Int64)
        /// The leap seen before lasts.
        case waiting(byMilliseconds: Int64)
        /// The clock is back where it should be.
        case returned
        /// A leap ahead has lasted and is believed from now on.
        case accepted(byMilliseconds: Int64)
    }

    private let limits: Limits
    /// Believed time less the time since boot.
    package private(set) var differenceMilliseconds: Int64
    /// When, since boot, the present leap was first seen.
    private var leapSeenAt: Int64?

    /// - Parameter start: recorded time already reached. A clock far behind it has been set back
    ///   while the server was away, and is not followed.
    package init(
        _ reading: ClockReading, notBefore start: Instant, limits: Limits = Limits()
    ) {
        self.limits = limits
        differenceMilliseconds = reading.difference
        let behind = start.millisecondsSince1970 - reading.wall.millisecondsSince1970
        if behind > limits.leapMilliseconds { differenceMilliseconds += behind }
    }

    /// The time to believe at a moment since boot.
    package func time(sinceBootMilliseconds: Int64) -> Instant {
        Instant(millisecondsSince1970: sinceBootMilliseconds + differenceMilliseconds)
    }

    /// True while the machine's clock is not followed.
    package var isHolding: Bool { leapSeenAt != nil }

    package mutating func observe(_ reading: ClockReading) -> Verdict {
        let leap = reading.difference - differenceMilliseconds
        guard abs(leap) > limits.leapMilliseconds else {
            differenceMilliseconds = reading.difference
            defer { leapSeenAt = nil }
            return isHolding ? .returned : .steady
        }
        guard let seenAt = leapSeenAt else {
            leapSeenAt = reading.sinceBootMilliseconds
            return .leapt(byMilliseconds: leap)
        }
        let lasted = reading.sinceBootMilliseconds - seenAt
        guard leap > 0, lasted >= limits.patienceMilliseconds else {
            return .waiting(byMilliseconds: leap)
        }
        differenceMilliseconds = reading.difference
        leapSeenAt = nil
        return .accepted(byMilliseconds: leap)
    }
}

extension ClockReading {
    fileprivate var difference: Int64 { wall.millisecondsSince1970 - sinceBootMilliseconds }
}
