// SPDX-License-Identifier: EUPL-1.2

/// Waits that grow: doubled each time, drawn between half and whole, so that many clients which
/// lost one server do not come back in step.
struct Backoff: Sendable {
    private var next: Duration
    private let limit: Duration

    init(initial: Duration, limit: Duration) {
        next = initial
        self.limit = limit
    }

    /// The wait before the next attempt.
    mutating func wait(using generator: inout some RandomNumberGenerator) -> Duration {
        let whole = min(next, limit)
        next = min(next * 2, limit)
        return whole * Double.random(in: 0.5...1, using: &generator)
    }

    mutating func wait() -> Duration {
        var generator = SystemRandomNumberGenerator()
        return wait(using: &generator)
    }
}
