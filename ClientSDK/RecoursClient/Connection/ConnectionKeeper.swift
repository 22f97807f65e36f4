// SPDX-License-Identifier: EUPL-1.2

internal import Logging
internal import RecoursTransport
internal import Synchronization

/// Keeps one live connection: made when first asked for, shared by all calls, made anew when it
/// breaks or its server drains.
final class ConnectionKeeper: Sendable {
    /// Makes one attempt to connect.
    typealias Connect = @Sendable () async throws(CallFailure) -> ClientConnection

    private struct State {
        var current: ClientConnection?
        /// The attempt under way, which all who ask meanwhile wait for.
        var connecting: ConnectOutcome?
        /// Draining connections whose last calls go on.
        var retired: [ClientConnection] = []
        var isClosed = false
    }

    private let connect: Connect
    private let readiness: RecoursConfiguration.Readiness
    private let logger: Logger
    private let state = Mutex(State())

    init(
        readiness: RecoursConfiguration.Readiness, logger: Logger, connect: @escaping Connect
    ) {
        self.readiness = readiness
        self.logger = logger
        self.connect = connect
    }

    /// A connection that takes calls. Tries again while none can be had, as readiness and deadline
    /// allow; a refusal that cannot heal by itself (a certificate, a name) fails at once.
    func connection(
        until deadline: ContinuousClock.Instant, attempts: Int
    ) async throws(RecoursError) -> ClientConnection {
        let limit: ContinuousClock.Instant
        switch readiness {
        case .failFast: limit = .now
        case .wait(atMost: let duration): limit = min(deadline, .now + duration)
        }
        var backoff = Backoff(initial: .milliseconds(100), limit: .seconds(5))
        while true {
            let failure: CallFailure
            switch await attempt(until: deadline) {
            case .success(let connection): return connection
            case .failure(let found): failure = found
            case nil: throw Task.isCancelled ? .cancelled(attempts: attempts) : late(attempts)
            }
            let error = RecoursError(failure, attempts: attempts, mayHaveTakenEffect: false)
            let wait = backoff.wait()
            guard error.code == .unavailable, ContinuousClock.now + wait < limit else {
                throw error
            }
            logger.debug("cannot connect, trying again", metadata: ["wait": "\(wait)"])
            try await RecoursError.sleep(wait, attempts: attempts)
        }
    }

    /// Lets calls in flight finish, for so long at most, then closes. Later calls fail.
    func drain(within duration: Duration) async {
        let connections = state.withLock { state in
            state.isClosed = true
            let all = state.retired + [state.current].compactMap { $0 }
            state.retired = []
            state.current = nil
            return all
        }
        await withTaskGroup(of: Void.self) { group in
            for connection in connections {
                group.addTask { await connection.drain(within: duration) }
            }
        }
    }

    private func late(_ attempts: Int) -> RecoursError {
        RecoursError(
            code: .deadlineExceeded, message: "no connection could be made before the deadline",
            remedy: "Look at the path to the server with `recours doctor`.", origin: .connection,
            attempts: attempts)
    }

    /// The live connection, or the outcome of the attempt under way, or of a new one. Nil if the
    /// deadline or the caller's cancellation came first; the attempt goes on for others.
    private func attempt(
        until deadline: ContinuousClock.Instant
    ) async -> Result<ClientConnection, CallFailure>? {
        switch nextStep() {
        case .use(let connection): return .success(connection)
        case .closed: return .failure(.clientClosed)
        case .wait(let outcome): return await outcome.value(until: deadline)
        }
    }

    private enum Step {
        case use(ClientConnection)
        case wait(ConnectOutcome)
        case closed
    }

    private func nextStep() -> Step {
        state.withLock { state in
            if state.isClosed { return .closed }
            if let current = state.current {
                if current.acceptsCalls { return .use(current) }
                if current.isOpen { state.retired.append(current) }
                state.current = nil
            }
            if let connecting = state.connecting { return .wait(connecting) }
            let outcome = ConnectOutcome()
            state.connecting = outcome
            Task { await self.makeConnection(outcome) }
            return .wait(outcome)
        }
    }

    private func makeConnection(_ outcome: ConnectOutcome) async {
        let result: Result<ClientConnection, CallFailure>
        do throws(CallFailure) {
            result = .success(try await connect())
        } catch {
            result = .failure(error)
        }
        let closedMeanwhile = state.withLock { state in
            state.connecting = nil
            state.retired.removeAll { !$0.isOpen }
            if case .success(let connection) = result, !state.isClosed {
                state.current = connection
            }
            return state.isClosed
        }
        if closedMeanwhile, case .success(let connection) = result {
            await connection.drain(within: .zero)
            outcome.settle(.failure(.clientClosed))
        } else {
            outcome.settle(result)
        }
    }
}
