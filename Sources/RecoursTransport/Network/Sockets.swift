// SPDX-License-Identifier: EUPL-1.2

package import NIOCore
internal import NIOPosix
package import RecoursTLS
internal import Synchronization

/// TCP and TLS.
package struct Sockets: Network {
    package init() {}

    package func listener(_ configuration: RPCServerConfiguration) -> any NetworkListener {
        SocketListener(configuration)
    }

    package func clientLoop() -> any EventLoop {
        MultiThreadedEventLoopGroup.singleton.any()
    }

    package func addresses(of host: String, within time: Duration) async -> [String] {
        if (try? SocketAddress(ipAddress: host, port: 0)) != nil { return [host] }
        let eventLoop = clientLoop()
        let found = eventLoop.makePromise(of: [String].self)
        NIOThreadPool.singleton
            .runIfActive(eventLoop: eventLoop) { NameLookup.addresses(of: host) }
            .cascade(to: found)
        // The first to come counts.
        let alarm = eventLoop.scheduleTask(in: TimeAmount(time)) { found.succeed([]) }
        defer { alarm.cancel() }
        return (try? await found.futureResult.get()) ?? []
    }

    package func connect(
        to host: String, port: Int, timeout: TimeAmount, on eventLoop: any EventLoop,
        initialise: @escaping @Sendable (any Channel) -> EventLoopFuture<Void>
    ) -> EventLoopFuture<any Channel> {
        ClientBootstrap(group: eventLoop)
            .connectTimeout(timeout)
            .channelOption(ChannelOptions.tcpOption(.tcp_nodelay), value: 1)
            .channelOption(ChannelOptions.tcpOption(.userTimeout), value: 30_000)
            .channelOption(
                ChannelOptions.writeBufferWaterMark, value: .init(low: 262_144, high: 1_048_576)
            )
            .channelInitializer(initialise)
            .connect(host: host, port: port)
    }

    package func serverSession(_ context: TLSContext) throws(TLSError) -> any SecureSession {
        try TLSSession(server: context)
    }

    package func clientSession(
        _ context: TLSContext, serverName: String
    ) throws(TLSError) -> any SecureSession {
        try TLSSession(client: context, serverName: serverName)
    }
}

/// A listening socket with threads of its own.
private final class SocketListener: NetworkListener {
    private let configuration: RPCServerConfiguration
    private let group: MultiThreadedEventLoopGroup
    private let acceptor = Mutex<Acceptor?>(nil)

    init(_ configuration: RPCServerConfiguration) {
        self.configuration = configuration
        group = MultiThreadedEventLoopGroup(numberOfThreads: max(1, configuration.eventLoopCount))
    }

    var eventLoops: [any EventLoop] { Array(group.makeIterator()) }

    func listen(
        admit: @escaping @Sendable (PeerAddress) -> Bool,
        accept: @escaping @Sendable (any Channel, PeerAddress) throws -> Void
    ) async throws -> Int {
        let acceptor = try Acceptor(
            host: configuration.host, port: configuration.port, backlog: Int(configuration.backlog))
        acceptor.start(admit: admit) { [group] descriptor, peer in
            // What fails here has closed its socket, and told who accepts if it came so far.
            _ = ClientBootstrap(group: group)
                // One read, then the next connection: a bulk stream's is a millisecond of work.
                .channelOption(ChannelOptions.maxMessagesPerRead, value: 1)
                // What the socket does not take is kept here, in ciphertext: one turn of writing,
                // for the socket itself has room for what is under way.
                .channelOption(
                    ChannelOptions.writeBufferWaterMark, value: .init(low: 16_384, high: 32_768)
                )
                .channelInitializer { channel in
                    channel.eventLoop.makeCompletedFuture { try accept(channel, peer) }
                }
                .withConnectedSocket(descriptor)
        }
        self.acceptor.withLock { $0 = acceptor }
        return acceptor.port
    }

    func close() async {
        let acceptor = acceptor.withLock { acceptor in
            defer { acceptor = nil }
            return acceptor
        }
        await acceptor?.close()
    }

    func shutDown() async {
        await close()
        try? await group.shutdownGracefully()
    }
}
