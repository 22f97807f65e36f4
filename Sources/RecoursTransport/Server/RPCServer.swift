// SPDX-License-Identifier: EUPL-1.2

internal import Glibc
package import Logging
internal import NIOCore
internal import RecoursMessages
package import RecoursTLS
internal import RecoursWire
internal import Synchronization

/// A `recours/1` server on one address.
package final class RPCServer: Sendable {
    private let shared: ServerShared
    private let listener: any NetworkListener
    private let drainTask = Mutex<Task<Void, Never>?>(nil)
    /// The port it listens on.
    package let port: Int

    /// Listens. Throws `RPCServerError` if the address cannot be had.
    package static func start(
        _ configuration: RPCServerConfiguration, tls: TLSContext, router: MethodRouter,
        interceptor: any CallInterceptor, admission: any ConnectionAdmission, logger: Logger
    ) async throws(RPCServerError) -> RPCServer {
        let listener = configuration.network.listener(configuration)
        let shared = ServerShared(
            configuration: configuration, tls: tls, router: router.prepared(for: interceptor),
            interceptor: interceptor,
            admission: admission, logger: logger, eventLoops: listener.eventLoops)
        do {
            let port = try await listener.listen { peer in
                if shared.handshakeBegins(from: peer.network) { return true }
                shared.admission.failed(FailedHandshake(overLimitFrom: peer))
                return false
            } accept: { channel, peer in
                do {
                    try accept(channel, from: peer, shared)
                } catch {
                    shared.handshakeEnded(from: peer.network)
                    throw error
                }
            }
            return RPCServer(shared: shared, listener: listener, port: port)
        } catch {
            await listener.shutDown()
            throw RPCServerError(error, configuration)
        }
    }

    private init(shared: ServerShared, listener: any NetworkListener, port: Int) {
        self.shared = shared
        self.listener = listener
        self.port = port
    }

    package var counts: RPCServerCounts { shared.counts }

    /// New connections use this context; those that are open keep theirs.
    package func replaceTLS(_ context: TLSContext) {
        shared.tls = context
    }

    /// Ends the connections whose certificates are on a revocation list by now, and their calls.
    package func closeRevoked() {
        for connection in shared.connections {
            connection.executor.execute { connection.handler.value.expelIfRevoked() }
        }
    }

    // MARK: Room

    /// From now on no more than so many are let in; those that are open stay.
    package func setMaxConnections(_ count: Int) {
        shared.setMaxConnections(count)
    }

    /// While set, those who connect are cut off at once.
    package var refusesConnections: Bool {
        get { shared.refusesConnections.load(ordering: .relaxed) }
        set { shared.refusesConnections.store(newValue, ordering: .relaxed) }
    }

    /// What runs something on each event loop.
    package var loops: [@Sendable (@escaping @Sendable () -> Void) -> Void] {
        shared.executors.values.map { executor in { executor.execute($0) } }
    }

    /// Ends the connections that hold most memory for their calls, each with this many bytes or
    /// more; how many it were.
    package func closeCostliest(
        atMost count: Int, holding bytes: Int, message: String
    ) async -> Int {
        var held: [(peer: PeerConnection, bytes: Int)] = []
        let byLoop = Dictionary(grouping: shared.connections) { ObjectIdentifier($0.executor) }
        for connections in byLoop.values {
            guard let executor = connections.first?.executor else { continue }
            held += await withCheckedContinuation { continuation in
                executor.execute {
                    continuation.resume(
                        returning: connections.map { ($0.peer, $0.handler.value.heldBytes) })
                }
            }
        }
        let costliest = held.filter { $0.bytes >= bytes }.sorted { $0.bytes > $1.bytes }
            .prefix(count)
        for (peer, _) in costliest { peer.close(.calmDown, message: message) }
        return costliest.count
    }

    /// Stops accepting, lets calls in flight finish for so long at most, then closes. Handlers that
    /// do not heed their cancellation are waited for two seconds more.
    /// A second drain waits for the first.
    package func drain(within duration: Duration) async {
        let task = drainTask.withLock { task in
            let running = task ?? Task { await self.drainOnce(within: duration) }
            task = running
            return running
        }
        await task.value
    }

    private func drainOnce(within duration: Duration) async {
        await listener.close()
        for connection in shared.beginDrain() {
            connection.executor.execute {
                connection.handler.value.drain(retryAfterMilliseconds: 1_000)
            }
        }
        let limit = Task {
            try? await Task.sleep(for: duration)
            guard !Task.isCancelled else { return }
            // The rest has had its time.
            for connection in shared.connections { connection.channel.close(promise: nil) }
            try? await Task.sleep(for: .seconds(2))
            shared.stopWaiting()
        }
        await shared.waitUntilEmpty()
        limit.cancel()
        await listener.shutDown()
    }

    // MARK: Accepting

    private static func accept(
        _ channel: any Channel, from address: PeerAddress, _ shared: ServerShared
    ) throws {
        guard let executor = shared.executors[ObjectIdentifier(channel.eventLoop)] else {
            throw ChannelError.inappropriateOperationForState
        }
        let session = try shared.configuration.network.serverSession(shared.tls)
        let network = address.network
        let work = executor.work
        let percent = shared.configuration.handshakePercent
        let handler = HandshakeHandler(
            session: session,
            timeout: .milliseconds(shared.configuration.handshakeTimeoutMilliseconds),
            pace: { work.handshakes.take($0, percent: percent, on: executor.eventLoop) }
        ) { session in
            shared.handshakeEnded(from: network)
            let peer = PeerConnection(
                number: shared.nextConnectionNumber(), remoteAddress: address.text,
                certificate: session.peer ?? TLSPeerCertificate(derBytes: []),
                executor: executor)
            return ServerConnectionHandler(
                session: session, peer: peer, server: shared, executor: executor)
        } onFailure: { failure in
            shared.handshakeEnded(from: network)
            shared.admission.failed(FailedHandshake(failure, from: address))
        }
        try channel.pipeline.syncOperations.addHandler(handler)
    }
}

extension RPCServerError {
    init(_ error: any Error, _ configuration: RPCServerConfiguration) {
        let place = "\(configuration.host):\(configuration.port)"
        let number = (error as? IOError)?.errnoCode
        switch number {
        case EADDRINUSE:
            self.init(
                code: .addressInUse, message: "Another program listens on \(place)",
                remedy: "Stop it, or choose another port with --listen.")
        case EADDRNOTAVAIL:
            self.init(
                code: .addressUnavailable, message: "This machine has no address \(place)",
                remedy: "Choose one of `ip address`, or 0.0.0.0 for all.")
        case EACCES:
            self.init(
                code: .permissionDenied, message: "Listening on \(place) is not allowed",
                remedy: "Choose a port from 1024 on.")
        default:
            self.init(
                code: .other, message: "Cannot listen on \(place): \(error)",
                remedy: "Check the address in the configuration.")
        }
    }
}
