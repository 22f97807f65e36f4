// SPDX-License-Identifier: EUPL-1.2

internal import DequeModule
internal import NIOCore
internal import RecoursMessages

/// What both roles share: frames in and out, windows, budgets and clocks of one connection.
///
/// It decides nothing about the meaning of a call; the role's machine does, in its `State`.
struct ConnectionCore<State: CallState>: Sendable {
    let limits: ConnectionLimits
    var now: MonotonicInstant
    var table = CallTable<State>()

    // MARK: Input

    var decoder: FrameDecoder
    var peer = PeerSettings.defaults
    var hasHello = false
    /// Set once, when the connection fails; nothing is read or accepted afterwards.
    var failure: ConnectionError?
    /// How the peer's bytes ended; nil while they may still come.
    var end: InputEnd?

    // MARK: Output

    var writer = FrameWriter()
    /// Calls with something to send and credit of their own, in turn.
    var ready: Deque<UInt32> = []
    /// Encoded and unsent in all queues together.
    var queuedBytes = 0
    /// Calls whose senders were told to wait.
    var waitingCount = 0
    /// Calls whose senders may go on, not yet reported.
    var sendableCalls: Deque<UInt32> = []

    // MARK: Windows and budgets

    var sendWindow: SendWindow
    var receiveWindow: ReceiveWindow
    /// What all calls together make us hold.
    var bufferedBytes = 0
    var cancelBudget: RateBudget
    var pingBudget: RateBudget
    var creditBudget: RateBudget
    var refusalBudget: RateBudget
    var strayBudget: RateBudget
    var fragmentGauge: FragmentGauge
    /// DATA bytes sent for which the peer has not yet had a CREDIT free of charge.
    var uncreditedBytes = 0

    // MARK: Clocks

    var pings = PingTracker()
    let startedAt: MonotonicInstant
    /// When the first byte of an incomplete frame came.
    var frameStartedAt: MonotonicInstant?
    var lastReceivedAt: MonotonicInstant
    /// Since when output waits to be pulled.
    var outputSince: MonotonicInstant?
    /// Since when there is no call; nil while there is one.
    var idleSince: MonotonicInstant?
    /// No call's deadline lies before this.
    var earliestDeadline = MonotonicInstant.never
    /// When the first blocked call must be looked at; `needsStallMark` if its clock is to start.
    var stallCheckAt = MonotonicInstant.never
    var needsStallMark = false
    /// Since when all that is ready waits for credit of the connection; nil while something goes.
    var creditlessSince: MonotonicInstant?

    init(limits: ConnectionLimits, maxCalls: Int, now: MonotonicInstant) {
        let limits = limits.announceable
        self.limits = limits
        self.now = now
        self.startedAt = now
        self.lastReceivedAt = now
        self.idleSince = now
        self.decoder = FrameDecoder(maxFrameBytes: limits.maxFrameBytes)
        self.sendWindow = SendWindow(bytes: PeerSettings.defaults.connectionCreditBytes)
        self.receiveWindow = ReceiveWindow(bytes: limits.connectionCreditBytes)
        let budget = RateBudget(
            count: limits.budgetPerWindow, periodMilliseconds: limits.budgetWindowMilliseconds)
        self.cancelBudget = budget
        self.pingBudget = budget
        self.creditBudget = budget
        self.refusalBudget = budget
        self.strayBudget = RateBudget(
            count: limits.strayFramesPerWindow,
            periodMilliseconds: limits.budgetWindowMilliseconds)
        self.fragmentGauge = FragmentGauge(
            freeFragments: limits.freeFragments, minAverageBytes: limits.minAverageFragmentBytes)
        writer.write(.hello, call: 0, limits.hello(maxCalls: maxCalls))
    }

    // MARK: Frames in

    mutating func receive(_ bytes: inout ByteBuffer, now: MonotonicInstant) {
        advance(now)
        guard failure == nil, end == nil, bytes.readableBytes > 0 else {
            bytes.moveReaderIndex(to: bytes.writerIndex)
            return
        }
        lastReceivedAt = now
        decoder.append(&bytes)
    }

    /// The next frame of a known type, with all that its header tells already checked; nil if it
    /// is not complete. Throws what ends the connection.
    mutating func nextFrame() throws(ConnectionError) -> Frame? {
        while let header = try decoder.header() {
            if let type = header.type {
                try check(header, type)
            }
            guard let payload = decoder.payload(of: header) else {
                break
            }
            frameStartedAt = nil
            // A frame of an unknown type was marked optional, or the decoder had refused it.
            if let type = header.type {
                return Frame(type: type, flags: header.flags, call: header.call, payload: payload)
            }
        }
        if decoder.pendingByteCount > 0, frameStartedAt == nil {
            frameStartedAt = now
        }
        try checkEnd()
        return nil
    }

