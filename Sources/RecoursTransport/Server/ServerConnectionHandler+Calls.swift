// SPDX-License-Identifier: EUPL-1.2

internal import Logging
internal import NIOCore
internal import RecoursMessages
internal import RecoursWire

extension ServerConnectionHandler {
    func handle(_ event: ServerEvent) {
        switch event {
        case .opened(let opening): open(opening)
        case .message(let call, let bytes, let isLast): take(bytes, for: call, isLast: isLast)
        case .requestsEnded(let call): endRequests(call)
        case .cancelled(let call, let why): cancel(call, why)
        case .sendable(let call):
            drain(call)
            flushSoon()
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
        guard let link, let entry = entry(of: opening.method) else {
            // The name is not echoed: it may be anything.
            refuse(opening.call, RPCStatus(.unimplemented, "There is no such method."))
            return
        }
        let call = ServerCall(
            opening: opening, entry: entry, link: link,
            streams: streams(opening.call, entry, link), begun: now)
        do throws(RPCStatus) {
            try server.interceptor.before(CallContext(call))
        } catch {
            if error.code == .resourceExhausted { pauseReading() }
            refuse(opening.call, error.naming(call))
            return
        }
        calls.insert(call)
        server.callBegan()
        if case .manyRequests(let run) = entry.handler, let streams = call.streams {
            call.progress.isStarted = true
            call.progress.task = run(call, streams)
        }
    }

    private func refuse(_ number: UInt32, _ status: RPCStatus) {
        _ = machine.finish(number, status)
        machine.callEnded(number)
    }

    private func streams(
        _ number: UInt32, _ entry: MethodRouter.Entry, _ link: ServerLink
    ) -> CallStreams? {
        if case .unary = entry.handler { return nil }
        let cancelled = RPCStatus(.cancelled, "The call was cancelled.")
        let inbound = InboundQueue<RPCStatus>(cancelled: cancelled) { sizes in
            link.onLoop { $0.consumed(number, sizes) }
        }
        let outbound = OutboundQueue<RPCStatus>(cancelled: cancelled) {
            // Not at once, so that what one burst sends is taken by one drain.
            link.executor.execute {
                link.onLoop {
                    $0.drain(number)
                    $0.flushSoon()
                }
            }
        }
        return CallStreams(inbound: inbound, outbound: outbound)
    }

    private func consumed(_ number: UInt32, _ sizes: [Int]) {
        for size in sizes { machine.consumed(number, bytes: size) }
        if machine.hasOutput { flushSoon() }
    }

    private func take(_ bytes: ByteBuffer, for number: UInt32, isLast: Bool) {
        guard let call = calls[number] else {
            // Refused while its request was on the way.
            machine.consumed(number, bytes: bytes.readableBytes)
            return
        }
        call.progress.requestBytes += bytes.readableBytes
        if case .manyRequests = call.entry.handler {
            call.streams?.inbound.push(bytes)
            if isLast { call.streams?.inbound.finish(.success(())) }
            return
        }
        machine.consumed(number, bytes: bytes.readableBytes)
        if call.progress.isStarted || call.progress.request != nil {
            endUnstarted(call, .oneRequestOnly)
        } else if isLast {
            start(call, bytes)
        } else {
            // Copied: it may lie in a read of other calls, which it would hold.
            call.progress.request = bytes.compacted()
        }
    }

    private func endRequests(_ number: UInt32) {
        guard let call = calls[number] else { return }
        if case .manyRequests = call.entry.handler {
            call.streams?.inbound.finish(.success(()))
        } else if let request = call.progress.request.take() {
            start(call, request)
        } else {
            endUnstarted(call, .oneRequestOnly)
        }
    }

    /// Runs the handler here and now, until it waits for something.
    private func start(_ call: ServerCall, _ bytes: ByteBuffer) {
        call.progress.isStarted = true
        switch call.entry.handler {
        case .unary(let run):
            // One that has ended already is not told again.
            if let task = run(call, bytes), !call.progress.isOver { call.progress.task = task }
        case .oneRequest(let run):
            if let streams = call.streams { call.progress.task = run(call, streams, bytes) }
        case .manyRequests: break
        }
    }

    /// Ends a call whose client breaks the method's shape.
    private func endUnstarted(_ call: ServerCall, _ status: RPCStatus) {
        guard call.progress.isStarted else {
            handlerEnded(call, status)
            return
        }
        call.progress.task?.cancel()
        call.progress.answered = status.code
        _ = machine.finish(call.number, status.naming(call))
    }

    // MARK: Responses

    /// The handler has returned the only response; it is encoded where it is sent from.
    func handlerEnded(_ call: ServerCall, answer: some RecoursMessage) {
        guard !call.progress.isOver else { return }
        var sentBytes = 0
        let outcome = machine.sendMessage(
            call.number, answer, endWithOK: true, sentBytes: &sentBytes)
        if outcome == .mustWait {
            var bytes = ByteBuffer()
            answer.encode(into: &bytes)
            call.progress.unsent = bytes
        } else {
            note(outcome, sentBytes: sentBytes, of: call)
        }
        answered(call)
    }

    /// The same for a response that is encoded already.
    func handlerEnded(_ call: ServerCall, encoded answer: ByteBuffer) {
        guard !call.progress.isOver else { return }
        reply(call, answer)
        answered(call)
    }

    private func answered(_ call: ServerCall) {
        if call.streams == nil, call.progress.unsent == nil {
            end(call, .ok)
        } else {
            call.progress.ending = .ok
            drain(call)
        }
        flushSoon()
    }

    /// The handler has returned: what it left queued goes out, then the status.
    func handlerEnded(_ call: ServerCall, _ status: RPCStatus) {
        guard !call.progress.isOver else { return }
        call.progress.ending = status
        drain(call)
        flushSoon()
    }

    private func reply(_ call: ServerCall, _ bytes: ByteBuffer) {
        let outcome = machine.sendMessage(call.number, bytes, endWithOK: true)
        if outcome == .mustWait {
            call.progress.unsent = bytes
        } else {
            note(outcome, sentBytes: bytes.readableBytes, of: call)
        }
    }

    /// What came of the only response, unless it has to wait.
    private func note(_ outcome: SendOutcome, sentBytes: Int, of call: ServerCall) {
        switch outcome {
        case .accepted, .acceptedThenWait:
            call.progress.responseBytes += sentBytes
            call.progress.answered = .ok
        case .tooLarge: replyTooLarge(call)
        case .mustWait, .callOver: break
        }
    }

    private func replyTooLarge(_ call: ServerCall) {
        let status = RPCStatus(
            .resourceExhausted, "The answer is larger than the client accepts.")
        call.progress.answered = status.code
        _ = machine.finish(call.number, status.naming(call))
    }

    /// Gives the machine what the call has queued, as far as it takes it.
    func drain(_ number: UInt32) {
        if let call = calls[number] { drain(call) }
    }

    private func drain(_ call: ServerCall) {
        if let unsent = call.progress.unsent.take() {
            reply(call, unsent)
            if call.progress.unsent != nil { return }
        }
        if let outbound = call.streams?.outbound, !drain(outbound, of: call) { return }
        if let status = call.progress.ending { end(call, status) }
    }

    /// False if the machine will say when it takes more.
    private func drain(_ outbound: OutboundQueue<RPCStatus>, of call: ServerCall) -> Bool {
        let reached = outbound.drain { bytes in
            let outcome = machine.sendMessage(call.number, bytes, endWithOK: false)
            if outcome == .accepted || outcome == .acceptedThenWait {
                call.progress.responseBytes += bytes.readableBytes
            }
            return outcome
        }
        switch reached {
        case .empty: return true
        case .mustWait: return false
        case .tooLarge:
            outbound.fail(RPCStatus(.resourceExhausted, "A response is too large."))
            replyTooLarge(call)
        case .over: outbound.fail(RPCStatus(.cancelled, "The call is over."))
        }
        return true
    }

    private func end(_ call: ServerCall, _ status: RPCStatus) {
        call.progress.isOver = true
        call.progress.task = nil
        calls.remove(call)
        if call.progress.answered == nil {
            _ = machine.finish(
                call.number, status.code == .ok ? status : status.naming(call))
        }
        machine.callEnded(call.number)
        server.callEnded()
        server.interceptor.after(
            CallContext(call),
            CallOutcome(
                code: call.progress.answered ?? status.code,
                durationNanoseconds: MonotonicInstant.now.nanoseconds(since: call.begun),
                requestBytes: call.progress.requestBytes,
                responseBytes: call.progress.responseBytes))
    }

    // MARK: Cancellation

    private func cancel(_ number: UInt32, _ why: CallCancellation) {
        guard let call = calls[number] else { return }
        let status = RPCStatus(why)
        call.progress.answered = status.code
        call.progress.unsent = nil
        call.progress.request = nil
        call.streams?.inbound.finish(.failure(status), keepsMessages: false)
        call.streams?.outbound.fail(status)
        call.progress.task?.cancel()
        if !call.progress.isStarted || call.progress.ending != nil { end(call, status) }
    }
}

extension RPCStatus {
    fileprivate static let oneRequestOnly = RPCStatus(
        .invalidArgument, "The method takes exactly one request.")

    /// What a handler is told when its call is cancelled.
    fileprivate init(_ why: CallCancellation) {
        switch why {
        case .byClient(.deadline):
            self.init(.deadlineExceeded, "The client's time for the call is over.")
        case .byClient: self.init(.cancelled, "The client cancelled the call.")
        case .deadlineExceeded: self.init(.deadlineExceeded, "The call's time is over.")
        case .messageTooLarge: self.init(.resourceExhausted, "A request was too large.")
        case .bufferExhausted: self.init(.resourceExhausted, "The connection buffers too much.")
        case .slowConsumer: self.init(.resourceExhausted, "The client did not read.")
        case .drainExpired: self.init(.unavailable, "The server shut down.")
        case .connectionLost: self.init(.unavailable, "The connection was lost.")
        }
    }

    /// The status with the call's name in it, so that what the client reports is found in the log.
    fileprivate func naming(_ call: ServerCall) -> RPCStatus {
        var status = self
        if status.requestID.isEmpty { status.requestID = call.requestID }
        return status
    }
}
