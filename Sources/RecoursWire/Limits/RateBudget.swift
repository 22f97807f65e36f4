// SPDX-License-Identifier: EUPL-1.2

/// Counts events against "so many in any such period", in eight bytes and without a queue.
///
/// Each event books the next free slot of `period / count`; the budget is overrun when the slots
/// booked reach further than one period ahead.
package struct RateBudget: Sendable, Hashable {
    private let slotNanoseconds: UInt64
    private let periodNanoseconds: UInt64
    private var bookedUntil: UInt64 = 0

    /// `count` events, at least 1, in `periodMilliseconds`.
    package init(count: Int, periodMilliseconds: UInt64) {
        self.periodNanoseconds = periodMilliseconds * 1_000_000
        self.slotNanoseconds = periodNanoseconds / UInt64(max(1, count))
    }

    /// Books one event; false if the budget is overrun, and then nothing is booked.
    package mutating func spend(now: MonotonicInstant) -> Bool {
        let slotEnd = max(bookedUntil, now.nanoseconds) + slotNanoseconds
        guard slotEnd - now.nanoseconds <= periodNanoseconds else {
            return false
        }
        bookedUntil = slotEnd
        return true
    }
}
