// SPDX-License-Identifier: EUPL-1.2

package import NIOCore
package import RecoursMessages

/// Orders about calls, from the transport.
extension ClientConnectionStateMachine {
    /// Starts a call and returns its number; the opening's own `call` and `deadline` are ignored.
    /// Throws why no call can be opened.
    package mutating func open(
        _ opening: CallOpening, now: MonotonicInstant
    ) throws(OpenError) -> UInt32 {
        core.advance(now)
        guard phase.mayOpen, core.failure == nil, core.end == nil else {
            throw .draining
        }
        guard nextCall <= SendWindow.maxBytes else {
            throw .numbersExhausted
        }
        guard core.table.count < core.peer.maxCalls else {
            throw .limitReached
        }
        guard opening.method.utf8.count <= core.limits.maxMethodBytes,
            opening.idempotencyKey.isEmpty || opening.idempotencyKey.count == 16,
            opening.traceparent.utf8.count <= 128, core.limits.allows(opening.metadata)
        else {
            throw .invalidOpening
        }
        let call = nextCall
        nextCall += 2
        let deadline =
            opening.timeoutMilliseconds.map { core.now.advanced(byMilliseconds: $0) } ?? .never
        _ = core.table.insert(
            CallRecord(
                number: call, deadline: deadline, sendCredit: core.peer.callCreditBytes,
                receiveCredit: core.limits.callCreditBytes))
        core.idleSince = nil
        core.earliestDeadline = min(core.earliestDeadline, deadline)
        writeOpen(opening, call)
        return call
    }

    private mutating func writeOpen(_ opening: CallOpening, _ call: UInt32) {
        var open = WireOpen()
        open.method = opening.method
        open.timeoutMs = opening.timeoutMilliseconds
        open.idempotencyKey = opening.idempotencyKey
        open.attempt = opening.attempt
        open.traceparent = opening.traceparent
        open.metadata = opening.metadata
        core.writer.write(.open, call: call, open)
    }

    /// Sends an encoded request; with `end` it is the last.
    package mutating func sendMessage(
        _ call: UInt32, _ message: ByteBuffer, end: Bool
    ) -> SendOutcome {
        guard let index = openCall(call), core.table[index].state.maySend else {
            return .callOver
        }
        let outcome = core.send(message, at: index, flags: end ? .end : [], isLast: end)
        noteTaken(outcome, index, last: end)
        return outcome
    }

    /// Encodes and sends a request, straight into the output when nothing is in its way.
    package mutating func sendMessage(
        _ call: UInt32, _ message: some RecoursMessage, end: Bool
    ) -> SendOutcome {
        guard let index = openCall(call), core.table[index].state.maySend else {
            return .callOver
        }
        switch core.prepareToSend(at: index) {
        case .wait:
            return .mustWait
        case .encodeApart:
            var payload = ByteBuffer()
            message.encode(into: &payload)
            return sendMessage(call, payload, end: end)
        case .encodeIntoOutput(let most):
            let encoded = core.writer.writeData(
                flags: end ? .end : [], call: call, message, atMost: most)
            switch encoded {
            case .tooLong(let payload):
                return sendMessage(call, payload, end: end)
            case .written(let byteCount):
                core.didSendDirectly(byteCount, at: index, isLast: end)
                noteTaken(.accepted, index, last: end)
                return .accepted
            }
        }
    }

    private mutating func noteTaken(_ outcome: SendOutcome, _ index: Int, last: Bool) {
        // A client's call is never taken out by sending, so the index still holds.
        switch outcome {
        case .accepted, .acceptedThenWait: core.table[index].state.messageTaken(last: last)
        case .mustWait, .tooLarge, .callOver: break
        }
    }

    /// Says that no more requests follow; false if it was said before or the call is over.
    package mutating func endRequests(_ call: UInt32) -> Bool {
        guard let index = openCall(call), core.table[index].state.maySend else {
            return false
        }
        core.table[index].state.messageTaken(last: true)
        _ = core.enqueue(
            OutboundItem(
                type: .data, flags: .bareEnd, payload: ByteBuffer(), isLast: true),
            at: index)
        return true
    }

    /// Abandons the call: no event of it follows. False if it is over already.
    package mutating func cancel(_ call: UInt32, reason: WireCancelReason) -> Bool {
        guard let index = openCall(call), core.table[index].state.abandon() else {
            return false
        }
        writeCancel(index, reason)
        return true
    }

    /// Abandons a call for a reason of the connection's own, and says so to the application.
    mutating func abandon(_ call: UInt32, reason: WireCancelReason, _ status: RPCStatus) {
        guard cancel(call, reason: reason) else {
            return
        }
        events.append(.finished(call: call, status))
    }

    /// The call's place stays taken until the server's last frame has come.
    private mutating func writeCancel(_ index: Int, _ reason: WireCancelReason) {
        core.dropQueue(at: index)
        core.dropReceived(at: index)
        core.table[index].deadline = .never
        var cancel = WireCancel()
        cancel.reason = reason
        core.writer.write(.cancel, call: core.table[index].number, cancel)
    }

    /// The application took one response of `bytes` bytes: its credit goes back, in time. Call it
    /// exactly once for each `message`.
    package mutating func consumed(_ call: UInt32, bytes: Int) {
        core.consumed(call, bytes: bytes) { $0.takesResponses }
    }

    /// Whether `sendMessage` would take a message now.
    package func canSend(_ call: UInt32) -> Bool {
        guard let index = openCall(call), core.table[index].state.maySend else {
            return false
        }
        return core.mayQueue(index)
    }

    /// Whether `open` would give a number now.
    package var canOpen: Bool {
        phase.mayOpen && core.failure == nil && core.end == nil
            && nextCall <= SendWindow.maxBytes && core.table.count < core.peer.maxCalls
    }

    private func openCall(_ call: UInt32) -> Int? {
        core.failure == nil ? core.table.find(call) : nil
    }
}
