// SPDX-License-Identifier: EUPL-1.2

internal import Logging
internal import RecoursMessages
internal import RecoursTransport
internal import RecoursWire
internal import Synchronization

/// Keeps one live connection: made when first asked for, shared by all calls, made anew, with
/// another server if there is one, when it breaks, its server drains or says that it cannot serve.
final class ConnectionKeeper: Sendable {
    fileprivate struct State {
        var book: AddressBook
        var current: LiveServer?
        /// The round under way, which all who ask meanwhile wait for.
        var connecting: ConnectOutcome?
        /// Connections that take no more calls, and whose last ones go on.
        var retired: [ClientConnection] = []
        var isClosed = false
    }

    /// For the calls in flight on a connection whose server was left.
    private static let farewell = Duration.seconds(30)

    private let search: ServerSearch
    private let readiness: RecoursConfiguration.Readiness
    private let logger: Logger
    private let state: Mutex<State>

    init(
        _ connector: Connector, readiness: RecoursConfiguration.Readiness, logger: Logger
    ) {
        self.readiness = readiness
        self.logger = logger
        search = ServerSearch(connector: connector)
        var chance = SystemRandomNumberGenerator()
        let book = AddressBook(
            connector.endpoints.map { ServerAddress(endpoint: $0) }, using: &chance)
        state = Mutex(State(book: book))
    }

    /// Whom calls go to now; nil while nobody takes them.
    var server: ServerAddress? {
        state.withLock { state in
            state.current.flatMap { $0.connection.acceptsCalls ? $0.address : nil }
        }
    }

    /// A connection that takes calls. Waits while none can be had, as readiness and deadline
    /// allow; a refusal by all that cannot heal by itself (a certificate, a name) fails at once.
    func connection(
        until deadline: ContinuousClock.Instant, attempts: Int
    ) async throws(RecoursError) -> ClientConnection {
        let limit = readiness.limit(from: .now, until: deadline)
        while true {
            switch nextStep(until: limit) {
            case .use(let connection): return connection
            case .closed: throw RecoursError(unsent: .clientClosed, attempts: attempts)
            case .wait(let outcome):
                switch await outcome.value(until: deadline) {
                case .success(let connection): return connection
                case .failure(let failure):
                    guard failure.mayPass, .now < limit else {
                        throw RecoursError(unsent: failure, attempts: attempts)
                    }
                case nil: throw Task.isCancelled ? .cancelled(attempts: attempts) : late(attempts)
                }
            case .pause(let end, let failure):
                guard failure.mayPass, end < limit else {
                    throw RecoursError(unsent: failure, attempts: attempts)
                }
                let wait = end - .now
                logger.debug("no server can be had, waiting", metadata: ["wait": "\(wait)"])
                try await RecoursError.sleep(wait, attempts: attempts)
            }
        }
    }

    /// Takes note of what a call's failure says of its server: one that cannot serve is left, as if
    /// it could not be reached, and calls in flight there finish.
    func note(_ failure: CallFailure, from connection: ClientConnection) {
        let error = RecoursError(unsent: failure, attempts: 0)
        guard error.saysServerIsAway else { return }
        let isLeft = state.withLock { state in
            guard let current = state.current, current.connection === connection else {
                return false
            }
            state.retire(current)
            var chance = SystemRandomNumberGenerator()
            state.book.failed(
                current.address, failure, at: .now, pause: error.retryAfter ?? .zero,
                isUnfit: true, using: &chance)
            return true
        }
        guard isLeft else { return }
        logger.info("left a server", metadata: ["why": "\(failure.status.message)"])
        Task { await connection.drain(within: Self.farewell) }
    }

    /// Lets calls in flight finish, for so long at most, then closes. Later calls fail.
    func drain(within duration: Duration) async {
        let connections = state.withLock { state in
            state.isClosed = true
            let all = state.retired + [state.current?.connection].compactMap { $0 }
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

    private enum Step {
        case use(ClientConnection)
        case wait(ConnectOutcome)
        /// All servers are left alone until then.
        case pause(ContinuousClock.Instant, CallFailure)
        case closed
    }

    /// The live connection, or the outcome of the round under way, or of a new one, which goes on
    /// for others if this caller gives up.
    private func nextStep(until limit: ContinuousClock.Instant) -> Step {
        state.withLock { state in
            if state.isClosed { return .closed }
            if let current = state.current {
                if current.connection.acceptsCalls { return .use(current.connection) }
                state.retire(current)
                state.book.note(endOf: current)
            }
            if let connecting = state.connecting { return .wait(connecting) }
            if let end = state.book.pause(at: .now) { return .pause(end, state.book.failure) }
            let outcome = ConnectOutcome()
            state.connecting = outcome
            let book = state.book
            Task { await self.makeConnection(outcome, book, until: limit) }
            return .wait(outcome)
        }
    }

    /// Nobody else changes the book meanwhile, for there is no connection to say anything of.
    private func makeConnection(
        _ outcome: ConnectOutcome, _ book: AddressBook, until limit: ContinuousClock.Instant
    ) async {
        var book = book
        let found = await search.find(in: &book, until: readiness == .failFast ? nil : limit)
        let isClosed = state.withLock { state in
            state.connecting = nil
            state.book = book
            state.retired.removeAll { !$0.isOpen }
            if !state.isClosed { state.current = found }
            return state.isClosed
        }
        if isClosed {
            await found?.connection.drain(within: .zero)
            outcome.settle(.failure(.clientClosed))
        } else {
            outcome.settle(found.map { .success($0.connection) } ?? .failure(book.failure))
        }
    }
}

extension ConnectionKeeper.State {
    /// Gives a connection no more calls.
    fileprivate mutating func retire(_ server: LiveServer) {
        if server.connection.isOpen { retired.append(server.connection) }
        current = nil
    }
}

extension AddressBook {
    /// Why a connection takes no more calls: it was lost, its server stops, or had it for long
    /// enough.
    fileprivate mutating func note(endOf server: LiveServer) {
        let connection = server.connection
        guard let failure = connection.reason, connection.goAway?.isByTheClock != true else {
            left(server.address)
            return
        }
        var chance = SystemRandomNumberGenerator()
        failed(
            server.address, failure, at: connection.endOfCalls ?? .now,
            pause: .milliseconds(Int64(connection.goAway?.retryAfterMs ?? 0)), using: &chance)
    }
}

extension WireGoAway {
    /// The server goes on serving: the connection was old, or without calls for long.
    fileprivate var isByTheClock: Bool { reason == .maxAge || reason == .idle }
}

extension CallFailure {
    /// Whether the same may be had a little later.
    fileprivate var mayPass: Bool { status.code == .unavailable }
}

extension RecoursConfiguration.Readiness {
    /// Until when somebody waits for a server who asks now.
    fileprivate func limit(
        from now: ContinuousClock.Instant, until deadline: ContinuousClock.Instant
    ) -> ContinuousClock.Instant {
        switch self {
        case .failFast: now
        case .wait(let duration): min(deadline, now + duration)
        case .untilDeadline: deadline
        }
    }
}
