// SPDX-License-Identifier: EUPL-1.2

internal import Logging
internal import NIOCore
internal import RecoursTLS
internal import Synchronization

/// What all connections of one server share.
final class ServerShared: Sendable {
    /// One live connection, to be reached from other threads.
    struct Connection: Sendable {
        let handler: NIOLoopBound<ServerConnectionHandler>
        let channel: any Channel
    }

    private struct State {
        var tls: TLSContext
        var connections: [UInt64: Connection] = [:]
        var handshakesByAddress: [String: Int] = [:]
        var handshakes = 0
        var lastConnection: UInt64 = 0
        var isDraining = false
        var whenEmpty: [CheckedContinuation<Void, Never>] = []
    }

    let configuration: RPCServerConfiguration
    let router: MethodRouter
    let interceptor: any CallInterceptor
    let admission: any ConnectionAdmission
    let logger: Logger
    private let calls = Atomic(0)
    private let state: Mutex<State>

    init(
        configuration: RPCServerConfiguration, tls: TLSContext, router: MethodRouter,
        interceptor: any CallInterceptor, admission: any ConnectionAdmission, logger: Logger
    ) {
        self.configuration = configuration
        self.router = router
        self.interceptor = interceptor
        self.admission = admission
        self.logger = logger
        state = Mutex(State(tls: tls))
    }

    // MARK: TLS

    var tls: TLSContext {
        get { state.withLock(\.tls) }
        set { state.withLock { $0.tls = newValue } }
    }

    // MARK: Handshakes

    /// Takes a place for a handshake; false if there are too many, in all or from this address.
    func handshakeBegins(from address: String) -> Bool {
        state.withLock { state in
            let fromHere = state.handshakesByAddress[address, default: 0]
            guard !state.isDraining, state.handshakes < configuration.maxHandshakes,
                fromHere < configuration.maxHandshakesPerAddress,
                state.connections.count + state.handshakes < configuration.maxConnections
            else { return false }
            state.handshakes += 1
            state.handshakesByAddress[address] = fromHere + 1
            return true
        }
    }

    func handshakeEnded(from address: String) {
        state.withLock { state in
            state.handshakes -= 1
            let left = state.handshakesByAddress[address, default: 1] - 1
            state.handshakesByAddress[address] = left > 0 ? left : nil
        }
    }

    func nextConnectionNumber() -> UInt64 {
        state.withLock { state in
            state.lastConnection += 1
            return state.lastConnection
        }
    }

    // MARK: Connections and calls

    func connectionOpened(_ handler: ServerConnectionHandler) {
        guard let context = handler.context else { return }
        let connection = Connection(
            handler: NIOLoopBound(handler, eventLoop: context.eventLoop),
            channel: context.channel)
        let isDraining = state.withLock { state in
            state.connections[handler.peer.number] = connection
            return state.isDraining
        }
        if isDraining { handler.drain(retryAfterMilliseconds: 1_000) }
    }

    func connectionClosed(_ handler: ServerConnectionHandler) {
        let waiting = state.withLock { state -> [CheckedContinuation<Void, Never>] in
            state.connections[handler.peer.number] = nil
            guard state.connections.isEmpty else { return [] }
            defer { state.whenEmpty = [] }
            return state.whenEmpty
        }
        for continuation in waiting { continuation.resume() }
    }

    func callBegan() { calls.add(1, ordering: .relaxed) }
    func callEnded() { calls.subtract(1, ordering: .relaxed) }

    var counts: RPCServerCounts {
        state.withLock { state in
            RPCServerCounts(
                connections: state.connections.count, handshakes: state.handshakes,
                calls: calls.load(ordering: .relaxed))
        }
    }

    var connections: [Connection] { state.withLock { Array($0.connections.values) } }

    /// From now on connections are drained as they come; those that are there are returned.
    func beginDrain() -> [Connection] {
        state.withLock { state in
            state.isDraining = true
            return Array(state.connections.values)
        }
    }

    func waitUntilEmpty() async {
        await withCheckedContinuation { continuation in
            let isEmpty = state.withLock { state in
                if state.connections.isEmpty { return true }
                state.whenEmpty.append(continuation)
                return false
            }
            if isEmpty { continuation.resume() }
        }
    }
}
