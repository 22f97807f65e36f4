// SPDX-License-Identifier: EUPL-1.2

internal import RecoursStore

/// So much a second, and so much at once after a while without.
///
/// What a call comes to is often known only at its end. Then it is paid afterwards: the bucket goes
/// below nothing, and whoever asks next waits until it has come back.
struct TokenBucket: Sendable {
    let perSecond: Double
    let burst: Double
    private var level: Double
    private var at: Uptime

    init(perSecond: UInt64, burst: UInt64, at now: Uptime) {
        self.perSecond = Double(perSecond)
        self.burst = Double(max(burst, perSecond, 1))
        level = self.burst
        at = now
    }

    /// Takes so much if there is anything; else how many milliseconds it will be until there is.
    mutating func take(_ amount: Double, at now: Uptime) -> UInt64? {
        refill(at: now)
        guard level > 0 else { return UInt64(-level / perSecond * 1_000) + 1 }
        level -= amount
        return nil
    }

    /// Has what is known only now paid.
    mutating func spend(_ amount: Double, at now: Uptime) {
        refill(at: now)
        level -= amount
    }

    private mutating func refill(at now: Uptime) {
        guard now > at else { return }
        let seconds = Double(now.nanoseconds - at.nanoseconds) / 1e9
        level = min(burst, level + seconds * perSecond)
        at = now
    }
}
