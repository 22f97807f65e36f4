// SPDX-License-Identifier: EUPL-1.2

internal import Synchronization

/// What must be known of items on their way to report their results, by place in the stream;
/// bounded by the SDK's window.
final class Tickets<Ticket: Sendable>: Sendable {
    private struct State {
        var tickets: [Int: Ticket] = [:]
        var next = 0
    }

    private let state = Mutex(State())

    /// Of the next item that is sent.
    func add(_ ticket: Ticket) {
        state.withLock { state in
            state.tickets[state.next] = ticket
            state.next += 1
        }
    }

    func take(_ place: Int) -> Ticket? {
        state.withLock { $0.tickets.removeValue(forKey: place) }
    }
}