    private func check(_ header: FrameHeader, _ type: FrameType) throws(ConnectionError) {
        // HELLO comes first and once (PROTOCOL.md §5).
        guard hasHello != (type == .hello) else {
            throw ConnectionError(
                .protocolViolation, hasHello ? "HELLO came twice." : "HELLO did not come first.")
        }
        if type == .hello, header.payloadByteCount > PeerSettings.defaults.maxFrameBytes {
            throw ConnectionError(.frameTooLarge, "HELLO passes 16 KiB.")
        }
        guard type == .data else {
            return
        }
        // Credit is checked before the payload is awaited (PROTOCOL.md §6).
        guard header.payloadByteCount <= receiveWindow.remaining else {
            throw ConnectionError(.flowControl, "DATA passes the connection's credit.")
        }
        if let index = table.find(header.call),
            header.payloadByteCount > table[index].receiveWindow.remaining
        {
            throw ConnectionError(.flowControl, "DATA passes the call's credit.")
        }
        let flags = header.flags.subtracting(.optional)
        let isLegal: Bool =
            if flags.contains(.noMessage) {
                flags == .bareEnd && header.payloadByteCount == 0
            } else {
                !flags.contains(.more) || !flags.contains(.end)
            }
        guard isLegal else {
            throw ConnectionError(.protocolViolation, "DATA carries flags that exclude each other.")
        }
    }

    private func checkEnd() throws(ConnectionError) {
        guard let end else {
            return
        }
        if decoder.pendingByteCount > 0 {
            throw ConnectionError(.truncated, "The peer's bytes ended within a frame.")
        }
        switch end {
        case .abrupt:
            throw ConnectionError(.truncated, "The peer's bytes ended without close_notify.")
        case .orderly:
            guard table.isEmpty else {
                throw ConnectionError(.closedByPeer, "The peer closed while calls were open.")
            }
        }
    }

    // MARK: Frames of the connection

    /// Reads HELLO and widens what was opened under the defaults.
    mutating func applyHello(_ payload: ByteBuffer) throws(ConnectionError) -> WireHello {
        let hello: WireHello = try read(payload)
        let settings = try PeerSettings(hello)
        hasHello = true
        let defaults = PeerSettings.defaults
        let extraConnection = settings.connectionCreditBytes - defaults.connectionCreditBytes
        let extraCall = settings.callCreditBytes - defaults.callCreditBytes
        var isWithinRange = sendWindow.grant(extraConnection)
        for number in table.callNumbers() {
            guard let index = table.find(number) else {
                continue
            }
            isWithinRange = table[index].sendWindow.grant(extraCall) && isWithinRange
            schedule(index)
        }
        guard isWithinRange else {
            throw ConnectionError(.protocolViolation, "HELLO's credit passes 2^31 - 1.")
        }
        peer = settings
        return hello
    }

    /// Answers a PING, or returns the answer if the frame answers ours.
    mutating func receivePing(_ frame: Frame) throws(ConnectionError) -> PingAnswer? {
        guard frame.payload.readableBytes == 8,
            let number = frame.payload.getInteger(
                at: frame.payload.readerIndex, as: UInt64.self)
        else {
            throw ConnectionError(.protocolViolation, "PING does not carry 8 bytes.")
        }
        if frame.flags.contains(.acknowledgement) {
            guard let answer = pings.acknowledge(number, now: now) else {
                throw ConnectionError(.protocolViolation, "A PING was answered that was not sent.")
            }
            return answer
        }
        guard pingBudget.spend(now: now) else {
            throw ConnectionError(.calmDown, "Too many PINGs.")
        }
        writer.write(.ping, flags: .acknowledgement, call: 0, payload: frame.payload)
        return nil
    }

    /// Sends a PING unless too many are out; its number.
    mutating func ping(now: MonotonicInstant) -> UInt64? {
        guard let number = pings.send(now: now) else {
            return nil
        }
        var payload = ByteBuffer()
        payload.writeInteger(number)
        writer.write(.ping, call: 0, payload: payload)
        return number
    }

    func read<Message: RecoursMessage>(_ payload: ByteBuffer) throws(ConnectionError) -> Message {
        do throws(MessageError) {
            return try Message(decoding: payload)
        } catch {
            throw ConnectionError(
                .protocolViolation, "A control frame's payload cannot be decoded.", cause: error)
        }
    }

    // MARK: The end

    /// Stops everything and queues GOAWAY if it can still help the peer.
    mutating func fail(_ error: ConnectionError, lastCall: UInt32) {
        failure = error
        decoder.discardAll()
        ready.removeAll()
        sendableCalls.removeAll()
        if let reason = error.goAwayReason {
            var goAway = WireGoAway()
            goAway.lastCall = lastCall
            goAway.reason = reason
            goAway.message = error.message
            writer.write(.goAway, call: 0, goAway)
        }
    }
}

extension WireGoAway {
    /// The text cut to the 200 bytes that GOAWAY may carry, between characters.
    static func clipped(_ text: String) -> String {
        var clipped = text.prefix(200)
        while clipped.utf8.count > 200 {
            clipped.removeLast()
        }
        return String(clipped)
    }
}

/// How the peer's bytes ended.
enum InputEnd: Sendable, Hashable {
    /// With TLS close_notify.
    case orderly
    /// Without: whatever is open was cut.
    case abrupt
}
