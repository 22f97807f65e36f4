// SPDX-License-Identifier: EUPL-1.2

import NIOCore
import NIOPosix
import Synchronization

/// Carries bytes between a client and a server, until it is told to cut or to lose them.
final class Relay: Sendable {
    let port: Int
    private let accepted: Accepted

    private init(_ listener: any Channel, _ accepted: Accepted) {
        self.accepted = accepted
        port = listener.localAddress?.port ?? 0
    }

    static func start(to port: Int) async throws -> Relay {
        let accepted = Accepted()
        let listener = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .childChannelOption(ChannelOptions.autoRead, value: false)
            .childChannelInitializer { near in
                accepted.add(near)
                return ClientBootstrap(group: near.eventLoop)
                    .channelInitializer { far in
                        accepted.add(far)
                        return far.eventLoop.makeCompletedFuture {
                            try far.pipeline.syncOperations.addHandler(
                                Forwarder(to: near, accepted))
                        }
                    }
                    .connect(host: "127.0.0.1", port: port)
                    .flatMapThrowing { far in
                        try near.pipeline.syncOperations.addHandler(Forwarder(to: far, accepted))
                    }
                    .flatMap { near.setOption(ChannelOptions.autoRead, value: true) }
            }
            .bind(host: "127.0.0.1", port: 0).get()
        accepted.add(listener)
        return Relay(listener, accepted)
    }

    /// Ends every connection without a word of TLS.
    func cut() async {
        for channel in accepted.all { try? await channel.close() }
    }

    /// Loses all that comes from now on, as a pulled cable does.
    func fallSilent() { accepted.isSilent.store(true, ordering: .relaxed) }

    private final class Accepted: Sendable {
        let isSilent = Atomic(false)
        private let channels = Mutex<[any Channel]>([])
        var all: [any Channel] { channels.withLock { $0 } }
        func add(_ channel: any Channel) { channels.withLock { $0.append(channel) } }
    }

    private final class Forwarder: ChannelInboundHandler {
        typealias InboundIn = ByteBuffer
        let other: any Channel
        let accepted: Accepted

        init(to other: any Channel, _ accepted: Accepted) {
            self.other = other
            self.accepted = accepted
        }

        func channelRead(context: ChannelHandlerContext, data: NIOAny) {
            guard !accepted.isSilent.load(ordering: .relaxed) else { return }
            other.writeAndFlush(unwrapInboundIn(data), promise: nil)
        }

        func channelInactive(context: ChannelHandlerContext) {
            other.close(promise: nil)
        }
    }
}
