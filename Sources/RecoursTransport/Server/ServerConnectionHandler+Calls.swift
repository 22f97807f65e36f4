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
        let call = ServerCall(opening: opening, entry: entry, link: link)
        do throws(RPCStatus) {
            try server.interceptor.before(CallContext(call))
        } catch {
            refuse(opening.call, error.naming(call))
            return
        }
        let streams = streams(opening.call, entry, link)
        let running = RunningCall(call: call, begun: now, streams: streams)
        calls.insert(running)
        server.callBegan()
        if case .manyRequests(let run) = entry.handler, let streams {
            running.isStarted = true
            running.task = run(call, streams)
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
        guard let running = calls[number] else {
            // Refused while its request was on the way.
            machine.consumed(number, bytes: bytes.readableBytes)
            return
        }
        running.requestBytes += bytes.readableBytes
        if case .manyRequests = running.call.entry.handler {
            running.streams?.inbound.push(bytes)
            if isLast { running.streams?.inbound.finish(.success(())) }
            return
        }
        machine.consumed(number, bytes: bytes.readableBytes)
        if running.isStarted || running.request != nil {
            endUnstarted(running, .oneRequestOnly)
        } else if isLast {
            start(running, bytes)
        } else {
            // Copied: it may lie in a read of other calls, which it would hold.
            running.request = bytes.compacted()
        }
    }

    private func endRequests(_ number: UInt32) {
        guard let running = calls[number] else { return }
        if case .manyRequests = running.call.entry.handler {
            running.streams?.inbound.finish(.success(()))
        } else if let request = running.request {
            running.request = nil
            start(running, request)
        } else {
            endUnstarted(running, .oneRequestOnly)
        }
    }

    /// Runs the handler here and now, until it waits for something.
    private func start(_ running: RunningCall, _ bytes: ByteBuffer) {
        running.isStarted = true
        switch running.call.entry.handler {
        case .unary(let run): running.task = run(running.call, bytes)
        case .oneRequest(let run):
            if let streams = running.streams {
                running.task = run(running.call, streams, bytes)
            }
        case .manyRequests: break
        }
    }

    /// Ends a call whose client breaks the method's shape.
    private func endUnstarted(_ running: RunningCall, _ status: RPCStatus) {
        guard running.isStarted else {
            handlerEnded(running.call.number, status)
            return
        }
        running.task?.cancel()
        running.answered = status.code
        _ = machine.finish(running.call.number, status.naming(running.call))
    }

    // MARK: Responses

    /// The handler has returned the only response.
    func handlerEnded(_ number: UInt32, answer: ByteBuffer) {
        guard let running = calls[number] else { return }
        running.ending = .ok
        reply(running, answer)
        if running.streams == nil, running.unsent == nil {
            end(running, .ok)
        } else {
            drain(running)
        }
        flushSoon()
    }

    /// The handler has returned: what it left queued goes out, then the status.
    func handlerEnded(_ number: UInt32, _ status: RPCStatus) {
        guard let running = calls[number] else { return }
        running.ending = status
        drain(running)
        flushSoon()
    }

    private func reply(_ running: RunningCall, _ bytes: ByteBuffer) {
        switch machine.sendMessage(running.call.number, bytes, endWithOK: true) {
        case .accepted, .acceptedThenWait:
            running.responseBytes += bytes.readableBytes
            running.answered = .ok
        case .mustWait: running.unsent = bytes
        case .tooLarge: replyTooLarge(running)
        case .callOver: break
        }
    }

    private func replyTooLarge(_ running: RunningCall) {
        let status = RPCStatus(
            .resourceExhausted, "The answer is larger than the client accepts.")
        running.answered = status.code
        _ = machine.finish(running.call.number, status.naming(running.call))
    }

    /// Gives the machine what the call has queued, as far as it takes it.
    func drain(_ number: UInt32) {
        if let running = calls[number] { drain(running) }
    }

    private func drain(_ running: RunningCall) {
        if let unsent = running.unsent {
            running.unsent = nil
            reply(running, unsent)
            if running.unsent != nil { return }
        }
        if let outbound = running.streams?.outbound, !drain(outbound, of: running) { return }
        if let status = running.ending { end(running, status) }
    }

    /// False if the machine will say when it takes more.
    private func drain(_ outbound: OutboundQueue<RPCStatus>, of running: RunningCall) -> Bool {
        let reached = outbound.drain { bytes in
            let outcome = machine.sendMessage(running.call.number, bytes, endWithOK: false)
            if outcome == .accepted || outcome == .acceptedThenWait {
                running.responseBytes += bytes.readableBytes
            }
            return outcome
        }
        switch reached {
        case .empty: return true
        case .mustWait: return false
        case .tooLarge:
            outbound.fail(RPCStatus(.resourceExhausted, "A response is too large."))
            replyTooLarge(running)
        case .over: outbound.fail(RPCStatus(.cancelled, "The call is over."))
        }
        return true
    }

    private func end(_ running: RunningCall, _ status: RPCStatus) {
        let number = running.call.number
        calls.remove(running)
        if running.answered == nil {
            _ = machine.finish(number, status.code == .ok ? status : status.naming(running.call))
        }
        machine.callEnded(number)
        server.callEnded()
        server.interceptor.after(
            CallContext(running.call),
            CallOutcome(
                code: running.answered ?? status.code,
                durationNanoseconds: MonotonicInstant.now.nanoseconds(since: running.begun),
                requestBytes: running.requestBytes, responseBytes: running.responseBytes))
    }

    // MARK: Cancellation

    private func cancel(_ number: UInt32, _ why: CallCancellation) {
        guard let running = calls[number] else { return }
        let status = RPCStatus(why)
        running.answered = status.code
        running.unsent = nil
        running.request = nil
        running.streams?.inbound.finish(.failure(status), keepsMessages: false)
        running.streams?.outbound.fail(status)
        running.task?.cancel()
        if !running.isStarted || running.ending != nil { end(running, status) }
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
