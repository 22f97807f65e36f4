// SPDX-License-Identifier: EUPL-1.2

internal import Logging
internal import NIOCore
internal import RecoursMessages
internal import RecoursWire

/// One call whose handler has not ended, or whose answer is not written.
struct RunningCall {
    let call: ServerCall
    let entry: MethodRouter.Entry
    let begun: MonotonicInstant
    /// Nil for a call of one message each way.
    let streams: CallStreams?
    var task: Task<Void, Never>?
    var isStarted = false
    /// What the handler returned, while its last messages are on their way.
    var ending: RPCStatus?
    var requestBytes = 0
    var responseBytes = 0
    /// How the caller was answered, if it was otherwise than by the handler's return.
    var answered: RPCStatus.Code?
    /// The only response, if the connection could not take it at once.
    var unsent: ByteBuffer?
}

extension ServerConnectionHandler {
    func handle(_ event: ServerEvent) {
        switch event {
        case .opened(let opening): open(opening)
        case .message(let call, let bytes, let isLast): take(bytes, for: call, isLast: isLast)
        case .requestsEnded(let call): endRequests(call)
        case .cancelled(let call, let why): cancel(call, why)
        case .sendable(let call): drain(call)
        case .drained: close()
        case .connectionFailed(let error):
            server.logger.debug(
                "connection failed",
                metadata: ["connection": "\(peer.number)", "why": "\(error.message)"])
            close()
        case .peerHello, .pingAnswered, .goAwayReceived: break
        }
    }

    // MARK: Requests

    private func open(_ opening: CallOpening) {
        guard case .success(let identity) = admission,
            let entry = server.router.entries[opening.method]
        else {
            // The name is not echoed: it may be anything.
            refuse(opening.call, RPCStatus(.unimplemented, "There is no such method."))
            return
        }
        let callContext = CallContext(
            CallFacts(
                opening: opening, method: entry.method.fullName, peer: peer, identity: identity,
                executor: executor))
        do throws(RPCStatus) {
            try server.interceptor.before(callContext)
        } catch {
            refuse(opening.call, error.withRequestID(callContext))
            return
        }
        let call = ServerCall(
            number: opening.call, context: callContext,
            connection: NIOLoopBound(self, eventLoop: executor.eventLoop),
            eventLoop: executor.eventLoop)
        calls[opening.call] = RunningCall(
            call: call, entry: entry, begun: .now, streams: streams(opening.call, entry))
        server.callBegan()
        if case .manyRequests(let run) = entry.handler, let streams = calls[opening.call]?.streams {
            start(opening.call, call) { await run(call, streams) }
        }
    }

    private func refuse(_ number: UInt32, _ status: RPCStatus) {
        _ = machine.finish(number, status)
        machine.callEnded(number)
    }

    private func streams(_ number: UInt32, _ entry: MethodRouter.Entry) -> CallStreams? {
        if case .unary = entry.handler { return nil }
        let eventLoop = executor.eventLoop
        let bound = NIOLoopBound(self, eventLoop: eventLoop)
        let cancelled = RPCStatus(.cancelled, "The call was cancelled.")
        let inbound = InboundQueue<RPCStatus>(cancelled: cancelled) { sizes in
            eventLoop.execute { bound.value.consumed(number, sizes) }
        }
        let outbound = OutboundQueue<RPCStatus>(cancelled: cancelled) {
            eventLoop.execute {
                bound.value.drain(number)
                bound.value.flushSoon()
            }
        }
        return CallStreams(inbound: inbound, outbound: outbound)
    }

    private func consumed(_ number: UInt32, _ sizes: [Int]) {
        for size in sizes { machine.consumed(number, bytes: size) }
        flushSoon()
    }

    private func take(_ bytes: ByteBuffer, for number: UInt32, isLast: Bool) {
        guard let running = calls[number] else {
            // Refused while its request was on the way.
            machine.consumed(number, bytes: bytes.readableBytes)
            return
        }
        let call = running.call
        calls[number]?.requestBytes += bytes.readableBytes
        switch running.entry.handler {
        case .manyRequests:
            running.streams?.inbound.push(bytes)
            if isLast { running.streams?.inbound.finish(.success(())) }
            return
        case .unary(let run):
            machine.consumed(number, bytes: bytes.readableBytes)
            guard isFirst(number, isLast: isLast) else { return }
            start(number, call) { await run(call, bytes) }
        case .oneRequest(let run):
            machine.consumed(number, bytes: bytes.readableBytes)
            guard isFirst(number, isLast: isLast), let streams = running.streams else { return }
            start(number, call) { await run(call, streams, bytes) }
        }
    }

    /// A method of one request gets exactly one; anything else ends the call.
    private func isFirst(_ number: UInt32, isLast: Bool) -> Bool {
        if isLast, calls[number]?.isStarted == false { return true }
        endUnstarted(number, RPCStatus(.invalidArgument, "The method takes exactly one request."))
        return false
    }

    private func endRequests(_ number: UInt32) {
        guard let running = calls[number] else { return }
        if let streams = running.streams, running.isStarted {
            streams.inbound.finish(.success(()))
        } else {
            endUnstarted(number, RPCStatus(.invalidArgument, "The method takes one request."))
        }
    }

