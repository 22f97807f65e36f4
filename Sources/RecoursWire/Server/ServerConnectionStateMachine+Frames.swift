// SPDX-License-Identifier: EUPL-1.2

internal import NIOCore
internal import RecoursMessages

/// What each frame from a client does.
extension ServerConnectionStateMachine {
    mutating func handle(_ frame: Frame) throws(ConnectionError) -> ServerEvent? {
        switch frame.type {
        case .hello:
            return .peerHello(try core.applyHello(frame.payload))
        case .open:
            return try handleOpen(frame)
        case .data:
            return try handleData(frame)
        case .cancel:
            return try handleCancel(frame)
        case .credit:
            if frame.call != 0 {
                try checkOpened(frame.call)
            }
            try core.receiveCredit(frame)
            return nil
        case .ping:
            guard let answer = try core.receivePing(frame) else {
                return nil
            }
            perform(phase.pingAnswered(answer.number))
            return .pingAnswered(roundTripNanoseconds: answer.roundTripNanoseconds)
        case .goAway:
            return .goAwayReceived(try core.read(frame.payload))
        case .head, .status:
            throw ConnectionError(.protocolViolation, "A client sent a frame of servers.")
        }
    }

    /// A frame of a call that was never opened is a fault; of one that is over, a race.
    private func checkOpened(_ call: UInt32) throws(ConnectionError) {
        guard call & 1 == 1, call <= highestCall else {
            throw ConnectionError(.protocolViolation, "A frame names a call never opened.")
        }
    }

    // MARK: OPEN

    private mutating func handleOpen(_ frame: Frame) throws(ConnectionError) -> ServerEvent? {
        // Odd, strictly increasing, never reused (PROTOCOL.md §8.1).
        guard frame.call & 1 == 1, frame.call > highestCall, frame.call <= SendWindow.maxBytes
        else {
            throw ConnectionError(.protocolViolation, "OPEN has a number that cannot be new.")
        }
        var opening = try readOpening(frame.payload)
        highestCall = frame.call
        guard phase.accepts(frame.call) else {
            // GOAWAY has told the client already that this call is not touched.
            return nil
        }
        if let status = refusal(of: opening) {
            guard core.refusalBudget.spend(now: core.now) else {
                throw ConnectionError(.calmDown, "Too many calls had to be refused.")
            }
            core.writer.write(.status, call: frame.call, status.callStatus)
            return nil
        }
        let timeout = opening.timeoutMilliseconds.map {
            min($0, core.limits.maxTimeoutMilliseconds)
        }
        let deadline = timeout.map { core.now.advanced(byMilliseconds: $0) }
        _ = core.table.insert(
            CallRecord(
                number: frame.call, deadline: deadline ?? .never,
                sendCredit: core.peer.callCreditBytes,
                receiveCredit: core.limits.callCreditBytes))
        core.idleSince = nil
        core.earliestDeadline = min(core.earliestDeadline, deadline ?? .never)
        opening.call = frame.call
        opening.timeoutMilliseconds = timeout
        opening.deadline = deadline
        return .opened(opening)
    }

    private mutating func readOpening(
        _ payload: ByteBuffer
    ) throws(ConnectionError) -> CallOpening {
        if let known = lastOpen.opening(of: payload) { return known }
        let open: WireOpen = try core.read(payload)
        let opening = CallOpening(
            method: open.method, timeoutMilliseconds: open.timeoutMs,
            idempotencyKey: open.idempotencyKey, attempt: open.attempt,
            traceparent: open.traceparent, metadata: open.metadata)
        lastOpen.keep(opening, payload)
        return opening
    }

