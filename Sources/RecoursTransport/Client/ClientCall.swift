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
    /// When the call is out of time; nil for never.
    let deadline: MonotonicInstant?
    /// The only request of a unary call.
    let request: ByteBuffer?
    private let connection: NIOLoopBound<ClientConnectionHandler>
    private let executor: LoopExecutor
    private let waiter = Mutex<CheckedContinuation<Outcome, Never>?>(nil)
    private let cancelled = Atomic(false)

    init(
        _ opening: CallOpening, request: ByteBuffer?,
        connection: NIOLoopBound<ClientConnectionHandler>, executor: LoopExecutor
    ) {
        self.opening = opening
        deadline = opening.timeoutMilliseconds.map { .now.advanced(byMilliseconds: $0) }
        self.request = request
        self.connection = connection
        self.executor = executor
    }

    // MARK: The caller's side

    /// Makes a unary call and waits for its end.
    func outcome() async -> Outcome {
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                waiter.withLock { $0 = continuation }
                executor.execute { self.connection.value.start(self, nil) }
            }
        } onCancel: {
            cancel()
        }
    }

    /// Starts a streaming call; its failure shows in its queues.
    func start() -> ClientStreams {
        let inbound = InboundQueue<CallFailure>(cancelled: .cancelled) { sizes in
            self.executor.execute { self.connection.value.consumed(self, sizes) }
        }
        let outbound = OutboundQueue<CallFailure>(cancelled: .cancelled) {
            self.executor.execute { self.connection.value.drain(self) }
        }
        let streams = ClientStreams(inbound: inbound, outbound: outbound)
        executor.execute { self.connection.value.start(self, streams) }
        return streams
    }

    func finishSending() {
        executor.execute { self.connection.value.finishSending(self) }
    }

    /// May come before the call has been started: then it is not.
    func cancel() {
        cancelled.store(true, ordering: .releasing)
        executor.execute { self.connection.value.cancel(self) }
    }

    // MARK: The connection's side

    var isCancelled: Bool { cancelled.load(ordering: .acquiring) }

    /// Tells a unary call's caller how it ended; only the first word counts.
    func settle(_ outcome: Outcome) {
        let continuation = waiter.withLock { waiter in
            defer { waiter = nil }
            return waiter
        }
        continuation?.resume(returning: outcome)
    }
}
