// SPDX-License-Identifier: EUPL-1.2

internal import NIOCore
internal import RecoursMessages
internal import RecoursWire

/// The queues of a call that is a stream one way or both.
struct CallStreams: Sendable {
    let inbound: InboundQueue<RPCStatus>
    let outbound: OutboundQueue<RPCStatus>
}

/// One running call, as its handler's wrapper holds it. May be used from any thread.
final class ServerCall: Sendable {
    let context: CallContext
    private let number: UInt32
    private let connection: NIOLoopBound<ServerConnectionHandler>
    private let eventLoop: any EventLoop

    init(
        number: UInt32, context: CallContext, connection: NIOLoopBound<ServerConnectionHandler>,
        eventLoop: any EventLoop
    ) {
        self.number = number
        self.context = context
        self.connection = connection
        self.eventLoop = eventLoop
    }

    /// Sends the only response. A handler that never waited is still on the event loop: its answer
    /// goes into the output at once, behind those of the same read.
    func reply(_ response: some RecoursMessage) {
        if eventLoop.inEventLoop {
            connection.value.reply(number, response)
        } else {
            var bytes = ByteBuffer()
            response.encode(into: &bytes)
            reply(encoded: bytes)
        }
    }

    func reply(encoded bytes: ByteBuffer) {
        onLoop { $0.reply(self.number, encoded: bytes) }
    }

    /// The handler has returned; the call ends with this status unless it was answered.
    func handlerEnded(_ status: RPCStatus) {
        onLoop { $0.handlerEnded(self.number, status) }
    }

    private func onLoop(_ body: @escaping @Sendable (ServerConnectionHandler) -> Void) {
        if eventLoop.inEventLoop {
            body(connection.value)
        } else {
            eventLoop.execute { body(self.connection.value) }
        }
    }
}
