// SPDX-License-Identifier: EUPL-1.2

package import NIOCore
package import RecoursMessages

/// Orders about calls, from the transport.
extension ServerConnectionStateMachine {
    /// Sends early metadata; false if the call is over or already answered, or if the metadata
    /// passes the limits of PROTOCOL.md §10.
    package mutating func sendHead(_ call: UInt32, metadata: [WireMetadataEntry]) -> Bool {
        guard core.limits.allows(metadata), let index = openCall(call),
            core.table[index].state.sendHead()
        else {
            return false
        }
        var head = WireHead()
        head.metadata = metadata
        core.writer.write(.head, call: call, head)
        return true
    }

    /// Sends an encoded response; with `endWithOK` it is the last and the status is OK.
    package mutating func sendMessage(
        _ call: UInt32, _ message: ByteBuffer, endWithOK: Bool
    ) -> SendOutcome {
        guard let index = openCall(call), core.table[index].state.maySend else {
            return .callOver
        }
        let outcome = core.send(
            message, at: index, flags: endWithOK ? .end : [], isLast: endWithOK)
        noteTaken(outcome, call, last: endWithOK)
        return outcome
    }

    /// Encodes and sends a response, straight into the output when nothing is in its way.
    /// `sentBytes` grows by its length if it was taken.
    package mutating func sendMessage(
        _ call: UInt32, _ message: some RecoursMessage, endWithOK: Bool, sentBytes: inout Int
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
            sentBytes += payload.readableBytes
            return sendMessage(call, payload, endWithOK: endWithOK)
        case .encodeIntoOutput(let most):
            let encoded = core.writer.writeData(
                flags: endWithOK ? .end : [], call: call, message, atMost: most)
            switch encoded {
            case .tooLong(let payload):
                sentBytes += payload.readableBytes
                return sendMessage(call, payload, endWithOK: endWithOK)
            case .written(let byteCount):
                sentBytes += byteCount
                core.didSendDirectly(byteCount, at: index, isLast: endWithOK)
                noteTaken(.accepted, call, last: endWithOK)
                return .accepted
            }
        }
    }

    private mutating func noteTaken(_ outcome: SendOutcome, _ call: UInt32, last: Bool) {
        switch outcome {
        case .accepted, .acceptedThenWait:
            // The call may be gone already, if this was its last frame and went at once.
            if let index = core.table.find(call) {
                core.table[index].state.messageTaken(last: last)
            }
        case .mustWait, .tooLarge, .callOver:
            break
        }
    }

    /// Ends the call behind its queued responses; false if it is over already.
    ///
    /// OK without metadata is a bare END, anything else a STATUS (PROTOCOL.md §9).
    package mutating func finish(_ call: UInt32, _ status: RPCStatus) -> Bool {
        guard let index = openCall(call), core.table[index].state.maySend else {
            return false
        }
        core.table[index].state.messageTaken(last: true)
        if status.code == .ok, status.metadata.isEmpty {
            // It needs no credit, but goes behind what is queued.
            _ = core.enqueue(
                OutboundItem(
                    type: .data, flags: .bareEnd, payload: ByteBuffer(), isLast: true),
                at: index)
            return true
        }
        var payload = ByteBuffer()
        status.callStatus.encode(into: &payload)
        if payload.readableBytes > FrameDecoder.maxControlBytes {
            // Details that do not fit a control frame go; the code and the text must arrive.
            payload.clear()
            RPCStatus(
                status.code, String(status.message.prefix(1_000)), requestID: status.requestID
            )
            .callStatus.encode(into: &payload)
        }
        _ = core.enqueue(
            OutboundItem(type: .status, flags: [], payload: payload, isLast: true), at: index)
        return true
    }

    /// Ends a call of which no handler ran: the client may retry it. False if already answered.
    package mutating func refuse(_ call: UInt32) -> Bool {
        guard let index = openCall(call), core.table[index].state.refuse() else {
            return false
        }
        var cancel = WireCancel()
        cancel.reason = .refused
        core.writer.write(.cancel, call: call, cancel)
        core.dropReceived(at: index)
        return true
    }

    /// The application took one request of `bytes` bytes: its credit goes back, in time. Call it
    /// exactly once for each `message`.
    package mutating func consumed(_ call: UInt32, bytes: Int) {
        core.consumed(call, bytes: bytes) { $0.takesRequests }
    }

    /// The call's handler has really ended; say it exactly once for each `opened`, also after
    /// `cancelled` and `connectionFailed`. A call that was not answered gets INTERNAL.
    package mutating func callEnded(_ call: UInt32) {
        guard let index = core.table.find(call) else {
            return
        }
        switch core.table[index].state.handlerDidEnd() {
        case .keep:
            return
        case .remove:
            break
        case .sendCancelledAndRemove where core.failure != nil:
            break
        case .sendCancelledAndRemove:
            writeStatus(call, RPCStatus(.cancelled, "Cancelled by the client."))
        case .sendInternalAndRemove:
            core.dropQueue(at: index)
            writeStatus(call, RPCStatus(.internal, "The call was not answered."))
        }
        core.remove(at: index)
    }

    /// Brings the call's deadline forward to `instant`, for a method with a shorter maximum.
    package mutating func shortenDeadline(_ call: UInt32, to instant: MonotonicInstant) {
        core.shortenDeadline(call, to: instant)
    }

    /// Whether `sendMessage` would take a message now.
    package func canSend(_ call: UInt32) -> Bool {
        guard let index = openCall(call), core.table[index].state.maySend else {
            return false
        }
        return core.mayQueue(index)
    }

    private func openCall(_ call: UInt32) -> Int? {
        core.failure == nil ? core.table.find(call) : nil
    }

    mutating func writeStatus(_ call: UInt32, _ status: RPCStatus) {
        core.writer.write(.status, call: call, status.callStatus)
    }
}
