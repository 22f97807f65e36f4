// SPDX-License-Identifier: EUPL-1.2

internal import NIOCore
package import RecoursMessages
package import RecoursTLS
package import RecoursWire

/// One TLS connection to a server, on which any number of tasks make calls.
///
/// It is not remade when it breaks: that is its owner's business.
package final class ClientConnection: CallMaker {
    private let channel: any Channel
    private let handler: NIOLoopBound<ClientConnectionHandler>
    private let status: ClientConnectionStatus
    private let executor: LoopExecutor

    private init(
        channel: any Channel, handler: NIOLoopBound<ClientConnectionHandler>,
        status: ClientConnectionStatus, executor: LoopExecutor
    ) {
        self.executor = executor
        self.channel = channel
        self.handler = handler
        self.status = status
    }

    deinit {
        channel.close(promise: nil)
    }

    /// Whether new calls may be made here.
    package var acceptsCalls: Bool { status.acceptsCalls }
    /// False once it is over; a draining connection is still open.
    package var isOpen: Bool { status.isOpen }
    /// Why no new calls may be made, once that is so and not our own doing.
    package var reason: CallFailure? { status.reason }
    /// Since when.
    package var endOfCalls: ContinuousClock.Instant? { status.endOfCalls }
    /// How the server took its leave, if it did.
    package var goAway: WireGoAway? { status.goAway }

    // MARK: Connecting

    /// Connects, completes the handshake and waits for the server's HELLO, all within `timeout`.
    /// Throws the true cause: name, address, certificate, alert. `serverName` is whom the server
    /// must be, if `host` is only where it was found.
    package static func connect(
        host: String, port: Int, serverName: String? = nil, tls: TLSContext,
        limits: ConnectionLimits = ConnectionLimits(),
        timeout: Duration, over network: any Network = Sockets()
    ) async throws(CallFailure) -> ClientConnection {
        let eventLoop = network.clientLoop()
        let executor = LoopExecutor(eventLoop: eventLoop)
        let status = ClientConnectionStatus()
        let established = eventLoop.makePromise(of: NIOLoopBound<ClientConnectionHandler>.self)
        let deadline = NIODeadline.now() + TimeAmount(timeout)
        let connecting = network.connect(
            to: host, port: port, timeout: TimeAmount(timeout), on: eventLoop
        ) { channel in
            channel.eventLoop.makeCompletedFuture {
                let session = try network.clientSession(
                    tls, serverName: serverName ?? host)
                let handler = HandshakeHandler(session: session, timeout: TimeAmount(timeout)) {
                    session in
                    let next = ClientConnectionHandler(
                        session: session, limits: limits, status: status, executor: executor)
                    established.succeed(NIOLoopBound(next, eventLoop: channel.eventLoop))
                    return next
                } onFailure: { failure in
                    established.fail(CallFailure(failure))
                }
                try channel.pipeline.syncOperations.addHandler(handler)
            }
        }
        connecting.whenFailure { established.fail($0) }
        do {
            let handler = try await established.futureResult.get()
            let channel = try await connecting.get()
            let alarm = eventLoop.scheduleTask(deadline: deadline) {
                handler.value.fail(.connectTimedOut)
                channel.close(promise: nil)
            }
            let refusal = await status.greeting()
            alarm.cancel()
            if let refusal { throw refusal }
            return ClientConnection(
                channel: channel, handler: handler, status: status, executor: executor)
        } catch {
            throw CallFailure(connecting: error, to: host, port: port)
        }
    }

    // MARK: Calls

    package func unary<Request: RecoursMessage, Response: RecoursMessage>(
        _ method: MethodDescriptor, _ request: Request, _ options: CallOptions
    ) async throws(CallFailure) -> Response {
        var bytes = ByteBuffer()
        request.encode(into: &bytes)
        let call = ClientCall(
            options.opening(method), request: bytes, connection: handler, executor: executor)
        let answer = try await call.outcome().get()
        do throws(MessageError) {
            return try Response(decoding: answer)
        } catch {
            throw .undecodable(error)
        }
    }

    package func streaming<Request: RecoursMessage, Response: RecoursMessage>(
        _ method: MethodDescriptor, _ options: CallOptions
    ) async throws(CallFailure) -> StreamingCall<Request, Response> {
        let call = ClientCall(
            options.opening(method), request: nil, connection: handler, executor: executor)
        return StreamingCall(call, call.start())
    }

    /// Lets calls in flight finish, for so long at most, then closes.
    package func drain(within duration: Duration) async {
        executor.execute { self.handler.value.drain() }
        let alarm = channel.eventLoop.scheduleTask(in: TimeAmount(duration)) {
            self.channel.close(promise: nil)
        }
        await status.untilClosed()
        alarm.cancel()
    }
}

extension CallFailure {
    fileprivate init(_ failure: HandshakeHandler.Failure) {
        switch failure {
        case .tls(let error): self.init(error)
        case .timedOut: self = .connectTimedOut
        case .closed: self = .lost("the server closed it during the handshake")
        case .transport(let error): self = .lost("\(error)")
        }
    }
}
