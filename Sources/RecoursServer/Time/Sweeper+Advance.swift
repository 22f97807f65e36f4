// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCases
internal import RecoursStore

extension Sweeper {
    private static let day: Int64 = 86_400_000

    /// What a sandbox's advance came to.
    struct Advance: Sendable {
        let now: Instant
        /// How many times a case was acted on.
        let acted: Int
    }

    /// Moves a sandbox's clock ahead, from alarm to alarm, as if the time had passed: a reminder is
    /// recorded at its own time, before the deadline it reminds of.
    ///
    /// The new time is kept first. If the server dies on the way, it comes back at the end of it
    /// and acts there on what was left.
    func advance(to target: Instant) async throws(StoreError) -> Advance {
        guard await turn.take() else { throw .cancelledAdvance }
        defer { turn.giveBack() }
        let needed =
            target.millisecondsSince1970 - clock.reading().millisecondsSince1970 + clock.ahead
        try await store.raise([.clockOffset: needed])
        var acted = 0
        while true {
            let sweep = await sweep()
            if let failure = sweep.failure { throw failure }
            acted += sweep.acted
            // What acted may have made something else due at the same instant.
            if sweep.acted > 0 { continue }
            let now = clock.reading()
            guard now < target else { return Advance(now: now, acted: acted) }
            // A day at most, for what is looked at once a day; and an alarm that does not move must
            // not stop the clock.
            let latest = min(target.millisecondsSince1970, now.millisecondsSince1970 + Self.day)
            let next = sweep.next.map { $0.millisecondsSince1970 } ?? latest
            clock.move(
                to: Instant(
                    millisecondsSince1970: max(
                        now.millisecondsSince1970 + 1, min(next, latest))))
        }
    }
}

extension StoreError {
    fileprivate static let cancelledAdvance = StoreError(
        code: .closed, message: "The advance was cancelled before it began",
        remedy: "Ask again.")
}
