// SPDX-License-Identifier: EUPL-1.2

internal import DequeModule
internal import NIOCore
internal import RecoursMessages
internal import RecoursWire

extension ClientConnectionHandler {
    func handle(_ event: ClientEvent) {
        switch event {
        case .peerHello: hasNewGreeting = true
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
        if call.isCancelled {
            finish(call, streams, .failure(.cancelled))
        } else if !status.acceptsCalls {
            finish(call, streams, .failure((status.reason ?? .draining).beforeSending))
        } else if waiting.isEmpty {
            open(call, streams)
            flushSoon()
        } else {
            wait(call, streams)
        }
    }

    /// Puts a call in line until a place is free.
    private func wait(_ call: ClientCall, _ streams: ClientStreams?) {
        waiting.append((call, streams, .now))
        if let deadline = call.deadline, deadline < waitingDeadline {
            waitingDeadline = deadline
            flushSoon()
        }
    }

    private func open(_ call: ClientCall, _ streams: ClientStreams?) {
        var opening = call.opening
        let now = MonotonicInstant.now
        if let deadline = call.deadline {
            // The wait for a place is part of the call's time. Rounded up: 0 says that it is over.
            guard deadline > now else {
                finish(call, streams, .failure(.outOfTime))
                return
            }
            opening.timeoutMilliseconds = (deadline.nanoseconds(since: now) + 999_999) / 1_000_000
        }
        let number: UInt32
        do throws(OpenError) {
            number = try machine.open(opening, now: now)
        } catch {
            switch error {
            case .limitReached: wait(call, streams)
            case .draining, .numbersExhausted:
                status.drains(nil)
                finish(call, streams, .failure(.draining))
            case .invalidOpening: finish(call, streams, .failure(.invalidOpening))
            }
            return
        }
        calls[number] = RunningCall(call: call, streams: streams)
        numbers[ObjectIdentifier(call)] = number
        if let request = call.request { send(request, number) }
    }

    private func send(_ request: ByteBuffer, _ number: UInt32) {
        switch machine.sendMessage(number, request, end: true) {
        case .accepted, .acceptedThenWait, .callOver: break
        // The connection has too much unsent; the machine says when it takes more.
        case .mustWait: calls[number]?.unsent = request
        case .tooLarge:
            guard let running = calls[number] else { return }
            abandon(number)
            finish(running.call, running.streams, .failure(.requestTooLarge))
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
        while machine.canOpen, let next = nextWaiting() { open(next.call, next.streams) }
    }

    /// Takes the call that has waited longest; of a line that stands, the one that came last. There
    /// whoever has waited longest has least time left: with more calls than can be answered, each
    /// would be answered too late.
    private func nextWaiting() -> WaitingCall? {
        guard let first = waiting.first else { return nil }
        let stands = first.since.advanced(byMilliseconds: Self.standingMilliseconds) <= .now
        return stands ? waiting.popLast() : waiting.popFirst()
    }

    /// The line stands once its first call has waited for so long.
    private static var standingMilliseconds: UInt64 { 100 }

    /// Ends the calls whose time ran out while they waited for a place.
    func expireWaiting() {
        let now = MonotonicInstant.now
        guard now >= waitingDeadline else { return }
        let all = waiting
        waiting = []
        waitingDeadline = .never
        for (call, streams, since) in all {
            if let deadline = call.deadline, deadline <= now {
                finish(call, streams, .failure(.outOfTime))
            } else {
                waiting.append((call, streams, since))
                waitingDeadline = min(waitingDeadline, call.deadline ?? .never)
            }
        }
    }

    // MARK: Sending

    func drain(_ call: ClientCall) {
        guard let number = numbers[ObjectIdentifier(call)], let running = calls[number] else {
            return
        }
        if let unsent = running.unsent {
            calls[number]?.unsent = nil
            send(unsent, number)
            flushSoon()
        }
        guard let outbound = running.streams?.outbound else { return }
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
        guard rpcStatus.code != .ok else {
            forget(number)
            finish(
                running.call, running.streams,
                running.response.map { .success($0) }
                    ?? (running.streams == nil ? .failure(.noAnswer) : .success(ByteBuffer())))
            openWaiting()
            return
        }
        if rpcStatus.code == .unavailable, rpcStatus.requestID.isEmpty {
            // The machine ends calls with this before it says that the connection has failed.
            doubtfulEnds.append((number, rpcStatus))
        } else {
            end(number, failure: CallFailure(rpcStatus, origin: isTicking ? .local : .server))
        }
    }

    /// The connection has not failed: these were the server's words.
    func endDoubtful() {
        while let (number, rpcStatus) = doubtfulEnds.popLast() {
            end(number, failure: CallFailure(rpcStatus, origin: .server))
        }
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
            let (call, streams, _) = waiting.remove(at: place)
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
        waitingDeadline = .never
        for (call, streams, _) in pending { finish(call, streams, .failure(.draining)) }
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
