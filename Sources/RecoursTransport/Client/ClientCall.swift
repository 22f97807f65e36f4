// SPDX-License-Identifier: EUPL-1.2

internal import NIOCore
internal import RecoursWire
internal import Synchronization

/// The queues of a streaming call.
struct ClientStreams: Sendable {
    let inbound: InboundQueue<CallFailure>
    let outbound: OutboundQueue<CallFailure>
}

/// One call from its making to its end, as both the caller and the connection hold it.
final class ClientCall: Sendable {
    typealias Outcome = Result<ByteBuffer, CallFailure>

    let opening: CallOpening
    /// The only request of a unary call.
    let request: ByteBuffer?
    private let connection: NIOLoopBound<ClientConnectionHandler>
    private let eventLoop: any EventLoop
    private let waiter = Mutex<CheckedContinuation<Outcome, Never>?>(nil)

    init(
        _ opening: CallOpening, request: ByteBuffer?,
        connection: NIOLoopBound<ClientConnectionHandler>, eventLoop: any EventLoop
    ) {
        self.opening = opening
        self.request = request
        self.connection = connection
        self.eventLoop = eventLoop
    }

    // MARK: The caller's side

    /// Makes a unary call and waits for its end.
    func outcome() async -> Outcome {
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                waiter.withLock { $0 = continuation }
                eventLoop.execute { self.connection.value.start(self, nil) }
            }
        } onCancel: {
            cancel()
        }
    }

    /// Starts a streaming call; its failure shows in its queues.
    func start() -> ClientStreams {
        let inbound = InboundQueue<CallFailure>(cancelled: .cancelled) { sizes in
            self.eventLoop.execute { self.connection.value.consumed(self, sizes) }
        }
        let outbound = OutboundQueue<CallFailure>(cancelled: .cancelled) {
            self.eventLoop.execute { self.connection.value.drain(self) }
        }
        let streams = ClientStreams(inbound: inbound, outbound: outbound)
        eventLoop.execute { self.connection.value.start(self, streams) }
        return streams
    }

    func finishSending() {
        eventLoop.execute { self.connection.value.finishSending(self) }
    }

    func cancel() {
        eventLoop.execute { self.connection.value.cancel(self) }
    }

    // MARK: The connection's side

    /// Tells a unary call's caller how it ended; only the first word counts.
    func settle(_ outcome: Outcome) {
        let continuation = waiter.withLock { waiter in
            defer { waiter = nil }
            return waiter
        }
        continuation?.resume(returning: outcome)
    }
}
