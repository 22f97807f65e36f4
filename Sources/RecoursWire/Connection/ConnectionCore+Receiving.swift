// SPDX-License-Identifier: EUPL-1.2

internal import NIOCore
internal import RecoursMessages

/// What a DATA frame came to.
enum DataOutcome {
    /// A fragment: more must come.
    case incomplete
    /// A whole message; nil if the frame only ended the direction.
    case message(ByteBuffer?)
    /// The message passes the size that we announced.
    case tooLarge
    /// The connection holds too much now: calls must go until it does not, see
    /// `callBeyondBound`. The message, if there is one, is delivered if its call stays.
    case exhausted(ByteBuffer?)
}

extension ConnectionCore {
    /// Takes DATA in against the connection's window, which is refilled on receipt, whatever
    /// becomes of the call: half a message on each of many calls must not lock them all
    /// (PROTOCOL.md §6.2).
    mutating func receiveConnectionData(_ byteCount: Int) throws(ConnectionError) {
        guard receiveWindow.receive(byteCount) else {
            throw ConnectionError(.flowControl, "DATA passes the connection's credit.")
        }
        receiveWindow.owe(byteCount)
        if let grant = receiveWindow.takeGrant() {
            writeCredit(grant, call: 0)
        }
    }

    /// DATA, CREDIT or CANCEL for a call that is over: harmless, within reason.
    mutating func noteStray() throws(ConnectionError) {
        guard strayBudget.spend(now: now) else {
            throw ConnectionError(.calmDown, "Too many frames for calls that are over.")
        }
    }

    /// Takes a DATA frame of an open call in and puts fragments together.
    mutating func receiveData(_ frame: Frame, at index: Int) throws(ConnectionError) -> DataOutcome
    {
        let byteCount = frame.payload.readableBytes
        guard table[index].receiveWindow.receive(byteCount) else {
            throw ConnectionError(.flowControl, "DATA passes the call's credit.")
        }
        if frame.flags.contains(.noMessage) {
            guard table[index].partial == nil else {
                throw ConnectionError(.protocolViolation, "A call ended within a message.")
            }
            return .message(nil)
        }
        guard byteCount + (table[index].partial?.readableBytes ?? 0) <= limits.maxMessageBytes
        else {
            return .tooLarge
        }
        if frame.flags.contains(.more) {
            return try receiveFragment(frame.payload, at: index)
        }
        var message = frame.payload
        if var whole = table[index].partial.take() {
            whole.writeImmutableBuffer(frame.payload)
            message = whole
        }
        table[index].unconsumedBytes += message.readableBytes
        table[index].unconsumedMessages += 1
        bufferedBytes += byteCount + CallRecord<State>.messageCharge
        return bufferedBytes > limits.maxBufferedBytes ? .exhausted(message) : .message(message)
    }

    private mutating func receiveFragment(
        _ payload: ByteBuffer, at index: Int
    ) throws(ConnectionError) -> DataOutcome {
        guard fragmentGauge.note(payload.readableBytes) else {
            throw ConnectionError(.calmDown, "Fragments are too small.")
        }
        // Copied, so that a fragment never keeps a whole received buffer alive.
        if table[index].partial == nil {
            table[index].partial = ByteBuffer()
        }
        table[index].partial?.writeImmutableBuffer(payload)
        bufferedBytes += payload.readableBytes
        returnCredit(at: index)
        return bufferedBytes > limits.maxBufferedBytes ? .exhausted(nil) : .incomplete
    }

    /// The application has taken one message of the call.
    mutating func consumed(_ call: UInt32, bytes: Int, peerMaySend: (State) -> Bool) {
        guard failure == nil, let index = table.find(call), table[index].unconsumedMessages > 0
        else {
            return
        }
        // A caller that counts wrongly must not make us hand out credit that was never used.
        let bytes = min(max(bytes, 0), table[index].unconsumedBytes)
        table[index].unconsumedMessages -= 1
        table[index].unconsumedBytes -= bytes
        bufferedBytes -= bytes + CallRecord<State>.messageCharge
        guard peerMaySend(table[index].state) else {
            return
        }
        table[index].receiveWindow.owe(bytes)
        returnCredit(at: index)
    }

    /// Returns a call's credit at half a window; or at once when the peer stands within a message
    /// with little left and all else is consumed, since nothing would come to be consumed then.
    private mutating func returnCredit(at index: Int) {
        let isUrgent =
            table[index].partial != nil && table[index].unconsumedMessages == 0
            && table[index].receiveWindow.remaining < limits.maxFrameBytes
        if let grant = table[index].receiveWindow.takeGrant(urgent: isUrgent) {
            writeCredit(grant, call: table[index].number)
        }
    }

    /// The call that must go next because all together hold too much: the newest that holds
    /// something. One alone may hold so little that others must follow it.
    var callBeyondBound: UInt32? {
        guard bufferedBytes > limits.maxBufferedBytes else {
            return nil
        }
        return table.callNumbers().last { number in
            table.find(number).map { table[$0].bufferedBytes > 0 } ?? false
        }
    }

    private mutating func writeCredit(_ byteCount: Int, call: UInt32) {
        var credit = WireCredit()
        credit.bytes = UInt32(clamping: byteCount)
        writer.write(.credit, call: call, credit)
    }

    /// Adds the peer's credit. `isStray` if the frame names a call that is over.
    mutating func receiveCredit(_ frame: Frame) throws(ConnectionError) {
        let credit: WireCredit = try read(frame.payload)
        guard credit.bytes > 0, credit.bytes <= SendWindow.maxBytes else {
            throw ConnectionError(.protocolViolation, "CREDIT is not within 1 to 2^31 - 1.")
        }
        // Each 4 KiB of DATA that we sent pays for one CREDIT; more come out of the budget.
        if uncreditedBytes >= 4_096 {
            uncreditedBytes -= 4_096
        } else {
            guard creditBudget.spend(now: now) else {
                throw ConnectionError(.calmDown, "Too many CREDITs.")
            }
        }
        let isWithinRange: Bool
        if frame.call == 0 {
            isWithinRange = sendWindow.grant(Int(credit.bytes))
        } else if let index = table.find(frame.call) {
            isWithinRange = table[index].sendWindow.grant(Int(credit.bytes))
            schedule(index)
        } else {
            isWithinRange = true
        }
        guard isWithinRange else {
            throw ConnectionError(.protocolViolation, "CREDIT lifts a window past 2^31 - 1.")
        }
    }
}
