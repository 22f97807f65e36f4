// SPDX-License-Identifier: EUPL-1.2

internal import NIOCore
internal import RecoursMessages
internal import Synchronization

/// What may be asked of a connection from any thread: whether it takes calls, and why not.
final class ClientConnectionStatus: Sendable {
    private struct State {
        var isGreeted = false
        var isDraining = false
        var isOpen = true
        var reason: CallFailure?
        var goAway: WireGoAway?
        var endOfCalls: ContinuousClock.Instant?
        var greeting: CheckedContinuation<CallFailure?, Never>?
        var whenClosed: [CheckedContinuation<Void, Never>] = []
    }

    private let state = Mutex(State())

    var acceptsCalls: Bool { state.withLock { $0.isOpen && !$0.isDraining } }
    var isOpen: Bool { state.withLock(\.isOpen) }
    /// Why no calls are taken any more, once that is so.
    var reason: CallFailure? { state.withLock(\.reason) }
    /// Since when no calls are taken any more.
    var endOfCalls: ContinuousClock.Instant? { state.withLock(\.endOfCalls) }
    /// The server's first word of its leave.
    var goAway: WireGoAway? { state.withLock(\.goAway) }

    func isGreeted() {
        let greeting = state.withLock { state in
            state.isGreeted = true
            defer { state.greeting = nil }
            return state.greeting
        }
        greeting?.resume(returning: nil)
    }

    /// The server goes away, or we do.
    func drains(_ goAway: WireGoAway?) {
        state.withLock { state in
            state.isDraining = true
            state.endOfCalls = state.endOfCalls ?? .now
            if let goAway, state.reason == nil {
                state.reason = CallFailure(goAway)
                state.goAway = goAway
            }
        }
    }

    func closes() {
        state.withLock { $0.isDraining = true }
    }

    /// The connection is over. Returns the reason found first, which is the true one.
    func fails(_ failure: CallFailure) -> CallFailure {
        let (reason, greeting, waiting) = state.withLock { state in
            let reason = state.reason ?? failure
            state.reason = reason
            state.isOpen = false
            state.endOfCalls = state.endOfCalls ?? .now
            defer {
                state.greeting = nil
                state.whenClosed = []
            }
            return (reason, state.greeting, state.whenClosed)
        }
        greeting?.resume(returning: reason)
        for continuation in waiting { continuation.resume() }
        return reason
    }

    /// Waits for the server's HELLO: only then is it known that it takes our certificate. Returns
    /// why it did not come.
    func greeting() async -> CallFailure? {
        await withCheckedContinuation { continuation in
            let known = state.withLock { state -> CallFailure?? in
                if !state.isOpen { return .some(state.reason) }
                if state.isGreeted { return .some(nil) }
                state.greeting = continuation
                return .none
            }
            if let known { continuation.resume(returning: known) }
        }
    }

    func untilClosed() async {
        await withCheckedContinuation { continuation in
            let isClosed = state.withLock { state in
                if !state.isOpen { return true }
                state.whenClosed.append(continuation)
                return false
            }
            if isClosed { continuation.resume() }
        }
    }
}
