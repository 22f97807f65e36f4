// SPDX-License-Identifier: EUPL-1.2

internal import NIOCore
internal import RecoursMessages

/// What each frame from a server does.
extension ClientConnectionStateMachine {
    mutating func handle(_ frame: Frame) throws(ConnectionError) -> ClientEvent? {
        switch frame.type {
        case .hello:
            return .peerHello(try core.applyHello(frame.payload))
        case .head:
            return try handleHead(frame)
        case .data:
            return try handleData(frame)
        case .status:
            return try handleStatus(frame)
        case .cancel:
            return try handleRefusal(frame)
        case .credit:
            if frame.call != 0 {
                try checkOpened(frame.call)
            }
            try core.receiveCredit(frame)
            return nil
        case .ping:
            return try core.receivePing(frame).map {
                .pingAnswered(roundTripNanoseconds: $0.roundTripNanoseconds)
            }
        case .goAway:
            return handleGoAway(try core.read(frame.payload))
        case .open:
            throw ConnectionError(.protocolViolation, "A server sent OPEN.")
        }
    }

    /// A frame of a call that was never opened is a fault; of one that is over, a race.
    private func checkOpened(_ call: UInt32) throws(ConnectionError) {
        guard call & 1 == 1, call < nextCall else {
            throw ConnectionError(.protocolViolation, "A frame names a call never opened.")
        }
    }

    /// The call of a frame; nil if it is over.
    private mutating func call(of frame: Frame) throws(ConnectionError) -> Int? {
        try checkOpened(frame.call)
        guard let index = core.table.find(frame.call) else {
            try core.noteStray()
            return nil
        }
        return index
    }

    private mutating func handleHead(_ frame: Frame) throws(ConnectionError) -> ClientEvent? {
        let head: WireHead = try core.read(frame.payload)
        guard let index = try call(of: frame) else {
            return nil
        }
        switch core.table[index].state.receiveHead() {
        case .deliver: return .head(call: frame.call, head.metadata)
        case .ignore: return nil
        case .violation: throw ConnectionError(.protocolViolation, "HEAD came late or twice.")
        }
    }

    private mutating func handleData(_ frame: Frame) throws(ConnectionError) -> ClientEvent? {
        try checkOpened(frame.call)
        try core.receiveConnectionData(frame.payload.readableBytes)
        guard let index = try call(of: frame) else {
            return nil
        }
        let isEnd = frame.flags.contains(.end)
        guard core.table[index].state.receiveData() == .deliver else {
            if isEnd {
                core.remove(at: index)
            }
            return nil
        }
        switch try core.receiveData(frame, at: index) {
        case .incomplete:
            return nil
        case .message(let message):
            return finishData(frame.call, message, isEnd: isEnd)
        case .tooLarge:
            abandonOrRemove(
                frame.call, isOver: isEnd,
                .resourceExhausted(
                    "A response is too large.", quota: "message_bytes",
                    limit: UInt64(core.limits.maxMessageBytes)))
            return nil
        case .exhausted(let message):
            guard endCallsBeyondBound(sparing: frame.call, isOver: isEnd), let message else {
                return nil
            }
            return finishData(frame.call, message, isEnd: isEnd)
        }
    }

    /// Gives the newest calls up until the rest hold no more than they may; false if `call`, which
    /// is over if it came to its end with that frame, had to go.
    private mutating func endCallsBeyondBound(sparing call: UInt32, isOver: Bool) -> Bool {
        var isSpared = true
        while let newest = core.callBeyondBound {
            abandonOrRemove(
                newest, isOver: isOver && newest == call,
                .resourceExhausted(
                    "The connection buffers too much.", quota: "buffered_bytes",
                    limit: UInt64(core.limits.maxBufferedBytes)))
            isSpared = isSpared && newest != call
        }
        return isSpared
    }

    private mutating func finishData(
        _ call: UInt32, _ message: ByteBuffer?, isEnd: Bool
    ) -> ClientEvent {
        if isEnd, let index = core.table.find(call) {
            core.remove(at: index)
        }
        guard let message else {
            return .finished(call: call, .ok)
        }
        if isEnd {
            events.append(.finished(call: call, .ok))
        }
        return .message(call: call, message)
    }

    /// Gives a call up because of what came; there is nobody to cancel if it ended with that.
    private mutating func abandonOrRemove(_ call: UInt32, isOver: Bool, _ status: RPCStatus) {
        guard isOver else {
            abandon(call, reason: .abandoned, status)
            return
        }
        if let index = core.table.find(call) {
            core.remove(at: index)
            events.append(.finished(call: call, status))
        }
    }

    private mutating func handleStatus(_ frame: Frame) throws(ConnectionError) -> ClientEvent? {
        let status: WireCallStatus = try core.read(frame.payload)
        guard let index = try call(of: frame) else {
            return nil
        }
        let onLast = core.table[index].state.receiveLast()
        core.remove(at: index)
        return onLast == .deliver ? .finished(call: frame.call, RPCStatus(status)) : nil
    }

    private mutating func handleRefusal(_ frame: Frame) throws(ConnectionError) -> ClientEvent? {
        let _: WireCancel = try core.read(frame.payload)
        guard let index = try call(of: frame) else {
            return nil
        }
        switch core.table[index].state.receiveRefusal() {
        case .deliver:
            core.remove(at: index)
            return .refused(call: frame.call)
        case .ignore:
            core.remove(at: index)
            return nil
        case .violation:
            throw ConnectionError(.protocolViolation, "A call was refused after its answer began.")
        }
    }

    /// Calls above the server's last were not touched (PROTOCOL.md §7.2).
    private mutating func handleGoAway(_ goAway: WireGoAway) -> ClientEvent {
        _ = phase.drain()
        for number in core.table.callNumbers() where number > goAway.lastCall {
            guard let index = core.table.find(number) else {
                continue
            }
            let onRefusal = core.table[index].state.receiveRefusal()
            core.remove(at: index)
            switch onRefusal {
            case .deliver:
                events.append(.refused(call: number))
            case .violation:
                // It had answered already: what it says now cannot make the call untouched.
                events.append(
                    .finished(call: number, .unavailable("The server dropped the call.")))
            case .ignore:
                break
            }
        }
        return .goAway(goAway)
    }
}
