// SPDX-License-Identifier: EUPL-1.2

internal import Synchronization

/// One wait for something to grow, with its end in time.
struct GrowthWait {
    let waiters: GrowthWaiters

    /// The waiter's name, known only after it may already have been woken.
    private final class Place: Sendable {
        let token = Mutex<GrowthWaiters.Token?>(nil)
    }

    /// Registers, looks whether it has grown already, and sleeps until one of the three.
    func run(
        _ topic: GrowthWaiters.Topic, after position: UInt64,
        until deadline: ContinuousClock.Instant,
        askForHead: @Sendable (@escaping @Sendable (Result<UInt64, StoreError>) -> Void) -> Void
    ) async throws(StoreError) -> Bool {
        let waiters = waiters
        let place = Place()
        let cancel: @Sendable () -> Void = {
            if let token = place.token.withLock({ $0 }) { waiters.wake(token, .cancelled) }
        }
        let timer = Task {
            try await Task.sleep(until: deadline, clock: .continuous)
            cancel()
        }
        defer { timer.cancel() }
        let wake = await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let token = waiters.register(topic, after: position) {
                    continuation.resume(returning: GrowthWaiters.Wake?.some($0))
                }
                guard let token else {
                    continuation.resume(returning: nil)
                    return
                }
                place.token.withLock { $0 = token }
                askForHead { head in
                    switch head {
                    case .success(let head) where head > position: waiters.wake(token, .grown)
                    case .success: break
                    case .failure: waiters.wake(token, .closed)
                    }
                }
                // Either may have come before the token was in its place.
                if Task.isCancelled || ContinuousClock.now >= deadline { cancel() }
            }
        } onCancel: {
            cancel()
        }
        switch wake {
        case .grown: return true
        case .cancelled: return false
        case .closed: throw .stopped
        case nil: throw .queueFull
        }
    }
}
