// SPDX-License-Identifier: EUPL-1.2

internal import DequeModule
internal import NIOCore
internal import RecoursMessages

/// Where a message is to be encoded.
enum SendPlan: Sendable, Hashable {
    /// Behind a header in the output, if it has at most so many bytes.
    case encodeIntoOutput(atMost: Int)
    /// Into a buffer of its own, for the queue.
    case encodeApart
    /// Nowhere: the sender must wait.
    case wait
}

extension ConnectionCore {
    /// Output that stays in one run before further messages queue in their calls, so that a burst
    /// of small replies cannot keep a large one from its turn.
    static var directBytes: Int { 65_536 }
    /// The least that is cut off a message when credit is short; less waits for credit.
    static var minFragmentBytes: Int { 1_024 }

    // MARK: Messages in

    /// Whether a sender of the call may hand over a message now.
    func mayQueue(_ index: Int) -> Bool {
        !table[index].isWaiting && queuedBytes < limits.maxUnsentBytes
    }

    /// Sends an encoded message, at once if nothing is in its way.
    mutating func send(
        _ payload: ByteBuffer, at index: Int, flags: FrameFlags, isLast: Bool
    ) -> SendOutcome {
        guard payload.readableBytes <= peer.maxMessageBytes else {
            return .tooLarge
        }
        if payload.readableBytes <= directByteCount(index) {
            writer.write(.data, flags: flags, call: table[index].number, payload: payload)
            didSendDirectly(payload.readableBytes, at: index, isLast: isLast)
            return .accepted
        }
        guard mayQueue(index) else {
            wait(index)
            return .mustWait
        }
        return enqueue(
            OutboundItem(type: .data, flags: flags, payload: payload, isLast: isLast), at: index)
    }

    /// What a message that is not encoded yet may do now.
    ///
    /// Encoding is generic over the message and stays with the caller: a function generic over the
    /// message *and* this type would run unspecialised, at several times the cost.
    mutating func prepareToSend(at index: Int) -> SendPlan {
        let direct = directByteCount(index)
        if direct >= 0 {
            return .encodeIntoOutput(atMost: min(direct, peer.maxMessageBytes))
        }
        guard mayQueue(index) else {
            wait(index)
            return .wait
        }
        return .encodeApart
    }

    /// The largest message that may go straight into the output; -1 if none may.
    private func directByteCount(_ index: Int) -> Int {
        guard table[index].queue.isEmpty, !table[index].isWaiting,
            writer.byteCount < ConnectionCore.directBytes
        else {
            return -1
        }
        // Those that queue for the connection's credit come before those that do not queue.
        guard ready.isEmpty || sendWindow.available >= 2 * ConnectionCore.directBytes else {
            return -1
        }
        return min(peer.maxFrameBytes, table[index].sendWindow.available, sendWindow.available)
    }

    mutating func didSendDirectly(_ byteCount: Int, at index: Int, isLast: Bool) {
        spend(byteCount, at: index)
        if isLast, table[index].state.lastFrameWritten() {
            remove(at: index)
        }
    }

    private mutating func spend(_ byteCount: Int, at index: Int) {
        table[index].sendWindow.spend(byteCount)
        sendWindow.spend(byteCount)
        // Bounded, so that years of sending do not buy a flood of CREDITs.
        uncreditedBytes = min(uncreditedBytes + byteCount, 16_777_216)
    }

    /// Queues an item behind those that the call has; one that needs no credit goes at once if
    /// there are none.
    mutating func enqueue(_ item: OutboundItem, at index: Int) -> SendOutcome {
        let isFree = item.type != .data || item.payload.readableBytes == 0
        if isFree, table[index].queue.isEmpty {
            writer.write(
                item.type, flags: item.flags, call: table[index].number, payload: item.payload)
            if item.isLast, table[index].state.lastFrameWritten() {
                remove(at: index)
            }
            return .accepted
        }
        table[index].queue.append(item)
        table[index].queuedBytes += item.payload.readableBytes
        queuedBytes += item.payload.readableBytes
        schedule(index)
        guard
            table[index].queuedBytes >= limits.maxUnsentBytesPerCall
                || queuedBytes >= limits.maxUnsentBytes
        else {
            return .accepted
        }
        wait(index)
        return .acceptedThenWait
    }

    private mutating func wait(_ index: Int) {
        if !table[index].isWaiting {
            table[index].isWaiting = true
            waitingCount += 1
        }
    }

    // MARK: The round robin

    /// Puts a call with a queue into the round robin, or notes that it lacks credit of its own.
    mutating func schedule(_ index: Int) {
        guard !table[index].isScheduled, let item = table[index].queue.first else {
            return
        }
        guard table[index].hasCallCredit(for: item) else {
            if !table[index].isBlocked {
                table[index].isBlocked = true
                needsStallMark = true
            }
            return
        }
        table[index].isScheduled = true
        table[index].isBlocked = false
        table[index].blockedSince = nil
        ready.append(table[index].number)
    }

    /// Whether `writeOutput` would write something.
    var hasOutput: Bool {
        writer.byteCount > 0
            || (!ready.isEmpty && sendWindow.available >= ConnectionCore.minFragmentBytes)
            || ready.contains { isReady($0) }
    }

    private func isReady(_ call: UInt32) -> Bool {
        guard let index = table.find(call), let item = table[index].queue.first else {
            return false
        }
        return sendWindow.available >= item.payload.readableBytes
    }

