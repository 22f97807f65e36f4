// SPDX-License-Identifier: EUPL-1.2

import NIOCore
import RecoursMessages
import RecoursWire

/// A peer that says what the input chooses: frames which are well formed, nearly so or not at all,
/// delivered in pieces, while time goes on by steps that are also chosen.
struct WireScript {
    /// What the input asks for beside the peer's bytes.
    enum Step: Equatable {
        case nothing
        /// Pull output until there is about so much.
        case pull(Int)
        case end(orderly: Bool)
        case ping
        case goAway
        /// One of the orders that only one role has.
        case order(Int)
    }

    static let orders = 17..<32

    private(set) var input: FuzzInput
    private var pipe = ByteBuffer()
    private var milliseconds: UInt64 = 0

    init(_ bytes: [UInt8]) {
        input = FuzzInput(bytes)
    }

    var now: MonotonicInstant { MonotonicInstant(nanoseconds: milliseconds * 1_000_000) }

    /// Ordinary limits, or such as a short input reaches.
    mutating func limits() -> ConnectionLimits {
        var limits = ConnectionLimits()
        guard input.byte() & 1 == 1 else { return limits }
        limits.maxFrameBytes = 16_384
        limits.maxMessageBytes = 20_000
        limits.callCreditBytes = 30_000
        limits.connectionCreditBytes = 65_536
        limits.maxBufferedBytes = 60_000
        limits.maxUnsentBytesPerCall = 4_096
        limits.maxUnsentBytes = 20_000
        limits.maxCalls = 5
        limits.budgetPerWindow = 4
        limits.strayFramesPerWindow = 8
        limits.freeFragments = 4
        limits.idleTimeoutMilliseconds = 60_000
        limits.maxAgeMilliseconds = 600_000
        limits.keepaliveMilliseconds = 5_000
        return limits
    }

    /// The next step, and the bytes that arrive before it.
    mutating func next() -> (bytes: ByteBuffer, step: Step) {
        let choice = input.byte()
        var step = Step.nothing
        switch Int(choice & 0x1F) {
        case 12: milliseconds += 1 << UInt64(input.below(24))
        case 13: step = .pull(input.number())
        case 14: step = .end(orderly: input.byte() & 1 == 0)
        case 15: step = .ping
        case 16: step = .goAway
        case let order where Self.orders.contains(order): step = .order(order)
        case let kind: write(kind)
        }
        // What is held back arrives with what comes later.
        if choice & 0x80 != 0 { return (ByteBuffer(), step) }
        let count = choice & 0x40 != 0 ? Int(input.byte()) : pipe.readableBytes
        let bytes = pipe.readSlice(length: min(count, pipe.readableBytes)) ?? ByteBuffer()
        return (bytes, step)
    }

    // MARK: What orders need

    mutating func choose(_ count: Int) -> Int {
        input.below(count)
    }

    /// A message of which only the length matters.
    mutating func message() -> ByteBuffer {
        zeros(input.number())
    }

    // MARK: The peer's frames

    private mutating func write(_ kind: Int) {
        switch kind {
        case 0: pipe.writeBytes(input.take(Int(input.byte())))
        case 1:
            let (type, flags, call) = (input.byte(), input.byte(), input.byte())
            write(type, flags, UInt32(call), ByteBuffer(bytes: input.take(Int(input.byte()))))
        case 2: write(.open, call(), open())
        case 3:
            let (number, flags) = (call(), input.byte())
            write(FrameType.data.rawValue, flags, number, zeros(input.number()))
        case 4:
            let (number, flags) = (call(), input.byte())
            let payload = ByteBuffer(bytes: input.take(Int(input.byte())))
            write(FrameType.data.rawValue, flags, number, payload)
        case 5: write(.credit, call(), credit())
        case 6: write(.hello, 0, hello())
        case 7:
            var cancel = WireCancel()
            let number = call()
            cancel.reason = WireCancelReason(rawValue: Int32(input.byte()))
            write(.cancel, number, cancel)
        case 8:
            var goAway = WireGoAway()
            goAway.lastCall = UInt32(input.byte())
            goAway.reason = WireGoAwayReason(rawValue: Int32(input.byte()))
            write(.goAway, 0, goAway)
        case 9:
            let flags = input.byte() & 1
            var payload = ByteBuffer()
            payload.writeInteger(UInt64(input.byte()))
            write(FrameType.ping.rawValue, flags, 0, payload)
        case 10:
            var status = WireCallStatus()
            let number = call()
            status.status = Status(code: StatusCode(rawValue: Int32(input.byte())))
            write(.status, number, status)
        default: write(.head, call(), WireHead())
        }
    }

    private mutating func call() -> UInt32 {
        UInt32(input.byte())
    }

    private mutating func open() -> WireOpen {
        var open = WireOpen()
        let choices = input.byte()
        open.method = choices & 1 == 0 ? "m" : String(repeating: "m", count: 129)
        if choices & 2 != 0 { open.timeoutMs = UInt64(1) << UInt64(input.below(64)) }
        if choices & 4 != 0 { open.idempotencyKey = Array(repeating: 7, count: input.below(20)) }
        return open
    }

    private mutating func credit() -> WireCredit {
        var credit = WireCredit()
        credit.bytes = UInt32(truncatingIfNeeded: (UInt64(1) << UInt64(input.below(33))) - 1)
        return credit
    }

    private mutating func hello() -> WireHello {
        guard input.byte() & 1 == 0 else {
            return (try? WireHello(decoding: ByteBuffer(bytes: input.take(Int(input.byte())))))
                ?? WireHello()
        }
        var hello = WireHello()
        hello.maxFrameBytes = UInt32(16_384 + input.number())
        hello.maxMessageBytes = UInt32(input.number()) << 8
        hello.callCreditBytes = UInt32(input.number()) << 8
        hello.connectionCreditBytes = UInt32(input.number()) << 8
        hello.maxCalls = UInt32(input.byte())
        return hello
    }

    private mutating func write(_ type: FrameType, _ call: UInt32, _ message: some RecoursMessage) {
        var payload = ByteBuffer()
        message.encode(into: &payload)
        write(type.rawValue, 0, call, payload)
    }

    private mutating func write(
        _ type: UInt8, _ flags: UInt8, _ call: UInt32, _ payload: ByteBuffer
    ) {
        pipe.writeInteger(UInt32(payload.readableBytes + FrameHeader.countedByteCount))
        pipe.writeMultipleIntegers(type, flags, UInt16(0), call)
        pipe.writeImmutableBuffer(payload)
    }

    private static let zero = ByteBuffer(repeating: 0, count: 65_536)

    private func zeros(_ count: Int) -> ByteBuffer {
        Self.zero.getSlice(at: 0, length: count) ?? ByteBuffer()
    }
}
