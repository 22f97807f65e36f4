// SPDX-License-Identifier: EUPL-1.2

internal import Logging
internal import NIOCore
internal import RecoursTLS
internal import RecoursWire
internal import Synchronization

/// What all connections of one server share.
final class ServerShared: Sendable {
    /// One live connection, to be reached from other threads.
    struct Connection: Sendable {
        let peer: PeerConnection
        let executor: LoopExecutor
        let handler: NIOLoopBound<ServerConnectionHandler>
        let channel: any Channel
    }

    private struct State {
        var tls: TLSContext
        var connections: [UInt64: Connection] = [:]
        var handshakes: HandshakeGate
        var lastConnection: UInt64 = 0
        var isDraining = false
        var maxConnections: Int
        var whenEmpty: [CheckedContinuation<Void, Never>] = []
    }

    let configuration: RPCServerConfiguration
    let router: MethodRouter
    let interceptor: any CallInterceptor
    let admission: any ConnectionAdmission
    let logger: Logger
    let traffic = Traffic()
    /// One a loop, by the loop's identity; never changes.
    let executors: [ObjectIdentifier: LoopExecutor]
    private let calls = Atomic(0)
    private let isDraining = Atomic(false)
    /// Set while there is no room for more.
    let refusesConnections = Atomic(false)
    private let state: Mutex<State>

    init(
        configuration: RPCServerConfiguration, tls: TLSContext, router: MethodRouter,
        interceptor: any CallInterceptor, admission: any ConnectionAdmission, logger: Logger,
        eventLoops: [any EventLoop]
    ) {
        executors = Dictionary(
            eventLoops.map { (ObjectIdentifier($0), LoopExecutor(eventLoop: $0)) },
            uniquingKeysWith: { first, _ in first })
        self.configuration = configuration
        self.router = router
        self.interceptor = interceptor
        self.admission = admission
        self.logger = logger
        state = Mutex(
            State(
                tls: tls,
                handshakes: HandshakeGate(
                    limits: HandshakeGate.Limits(
                        inAll: configuration.maxHandshakes,
                        perNetwork: configuration.maxHandshakesPerAddress,
                        perNetworkPerSecond: configuration.maxHandshakesPerAddressPerSecond)),
                maxConnections: configuration.maxConnections))
    }

    // MARK: TLS

    var tls: TLSContext {
        get { state.withLock(\.tls) }
        set { state.withLock { $0.tls = newValue } }
    }

    /// Most connections, with the handshakes that may become some.
    func setMaxConnections(_ count: Int) {
        state.withLock { $0.maxConnections = count }
    }

    /// The limits of one connection. Ages differ by 10 % each way, and PINGs come up to a fifth
    /// early, so that the connections which a restart brought all at once neither end nor wake so.
    func connectionLimits() -> ConnectionLimits {
        var limits = configuration.limits
        let age = limits.maxAgeMilliseconds
        limits.maxAgeMilliseconds = age - age / 10 + UInt64.random(in: 0...max(1, age / 5))
        if age == 0 { limits.maxAgeMilliseconds = 0 }
        limits.keepaliveMilliseconds -= UInt64.random(in: 0...limits.keepaliveMilliseconds / 5)
        limits.idleKeepaliveMilliseconds = limits.keepaliveMilliseconds
        return limits
    }

    // MARK: Handshakes

    /// Takes a place for a handshake; false if there are too many, in all or from this network.
    func handshakeBegins(from network: PeerNetwork) -> Bool {
        state.withLock { state in
            let count = state.connections.count + state.handshakes.inProgress
            return !state.isDraining && !refusesConnections.load(ordering: .relaxed)
                && count < state.maxConnections
                && state.handshakes.begin(from: network, at: .now)
        }
    }

    func handshakeEnded(from network: PeerNetwork) {
        state.withLock { $0.handshakes.end(from: network) }
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
            peer: handler.peer, executor: handler.executor,
            handler: NIOLoopBound(handler, eventLoop: context.eventLoop),
            channel: context.channel)
        let isDraining = state.withLock { state in
            state.connections[handler.peer.number] = connection
            return state.isDraining
        }
        if isDraining { handler.drain(retryAfterMilliseconds: 1_000) }
    }

    func connectionClosed(_ handler: ServerConnectionHandler) {
        state.withLock { $0.connections[handler.peer.number] = nil }
        tellIfEmpty()
    }

    func callBegan() { calls.add(1, ordering: .relaxed) }

    func callEnded() {
        let left = calls.subtract(1, ordering: .acquiringAndReleasing).newValue
        // Only a drain asks; a call must not cost a lock otherwise.
        if left == 0, isDraining.load(ordering: .acquiring) { tellIfEmpty() }
    }

    var counts: RPCServerCounts {
        state.withLock { state in
            RPCServerCounts(
                connections: state.connections.count, handshakes: state.handshakes.inProgress,
                calls: calls.load(ordering: .relaxed), bytesReceived: traffic.received,
                bytesSent: traffic.sent)
        }
    }

    var connections: [Connection] { state.withLock { Array($0.connections.values) } }

    /// From now on connections are drained as they come; those that are there are returned.
    func beginDrain() -> [Connection] {
        isDraining.store(true, ordering: .releasing)
        return state.withLock { state in
            state.isDraining = true
            return Array(state.connections.values)
        }
    }

    /// Waits until no connection is open and no handler runs: their loops are still needed by then.
    func waitUntilEmpty() async {
        await withCheckedContinuation { continuation in
            state.withLock { $0.whenEmpty.append(continuation) }
            tellIfEmpty()
        }
    }

    /// Ends the wait though handlers still run: they have been cancelled and do not heed it.
    func stopWaiting() {
        for continuation in takeWaiting(mustBeEmpty: false) { continuation.resume() }
    }

    private func tellIfEmpty() {
        for continuation in takeWaiting(mustBeEmpty: true) { continuation.resume() }
    }

    private func takeWaiting(mustBeEmpty: Bool) -> [CheckedContinuation<Void, Never>] {
        state.withLock { state in
            let isEmpty = state.connections.isEmpty && calls.load(ordering: .acquiring) == 0
            guard isEmpty || !mustBeEmpty else { return [] }
            defer { state.whenEmpty = [] }
            return state.whenEmpty
        }
    }
}