    /// Moves output into `buffer` until it holds about `byteCount` bytes; true if more is ready.
    mutating func writeOutput(
        into buffer: inout ByteBuffer, upTo byteCount: Int, now: MonotonicInstant
    ) -> Bool {
        advance(now)
        writer.drain(into: &buffer)
        outputSince = nil
        // At least one frame each time, or full control frames could starve the messages.
        var turns = 0
        var idleTurns = 0
        while idleTurns < ready.count, turns == 0 || buffer.readableBytes < byteCount {
            guard let call = ready.popFirst(), let index = table.find(call) else {
                continue
            }
            if writeTurn(at: index, into: &buffer) {
                turns += 1
                idleTurns = 0
            } else {
                ready.append(call)
                idleTurns += 1
            }
        }
        noteCredit(isShort: !ready.isEmpty && !hasOutput, hasMoved: turns > 0)
        if turns > 0 {
            wakeSenders()
        }
        // The last call may have left the table with the last frame.
        advance(now)
        return outputSince != nil
    }

    private mutating func noteCredit(isShort: Bool, hasMoved: Bool) {
        if !isShort {
            creditlessSince = nil
        } else if hasMoved || creditlessSince == nil {
            creditlessSince = now
        }
    }

    /// Writes one call's next frame; false if the connection's credit does not reach.
    private mutating func writeTurn(at index: Int, into buffer: inout ByteBuffer) -> Bool {
        let number = table[index].number
        guard let item = table[index].queue.first else {
            table[index].isScheduled = false
            return true
        }
        let rest = item.payload.readableBytes
        let size = min(
            rest, peer.maxFrameBytes, table[index].sendWindow.available, sendWindow.available)
        guard size == rest || size >= ConnectionCore.minFragmentBytes else {
            return false
        }
        spend(size, at: index)
        table[index].queuedBytes -= size
        queuedBytes -= size
        if size < rest, let slice = table[index].queue[0].payload.readSlice(length: size) {
            buffer.writeFrameHeader(
                FrameHeader(.data, flags: .more, call: number, payloadByteCount: size))
            buffer.writeImmutableBuffer(slice)
        } else {
            buffer.writeFrameHeader(
                FrameHeader(item.type, flags: item.flags, call: number, payloadByteCount: size))
            buffer.writeImmutableBuffer(item.payload)
            table[index].queue.removeFirst()
        }
        if size == rest, item.isLast {
            table[index].isScheduled = false
            if table[index].state.lastFrameWritten() {
                remove(at: index)
            }
            return true
        }
        writeStatusAhead(at: index, into: &buffer)
        return true
    }

    /// After DATA: writes the STATUS behind it, which needs no credit, or gives the call its next
    /// turn. So the head of a queue in the round robin is always DATA.
    private mutating func writeStatusAhead(at index: Int, into buffer: inout ByteBuffer) {
        if let item = table[index].queue.first, item.type != .data {
            buffer.writeFrameHeader(
                FrameHeader(
                    item.type, call: table[index].number,
                    payloadByteCount: item.payload.readableBytes))
            buffer.writeImmutableBuffer(item.payload)
            table[index].queuedBytes -= item.payload.readableBytes
            queuedBytes -= item.payload.readableBytes
            table[index].queue.removeFirst()
            table[index].isScheduled = false
            if item.isLast, table[index].state.lastFrameWritten() {
                remove(at: index)
            }
            return
        }
        table[index].isScheduled = false
        schedule(index)
        if table[index].isWaiting {
            noteSendable(index)
        }
    }

    private mutating func noteSendable(_ index: Int) {
        guard table[index].isWaiting, queuedBytes < limits.maxUnsentBytes,
            table[index].queuedBytes <= limits.maxUnsentBytesPerCall / 2
        else {
            return
        }
        table[index].isWaiting = false
        waitingCount -= 1
        sendableCalls.append(table[index].number)
    }

    /// Wakes those that wait only because the connection as a whole had too much unsent.
    private mutating func wakeSenders() {
        guard waitingCount > 0, queuedBytes < limits.maxUnsentBytes else {
            return
        }
        for index in table.indices where table[index].isWaiting {
            noteSendable(index)
        }
    }

    // MARK: Out of the table

    /// Drops what a call has queued.
    mutating func dropQueue(at index: Int) {
        queuedBytes -= table[index].queuedBytes
        table[index].queuedBytes = 0
        table[index].queue.removeAll()
        if table[index].isWaiting {
            table[index].isWaiting = false
            waitingCount -= 1
        }
        table[index].isBlocked = false
        table[index].blockedSince = nil
        if table[index].isScheduled {
            table[index].isScheduled = false
            let number = table[index].number
            ready.removeAll { $0 == number }
        }
    }

    /// Forgets what a call has received; nothing of it will be consumed.
    mutating func dropReceived(at index: Int) {
        bufferedBytes -= table[index].bufferedBytes
        table[index].partial = nil
        table[index].unconsumedBytes = 0
        table[index].unconsumedMessages = 0
    }

    /// Takes a call out of the table, with everything it holds.
    mutating func remove(at index: Int) {
        dropQueue(at: index)
        dropReceived(at: index)
        table.remove(at: index)
    }
}

extension CallRecord {
    /// Whether the call's own credit lets the item start, or go on by a decent fragment.
    fileprivate func hasCallCredit(for item: OutboundItem) -> Bool {
        item.type != .data
            || sendWindow.available >= min(item.payload.readableBytes, 1_024)
    }
}
