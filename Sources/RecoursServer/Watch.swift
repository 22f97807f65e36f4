// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCases
internal import Synchronization

/// One running watch, as those who wake it see it. It keeps nothing but that there may be
/// something: who is slow is woken once for many changes.
final class Watch: Sendable {
    /// Why a watch was woken; several may come together.
    struct Wakes: OptionSet, Sendable {
        let rawValue: UInt8

        /// There may be something to read.
        static let changed = Wakes(rawValue: 1)
        /// Nothing was sent for so long that the place is due to be said again.
        static let silent = Wakes(rawValue: 2)
        /// The server goes away.
        static let draining = Wakes(rawValue: 4)
        /// The call is over.
        static let cancelled = Wakes(rawValue: 8)
    }

    private struct State {
        var wakes: Wakes = []
        var waiter: CheckedContinuation<Wakes, Never>?
        var lastSent = ContinuousClock.now
    }

    let partner: PartnerReference
    let number: UInt64
    private let state = Mutex(State())

    init(of partner: PartnerReference, number: UInt64) {
        self.partner = partner
        self.number = number
    }

    /// Wakes it, now or when it next waits. Quick, from any thread.
    func signal(_ wakes: Wakes) {
        let woken = state.withLock { state -> (CheckedContinuation<Wakes, Never>, Wakes)? in
            state.wakes.formUnion(wakes)
            guard let waiter = state.waiter else { return nil }
            defer { state.wakes = [] }
            state.waiter = nil
            return (waiter, state.wakes)
        }
        if let (waiter, wakes) = woken { waiter.resume(returning: wakes) }
    }

    /// Waits until it is woken; at once if it was since it last waited.
    func next() async -> Wakes {
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let wakes = state.withLock { state -> Wakes? in
                    if state.wakes.isEmpty {
                        state.waiter = continuation
                        return nil
                    }
                    defer { state.wakes = [] }
                    return state.wakes
                }
                if let wakes { continuation.resume(returning: wakes) }
            }
        } onCancel: {
            signal(.cancelled)
        }
    }

    /// Whether it has been told that its time is over, and not yet heard it.
    var isEnding: Bool {
        !state.withLock { $0.wakes }.isDisjoint(with: [.draining, .cancelled])
    }

    /// Notes that something was sent.
    func hasSent() {
        state.withLock { $0.lastSent = .now }
    }

    /// Wakes it if nothing was sent since an instant.
    func wakeIfSilent(since instant: ContinuousClock.Instant) {
        if state.withLock({ $0.lastSent <= instant }) { signal(.silent) }
    }
}
