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
    /// Begins the names of the connection's calls. Random: connections counted in what every
    /// partner is shown would tell it how many others there are.
    let name = String(UInt64.random(in: .min ... .max), radix: 36)
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

    /// The handler, if this is its loop.
    var handlerHere: ServerConnectionHandler? {
        executor.eventLoop.inEventLoop ? handler.value : nil
    }

    /// Runs `body` on the loop: at once if this is it.
    func onLoop(_ body: @escaping @Sendable (ServerConnectionHandler) -> Void) {
        if let handler = handlerHere {
            body(handler)
        } else {
            executor.execute { body(self.handler.value) }
        }
    }
}

/// One running call, the same object for its context, its handler and its connection: the only
/// allocation that a call of one message each way costs beside its task. From any thread, but for
/// its progress.
final class ServerCall: Sendable {
    let opening: CallOpening
    let entry: MethodRouter.Entry
    let link: ServerLink
    /// Nil for a call of one message each way.
    let streams: CallStreams?
    let begun: MonotonicInstant
    /// How far the connection is with it.
    ///
    /// Unsafe because a call is sendable: only the connection's handler touches this, which lives
    /// on its event loop. Unchecked because each access reads or writes one field and calls nothing
    /// of ours meanwhile, so that no two can overlap.
    @exclusivity(unchecked) nonisolated(unsafe) var progress = CallProgress()

    init(
        opening: CallOpening, entry: MethodRouter.Entry, link: ServerLink, streams: CallStreams?,
        begun: MonotonicInstant
    ) {
        self.opening = opening
        self.entry = entry
        self.link = link
        self.streams = streams
        self.begun = begun
    }

    var number: UInt32 { opening.call }

    /// Unique but by chance, and made only when it is asked for.
    var requestID: String { "\(link.name)-\(opening.call)" }

    // MARK: The end

    /// Sends the only response and ends the call: its handler has returned. One that never waited
    /// is still on the event loop, so its answer joins those of the same read.
    func ended(with response: some RecoursMessage) {
        guard let handler = link.handlerHere else {
            var bytes = ByteBuffer()
            response.encode(into: &bytes)
            ended(encoded: bytes)
            return
        }
        handler.handlerEnded(self, answer: response)
    }

    /// The same for a response that is encoded already.
    func ended(encoded bytes: ByteBuffer) {
        guard let handler = link.handlerHere else {
            link.executor.execute { self.ended(encoded: bytes) }
            return
        }
        handler.handlerEnded(self, encoded: bytes)
    }

    /// The handler has returned; the call ends with this status unless it was answered.
    func ended(_ status: RPCStatus) {
        link.onLoop { $0.handlerEnded(self, status) }
    }

    /// Runs what may have to wait, and ends the call with what came of it.
    func run<Response: Sendable>(
        _ work: @escaping @Sendable () async throws(RPCStatus) -> Response,
        end: @escaping @Sendable (Response) -> Void
    ) -> Task<Void, Never> {
        Task.immediate(executorPreference: link.executor) {
            await CallContext.$current.withValue(CallContext(self)) {
                do throws(RPCStatus) {
                    end(try await work())
                } catch {
                    self.ended(error)
                }
            }
        }
    }
}

/// How far a call is: what came of its requests, and what has been answered.
struct CallProgress {
    var task: Task<Void, Never>?
    var isStarted = false
    /// The handler has ended and the answer is written: nobody waits for the call any more.
    var isOver = false
    /// The only request, until the client has said that it is the only one.
    var request: ByteBuffer?
    /// What the handler returned, while its last messages are on their way.
    var ending: RPCStatus?
    /// How the caller was answered, if it was otherwise than by the handler's return.
    var answered: RPCStatus.Code?
    /// The only response, if the connection could not take it at once.
    var unsent: ByteBuffer?
    var requestBytes = 0
    var responseBytes = 0
}
