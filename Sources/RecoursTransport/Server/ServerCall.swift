// SPDX-License-Identifier: EUPL-1.2

internal import NIOCore
internal import RecoursMessages
internal import RecoursWire

/// The queues of a call that is a stream one way or both.
struct CallStreams: Sendable {
    let inbound: InboundQueue<RPCStatus>
    let outbound: OutboundQueue<RPCStatus>
}

/// What the calls of one connection share; made when it has been admitted.
final class ServerLink: Sendable {
    let peer: PeerConnection
    let identity: any Sendable & AnyObject
    let executor: LoopExecutor
    private let handler: NIOLoopBound<ServerConnectionHandler>

    init(
        peer: PeerConnection, identity: any Sendable & AnyObject, executor: LoopExecutor,
        handler: ServerConnectionHandler
    ) {
        self.peer = peer
        self.identity = identity
        self.executor = executor
        self.handler = NIOLoopBound(handler, eventLoop: executor.eventLoop)
    }

    /// Runs `body` on the loop: at once if this is it.
    func onLoop(_ body: @escaping @Sendable (ServerConnectionHandler) -> Void) {
        if executor.eventLoop.inEventLoop {
            body(handler.value)
        } else {
            executor.execute { body(self.handler.value) }
        }
    }

    /// The handler, if this is its loop.
    var handlerHere: ServerConnectionHandler? {
        executor.eventLoop.inEventLoop ? handler.value : nil
    }
}

/// One running call, the same object for its context, its handler and its connection: the only
/// allocation that a call of one message each way costs beside its task. From any thread.
final class ServerCall: Sendable {
    let opening: CallOpening
    let entry: MethodRouter.Entry
    let link: ServerLink

    init(opening: CallOpening, entry: MethodRouter.Entry, link: ServerLink) {
        self.opening = opening
        self.entry = entry
        self.link = link
    }

    var number: UInt32 { opening.call }

    /// Unique in the server's life, and made only when it is asked for.
    var requestID: String { "\(link.peer.number)-\(opening.call)" }

    /// Sends the only response and ends the call: its handler has returned. One that never waited
    /// is still on the event loop, so its answer joins those of the same read.
    func ended(with response: some RecoursMessage) {
        guard let handler = link.handlerHere else {
            var bytes = ByteBuffer()
            response.encode(into: &bytes)
            ended(encoded: bytes)
            return
        }
        let work = link.executor.work
        var bytes = work.message
        work.message = ByteBuffer()
        bytes.clear()
        response.encode(into: &bytes)
        handler.handlerEnded(number, answer: bytes)
        work.message = bytes
    }

    /// The same for a response that is encoded already.
    func ended(encoded bytes: ByteBuffer) {
        link.onLoop { $0.handlerEnded(self.number, answer: bytes) }
    }

    /// The handler has returned; the call ends with this status unless it was answered.
    func ended(_ status: RPCStatus) {
        link.onLoop { $0.handlerEnded(self.number, status) }
    }
}