    private func endUnstarted(_ number: UInt32, _ status: RPCStatus) {
        guard let running = calls[number] else { return }
        if running.isStarted {
            running.task?.cancel()
            calls[number]?.answered = status.code
            _ = machine.finish(number, status)
        } else {
            handlerEnded(number, status)
        }
    }

    /// Runs the handler here and now, until it waits for something.
    private func start(
        _ number: UInt32, _ call: ServerCall, _ run: @escaping @Sendable () async -> RPCStatus
    ) {
        calls[number]?.isStarted = true
        let task = Task.immediate(executorPreference: executor) {
            call.handlerEnded(await run())
        }
        // Most handlers have ended by now.
        calls[number]?.task = task
    }

    // MARK: Responses

    func reply(_ number: UInt32, _ response: some RecoursMessage) {
        switch machine.sendMessage(number, response, endWithOK: true) {
        case .accepted, .acceptedThenWait: flushSoon()
        case .mustWait:
            var bytes = ByteBuffer()
            response.encode(into: &bytes)
            calls[number]?.unsent = bytes
        case .tooLarge: replyTooLarge(number)
        case .callOver: break
        }
    }

    func reply(_ number: UInt32, encoded bytes: ByteBuffer) {
        calls[number]?.responseBytes = bytes.readableBytes
        switch machine.sendMessage(number, bytes, endWithOK: true) {
        case .accepted, .acceptedThenWait: flushSoon()
        case .mustWait: calls[number]?.unsent = bytes
        case .tooLarge: replyTooLarge(number)
        case .callOver: break
        }
    }

    private func replyTooLarge(_ number: UInt32) {
        calls[number]?.unsent = nil
        calls[number]?.answered = .resourceExhausted
        _ = machine.finish(
            number,
            RPCStatus(.resourceExhausted, "The answer is larger than the client accepts."))
    }

    /// The handler has returned: what it left queued goes out, then the status.
    func handlerEnded(_ number: UInt32, _ status: RPCStatus) {
        guard calls[number] != nil else { return }
        calls[number]?.ending = status
        drain(number)
        flushSoon()
    }

    /// Gives the machine what the call has queued, as far as it takes it.
    func drain(_ number: UInt32) {
        guard let running = calls[number] else { return }
        if let unsent = running.unsent {
            calls[number]?.unsent = nil
            reply(number, encoded: unsent)
            if calls[number]?.unsent != nil { return }
        }
        if let outbound = running.streams?.outbound {
            let reached = outbound.drain { bytes in
                calls[number]?.responseBytes += bytes.readableBytes
                return machine.sendMessage(number, bytes, endWithOK: false)
            }
            switch reached {
            case .empty: break
            case .mustWait: return
            case .tooLarge:
                outbound.fail(RPCStatus(.resourceExhausted, "A response is too large."))
                replyTooLarge(number)
            case .over: outbound.fail(RPCStatus(.cancelled, "The call is over."))
            }
        }
        guard let status = running.ending else { return }
        end(number, running, status)
    }

    private func end(_ number: UInt32, _ running: RunningCall, _ status: RPCStatus) {
        let finished = calls.removeValue(forKey: number) ?? running
        _ = machine.finish(
            number, status.code == .ok ? status : status.withRequestID(running.call.context))
        machine.callEnded(number)
        server.callEnded()
        server.interceptor.after(
            running.call.context,
            CallOutcome(
                code: finished.answered ?? status.code,
                durationNanoseconds: MonotonicInstant.now.nanoseconds(since: running.begun),
                requestBytes: finished.requestBytes, responseBytes: finished.responseBytes))
    }

    // MARK: Cancellation

    private func cancel(_ number: UInt32, _ why: CallCancellation) {
        guard let running = calls[number] else { return }
        let status = RPCStatus(why)
        calls[number]?.answered = status.code
        calls[number]?.unsent = nil
        running.streams?.inbound.finish(.failure(status))
        running.streams?.outbound.fail(status)
        running.task?.cancel()
        if !running.isStarted || running.ending != nil { end(number, running, status) }
    }
}

extension RPCStatus {
    /// What a handler is told when its call is cancelled.
    fileprivate init(_ why: CallCancellation) {
        switch why {
        case .byClient: self.init(.cancelled, "The client cancelled the call.")
        case .deadlineExceeded: self.init(.deadlineExceeded, "The call's time is over.")
        case .messageTooLarge: self.init(.resourceExhausted, "A request was too large.")
        case .bufferExhausted: self.init(.resourceExhausted, "The connection buffers too much.")
        case .slowConsumer: self.init(.resourceExhausted, "The client did not read.")
        case .drainExpired: self.init(.unavailable, "The server shut down.")
        case .connectionLost: self.init(.unavailable, "The connection was lost.")
        }
    }

    fileprivate func withRequestID(_ call: CallContext) -> RPCStatus {
        var status = self
        if status.requestID.isEmpty { status.requestID = call.requestID }
        return status
    }
}
