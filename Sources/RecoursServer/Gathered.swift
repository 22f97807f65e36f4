// SPDX-License-Identifier: EUPL-1.2

internal import Synchronization

/// Results that come in any order, put back into the order of what was asked.
final class Gathered<Element: Sendable>: Sendable {
    private struct State {
        var elements: [Element?]
        var missing: Int
        var whenComplete: (@Sendable () -> Void)?
    }

    private let state: Mutex<State>

    init(count: Int) {
        state = Mutex(State(elements: Array(repeating: nil, count: count), missing: count))
    }

    /// Runs the closure once when nothing is missing any more.
    func whenComplete(_ body: @escaping @Sendable () -> Void) {
        let now = state.withLock { state in
            if state.missing == 0 { return true }
            state.whenComplete = body
            return false
        }
        if now { body() }
    }

    /// Puts the result of one place; a place that has one keeps it.
    func put(_ element: Element, at place: Int) {
        let body: (@Sendable () -> Void)? = state.withLock { state in
            guard state.elements.indices.contains(place), state.elements[place] == nil else {
                return nil
            }
            state.elements[place] = element
            state.missing -= 1
            guard state.missing == 0 else { return nil }
            defer { state.whenComplete = nil }
            return state.whenComplete
        }
        body?()
    }

    func all() -> [Element] {
        state.withLock { $0.elements.compactMap { $0 } }
    }
}
