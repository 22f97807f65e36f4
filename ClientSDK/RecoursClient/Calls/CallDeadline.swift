// SPDX-License-Identifier: EUPL-1.2

/// The instant after which a call's answer is of no use, inherited by the calls made for it.
public enum CallDeadline {
    /// The deadline of the work being done; calls made within inherit it if it is earlier.
    @TaskLocal public static var inherited: ContinuousClock.Instant?

    /// Runs `body` under a deadline: no call in it outlives it.
    public static func with<Result>(
        _ duration: Duration, _ body: () async throws -> Result
    ) async rethrows -> Result {
        let instant = ContinuousClock.now + duration
        let earlier = inherited.map { min($0, instant) } ?? instant
        return try await $inherited.withValue(earlier, operation: body)
    }

    /// The earlier of a call's own deadline and the inherited one.
    static func instant(for own: Duration) -> ContinuousClock.Instant {
        let instant = ContinuousClock.now + own
        return inherited.map { min($0, instant) } ?? instant
    }
}
