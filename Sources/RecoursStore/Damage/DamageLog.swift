// SPDX-License-Identifier: EUPL-1.2

internal import Synchronization

/// Damage that was met, by a reader, by a command or by a scrub: each told once to whoever acts on
/// it.
package final class DamageLog: Sendable {
    private struct State {
        var known: Set<StoreError> = []
        var handler: (@Sendable (StoreError) -> Void)?
    }

    /// Beyond so many the store is to be restored, whatever else is damaged.
    private static let most = 1_000

    private let state = Mutex(State())

    /// Has a handler told of all damage: what was met before at once, the rest as it is met. It
    /// must be quick.
    package func report(to handler: @escaping @Sendable (StoreError) -> Void) {
        let met = state.withLock { state in
            state.handler = handler
            return state.known
        }
        for error in met { handler(error) }
    }

    /// Takes note of an error, if it is damage.
    package func note(_ error: StoreError) {
        guard error.code == .corrupted else { return }
        let handler = state.withLock { state -> (@Sendable (StoreError) -> Void)? in
            guard state.known.count < Self.most, state.known.insert(error).inserted else {
                return nil
            }
            return state.handler
        }
        handler?(error)
    }

    package func note(_ errors: [StoreError]) {
        for error in errors { note(error) }
    }

    /// Begins anew: what is still damaged is told again when it is met again.
    package func forget() { state.withLock { $0.known = [] } }
}
