// SPDX-License-Identifier: EUPL-1.2

internal import DequeModule
internal import NIOCore
internal import RecoursMessages
internal import RecoursWire

extension ClientConnectionHandler {
    func handle(_ event: ClientEvent) {
        switch event {
        case .peerHello: status.isGreeted()
        case .message(let number, let bytes): take(bytes, for: number)
        case .finished(let number, let rpcStatus): end(number, rpcStatus)
        case .refused(let number): end(number, failure: .refused)
        case .sendable(let number):
            if let running = calls[number] { drain(running.call) }
        case .goAway(let goAway): goesAway(goAway)
        case .drained: close()
        case .connectionFailed(let error):
            fail(.lost(error.message))
            close()
        case .head, .pingAnswered: break
        }
    }

    // MARK: Starting

    func start(_ call: ClientCall, _ streams: ClientStreams?) {
        guard status.acceptsCalls else {
            finish(call, streams, .failure(status.reason ?? .draining))
            return
        }
        guard waiting.isEmpty else {
            waiting.append((call, streams))
            return
        }
        open(call, streams)
        flushSoon()
    }

    private func open(_ call: ClientCall, _ streams: ClientStreams?) {
        let number: UInt32
        do throws(OpenError) {
            number = try machine.open(call.opening, now: .now)
        } catch {
            switch error {
            case .limitReached: waiting.append((call, streams))
            case .draining, .numbersExhausted:
                status.drains(nil)
                finish(call, streams, .failure(.draining))
            case .invalidOpening: finish(call, streams, .failure(.invalidOpening))
            }
            return
        }
        calls[number] = RunningCall(call: call, streams: streams)
        numbers[ObjectIdentifier(call)] = number
        guard let request = call.request else { return }
        switch machine.sendMessage(number, request, end: true) {
        case .accepted, .acceptedThenWait: break
        case .mustWait, .callOver:
            // The connection's own bound: the call goes back in line.
            abandon(number)
            waiting.append((call, streams))
        case .tooLarge:
            abandon(number)
            finish(call, streams, .failure(.requestTooLarge))
        }
    }

    private func abandon(_ number: UInt32) {
        _ = machine.cancel(number, reason: .abandoned)
        forget(number)
    }

    private func forget(_ number: UInt32) {
        guard let running = calls.removeValue(forKey: number) else { return }
        numbers[ObjectIdentifier(running.call)] = nil
    }

    private func openWaiting() {
        while machine.canOpen, let (call, streams) = waiting.popFirst() { open(call, streams) }
    }

    /// Calls whose time ran out while they waited for a place.
    func expireWaiting() {
        guard !status.acceptsCalls, !waiting.isEmpty else { return }
        let pending = waiting
        waiting = []
        for (call, streams) in pending { finish(call, streams, .failure(.draining)) }
    }

    // MARK: Sending

    func drain(_ call: ClientCall) {
        guard let number = numbers[ObjectIdentifier(call)], let running = calls[number],
            let outbound = running.streams?.outbound
        else { return }
        switch outbound.drain({ machine.sendMessage(number, $0, end: false) }) {
        case .empty:
            if running.isSendingFinished { _ = machine.endRequests(number) }
        case .mustWait: break
        case .tooLarge:
            abandon(number)
            finish(call, running.streams, .failure(.requestTooLarge))
        case .over: outbound.fail(.ended)
        }
        flushSoon()
    }

    func finishSending(_ call: ClientCall) {
        guard let number = numbers[ObjectIdentifier(call)] else { return }
        calls[number]?.isSendingFinished = true
        drain(call)
    }

    // MARK: Receiving

    private func take(_ bytes: ByteBuffer, for number: UInt32) {
        guard let running = calls[number] else {
            machine.consumed(number, bytes: bytes.readableBytes)
            return
        }
        if let streams = running.streams {
            streams.inbound.push(bytes)
        } else {
            machine.consumed(number, bytes: bytes.readableBytes)
            calls[number]?.response = bytes
        }
    }

    func consumed(_ call: ClientCall, _ sizes: [Int]) {
        guard let number = numbers[ObjectIdentifier(call)] else { return }
        for size in sizes { machine.consumed(number, bytes: size) }
        flushSoon()
    }

    private func end(_ number: UInt32, _ rpcStatus: RPCStatus) {
        guard let running = calls[number] else { return }
        guard rpcStatus.code == .ok else {
            // The machine ends calls itself when their time is over or the connection is.
            let isLocal = rpcStatus.requestID.isEmpty && rpcStatus.code == .deadlineExceeded
            end(number, failure: CallFailure(rpcStatus, origin: isLocal ? .local : .server))
            return
        }
        forget(number)
        finish(
            running.call, running.streams,
            running.response.map { .success($0) }
                ?? (running.streams == nil ? .failure(.noAnswer) : .success(ByteBuffer())))
        openWaiting()
    }

    private func end(_ number: UInt32, failure: CallFailure) {
        guard let running = calls[number] else { return }
        forget(number)
        finish(running.call, running.streams, .failure(failure))
        openWaiting()
    }

    // MARK: Ending

    func cancel(_ call: ClientCall) {
        if let number = numbers[ObjectIdentifier(call)] {
            let running = calls[number]
            abandon(number)
            finish(call, running?.streams, .failure(.cancelled))
            openWaiting()
            flushSoon()
        } else if let place = waiting.firstIndex(where: { $0.call === call }) {
            let (call, streams) = waiting.remove(at: place)
            finish(call, streams, .failure(.cancelled))
        }
    }

    private func goesAway(_ goAway: WireGoAway) {
        status.drains(goAway)
        if goAway.reason == .unauthenticated || goAway.reason == .revoked {
            fail(CallFailure(goAway))
            close()
            return
        }
        let pending = waiting
        waiting = []
        for (call, streams) in pending { finish(call, streams, .failure(.draining)) }
    }

    /// Lets calls in flight finish, then closes.
    func drain() {
        status.drains(nil)
        machine.goAway(.draining, message: "The client closes.", now: .now)
        pullEvents()
        flush()
    }
}

extension CallFailure {
    static let ended = CallFailure(
        RPCStatus(.cancelled, "The call has ended; nothing can be sent."), origin: .server)
    static let noAnswer = CallFailure(
        RPCStatus(.internal, "The server ended the call without an answer."), origin: .server)
}
