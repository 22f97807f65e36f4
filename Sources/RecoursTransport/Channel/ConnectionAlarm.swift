// SPDX-License-Identifier: EUPL-1.2

internal import NIOCore
internal import RecoursWire

/// One alarm a connection, for whatever is due first; moved only when something is due earlier. It
/// belongs to the connection's event loop.
struct ConnectionAlarm {
    private var scheduled: Scheduled<Void>?
    private var ringsAt: MonotonicInstant?

    /// Whether it rings by then as it is: asked at each flush, before anything is made to move it.
    func rings(by next: MonotonicInstant) -> Bool {
        ringsAt.map { $0 <= next } ?? false
    }

    /// Rings at `next` and no other time. `ring` must begin with `rang()`.
    mutating func set(
        _ next: MonotonicInstant, on eventLoop: any EventLoop,
        _ ring: @escaping @Sendable () -> Void
    ) {
        scheduled?.cancel()
        ringsAt = next
        // Coarse: nothing here is finer than ten milliseconds.
        let wait = max(10_000_000, Int64(clamping: next.nanoseconds(since: .now)))
        scheduled = eventLoop.scheduleTask(in: .nanoseconds(wait), ring)
    }

    /// It has rung, and may be set again to any time.
    mutating func rang() {
        ringsAt = nil
    }

    /// It will not ring any more.
    mutating func cancel() {
        scheduled?.cancel()
    }
}