    /// The status of a call that no handler needs to see; nil if it may start.
    private func refusal(of open: CallOpening) -> RPCStatus? {
        if core.table.count >= core.limits.maxCalls {
            return .resourceExhausted(
                "Too many calls at once.", quota: "calls", limit: UInt64(core.limits.maxCalls),
                retryAfterMilliseconds: 100)
        }
        // An unknown name is never echoed, and one of this length is never looked up.
        if open.method.utf8.count > core.limits.maxMethodBytes {
            return RPCStatus(.unimplemented, "No such method.")
        }
        if open.timeoutMilliseconds == 0 {
            return RPCStatus(.deadlineExceeded, "The call's time was over on arrival.")
        }
        if !open.idempotencyKey.isEmpty, open.idempotencyKey.count != 16 {
            return .invalidArgument("An idempotency key has 16 bytes.")
        }
        if open.traceparent.utf8.count > 128 {
            return .invalidArgument("A traceparent has at most 128 bytes.")
        }
        if !core.limits.allows(open.metadata) {
            return .invalidArgument("Metadata passes its limits.")
        }
        return nil
    }

    // MARK: DATA

    private mutating func handleData(_ frame: Frame) throws(ConnectionError) -> ServerEvent? {
        try checkOpened(frame.call)
        try core.receiveConnectionData(frame.payload.readableBytes)
        guard let index = core.table.find(frame.call) else {
            try core.noteStray()
            return nil
        }
        let isEnd = frame.flags.contains(.end)
        switch core.table[index].state.receiveData(end: isEnd) {
        case .violation:
            throw ConnectionError(.protocolViolation, "DATA came after END.")
        case .ignore:
            try core.noteStray()
            return nil
        case .deliver:
            break
        }
        switch try core.receiveData(frame, at: index) {
        case .incomplete:
            return nil
        case .message(let message):
            return event(frame.call, message, isEnd: isEnd)
        case .tooLarge:
            abort(
                frame.call,
                .resourceExhausted(
                    "A message is too large.", quota: "message_bytes",
                    limit: UInt64(core.limits.maxMessageBytes)), .messageTooLarge)
            return nil
        case .exhausted(let message):
            guard endCallsBeyondBound(sparing: frame.call), let message else {
                return nil
            }
            return event(frame.call, message, isEnd: isEnd)
        }
    }

    /// Ends the newest calls until the rest hold no more than they may; false if `call` had to go.
    private mutating func endCallsBeyondBound(sparing call: UInt32) -> Bool {
        var isSpared = true
        while let newest = core.callBeyondBound {
            abort(
                newest,
                .resourceExhausted(
                    "The connection buffers too much.", quota: "buffered_bytes",
                    limit: UInt64(core.limits.maxBufferedBytes), retryAfterMilliseconds: 100),
                .bufferExhausted)
            // One that was answered before its handler ended lets go of what it holds, no more.
            if let index = core.table.find(newest) {
                core.dropReceived(at: index)
            }
            isSpared = isSpared && newest != call
        }
        return isSpared
    }

    private func event(_ call: UInt32, _ message: ByteBuffer?, isEnd: Bool) -> ServerEvent {
        guard let message else {
            return .requestsEnded(call: call)
        }
        return .message(call: call, message, endOfRequests: isEnd)
    }

    // MARK: CANCEL

    private mutating func handleCancel(_ frame: Frame) throws(ConnectionError) -> ServerEvent? {
        try checkOpened(frame.call)
        let cancel: WireCancel = try core.read(frame.payload)
        let index = core.table.find(frame.call)
        let deadline = index.map { core.table[$0].deadline } ?? .never
        // A client that gives up at the deadline it announced is not flooding; the second is for
        // the way the frames took.
        let isDue =
            cancel.reason == .deadline && deadline != .never
            && deadline <= core.now.advanced(byMilliseconds: 1_000)
        guard isDue || core.cancelBudget.spend(now: core.now) else {
            throw ConnectionError(.calmDown, "Too many CANCELs.")
        }
        guard let index else {
            return nil
        }
        switch core.table[index].state.receiveCancel() {
        case .ignore:
            return nil
        case .cancelHandler:
            core.dropQueue(at: index)
            core.dropReceived(at: index)
            core.table[index].deadline = .never
            return .cancelled(call: frame.call, .byClient(cancel.reason))
        case .endNow:
            core.dropQueue(at: index)
            writeStatus(frame.call, RPCStatus(.cancelled, "Cancelled by the client."))
            core.remove(at: index)
            return nil
        }
    }
}
