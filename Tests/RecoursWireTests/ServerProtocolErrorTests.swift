// SPDX-License-Identifier: EUPL-1.2

import NIOCore
import RecoursMessages
import Testing

@testable import RecoursWire

/// What a peer does wrong, and what must become of it.
struct Misdeed: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var frames: [ByteBuffer]
    var code: ConnectionError.Code

    init(_ name: String, _ code: ConnectionError.Code, _ frames: ByteBuffer...) {
        self.testDescription = name
        self.code = code
        self.frames = frames
    }
}

@Suite("Protocol errors, on the server")
struct ServerProtocolErrorTests {
    static let overGranted: [ByteBuffer] = [
        Frames.credit(0, 0x7FFF_FFFF)
    ]

    static let misdeeds: [Misdeed] = [
        Misdeed("HELLO twice", .protocolViolation, Frames.hello()),
        Misdeed("OPEN with an even number", .protocolViolation, Frames.open(2)),
        Misdeed(
            "OPEN with a number used before", .protocolViolation, Frames.open(1), Frames.open(1)),
        Misdeed("OPEN with a lower number", .protocolViolation, Frames.open(5), Frames.open(3)),
        Misdeed("OPEN above 2^31 - 1", .protocolViolation, Frames.open(0x8000_0001)),
        Misdeed(
            "an undecodable OPEN", .protocolViolation,
            Frames.frame(.open, call: 1, payload: [0x0A, 0xFF])),
        Misdeed("DATA for a call never opened", .protocolViolation, Frames.data(1, [1])),
        Misdeed("DATA with an even call", .protocolViolation, Frames.open(5), Frames.data(4, [1])),
        Misdeed(
            "DATA after END", .protocolViolation, Frames.open(1), Frames.data(1, [1], .end),
            Frames.data(1, [2])),
        Misdeed(
            "MORE with END", .protocolViolation, Frames.open(1),
            Frames.data(1, [1], [.more, .end])),
        Misdeed(
            "NO_MESSAGE without END", .protocolViolation, Frames.open(1),
            Frames.data(1, [], .noMessage)),
        Misdeed(
            "NO_MESSAGE with a payload", .protocolViolation, Frames.open(1),
            Frames.data(1, [1], [.end, .noMessage])),
        Misdeed(
            "NO_MESSAGE within a message", .protocolViolation, Frames.open(1),
            Frames.data(1, [1], .more), Frames.data(1, [], [.end, .noMessage])),
        Misdeed(
            "HEAD from a client", .protocolViolation, Frames.open(1), Frames.frame(.head, call: 1)),
        Misdeed(
            "STATUS from a client", .protocolViolation, Frames.open(1),
            Frames.status(1, RPCStatus(.aborted))),
        Misdeed("CANCEL of a call never opened", .protocolViolation, Frames.cancel(1)),
        Misdeed("CREDIT for a call never opened", .protocolViolation, Frames.credit(1, 1)),
        Misdeed("CREDIT of 0", .protocolViolation, Frames.credit(0, 0)),
        Misdeed("CREDIT above 2^31 - 1", .protocolViolation, Frames.credit(0, 0x8000_0000)),
        Misdeed("CREDIT past 2^31 - 1 in all", .protocolViolation, Frames.credit(0, 0x7FFF_FFFF)),
        Misdeed(
            "CREDIT past 2^31 - 1 on a call", .protocolViolation, Frames.open(1),
            Frames.credit(1, 0x7FFF_FFFF)),
        Misdeed(
            "PING of 7 bytes", .protocolViolation,
            Frames.frame(.ping, payload: [1, 2, 3, 4, 5, 6, 7])),
        Misdeed(
            "an answer to no PING", .protocolViolation,
            Frames.frame(.ping, flags: .acknowledgement, payload: [0, 0, 0, 0, 0, 0, 0, 1])),
        Misdeed(
            "a frame of unknown type", .protocolViolation,
            GoldenTranscript.bytes("00000008 20 00 0000 00000000")),
        Misdeed(
            "a payload of 65,537 bytes", .frameTooLarge,
            GoldenTranscript.bytes("00010009 04 00 0000 00000001")),
        Misdeed(
            "a control payload of 16,385 bytes", .frameTooLarge,
            GoldenTranscript.bytes("00004009 02 00 0000 00000001")),
        Misdeed(
            "an undecodable GOAWAY", .protocolViolation, Frames.frame(.goAway, payload: [0x08])),
        Misdeed(
            "an undecodable CANCEL", .protocolViolation, Frames.open(1),
            Frames.frame(.cancel, call: 1, payload: [0x08])),
    ]

    @Test(
        "Each misdeed gives one connection error and one GOAWAY with its reason",
        arguments: misdeeds)
    func misdeed(_ misdeed: Misdeed) {
        var server = greetedServer()
        let events = server.feed(Frames.joined(misdeed.frames))
        expectFailure(&server, events, misdeed.code)
    }

    private func expectFailure(
        _ server: inout ServerConnectionStateMachine, _ events: [ServerEvent],
        _ code: ConnectionError.Code
    ) {
        let errors = events.compactMap { event -> ConnectionError? in
            if case .connectionFailed(let error) = event { return error }
            return nil
        }
        #expect(errors.map(\.code) == [code])
        #expect(errors.allSatisfy { $0.message.utf8.count <= 200 && !$0.remedy.isEmpty })
        let goAways = (Frames.split(server.drainOutput()) ?? []).filter { $0.type == .goAway }
        #expect(goAways.count == 1)
        let reason = goAways.first.flatMap { try? WireGoAway(decoding: $0.payload) }?.reason
        #expect(reason == errors.first?.goAwayReason)
        // Poisoned: nothing is read, sent or waited for any more, and nothing traps.
        #expect(server.feed(Frames.open(99)).isEmpty)
        #expect(server.sendMessage(1, ByteBuffer(), endWithOK: true) == .callOver)
        #expect(server.finish(1, .ok) == false)
        server.tick(now: .at(10_000_000))
        #expect(server.nextTimeout == nil)
        #expect(server.drainEvents().isEmpty)
    }

    @Test(
        "The first frame must be a HELLO within its ranges",
        arguments: [
            Frames.open(1), Frames.frame(.ping, payload: [1, 2, 3, 4, 5, 6, 7, 8]),
            hello { $0.maxFrameBytes = 16_383 },
            hello { $0.callCreditBytes = 65_535 }, hello { $0.callCreditBytes = 4_194_303 },
            hello { $0.callCreditBytes = 0x8000_0000 },
            hello { $0.connectionCreditBytes = 262_143 },
            hello { $0.connectionCreditBytes = 0x8000_0000 }, Frames.frame(.hello, payload: [0xFF]),
        ])
    func firstFrame(_ frame: ByteBuffer) {
        var server = ServerConnectionStateMachine(limits: ConnectionLimits(), now: .at(0))
        let events = server.feed(frame)
        expectFailure(&server, events, .protocolViolation)
    }

    static func hello(_ change: (inout WireHello) -> Void) -> ByteBuffer {
        var hello = ConnectionLimits().hello(maxCalls: 0)
        change(&hello)
        return Frames.frame(.hello, hello)
    }

    @Test("DATA beyond the connection's or the call's credit ends the connection at its header")
    func credit() {
        var limits = ConnectionLimits()
        limits.maxMessageBytes = 65_536
        limits.callCreditBytes = 65_536
        var server = greetedServer(limits)
        _ = server.feed(
            Frames.joined([Frames.open(1), Frames.data(1, Array(repeating: 1, count: 65_536))]))
        // One byte more, of which only the header has come.
        let events = server.feed(GoldenTranscript.bytes("00000009 04 00 0000 00000001"))
        expectFailure(&server, events, .flowControl)
    }

    @Test(
        "A call's own mistakes end the call and keep the connection",
        arguments: [
            (
                Frames.open(1, method: String(repeating: "m", count: 129)),
                RPCStatus.Code.unimplemented
            ),
            (Frames.open(1, timeoutMilliseconds: 0), .deadlineExceeded),
            (open { $0.idempotencyKey = [1, 2, 3] }, .invalidArgument),
            (open { $0.traceparent = String(repeating: "0", count: 129) }, .invalidArgument),
            (open { $0.metadata = [metadataEntry("K", 1)] }, .invalidArgument),
        ])
    func callMistake(frame: ByteBuffer, code: RPCStatus.Code) throws {
        var server = greetedServer()
        // Its DATA is on the way already, and is ignored.
        #expect(server.feed(Frames.joined([frame, Frames.data(1, [1], .end)])).isEmpty)
        let frames = try #require(Frames.split(server.drainOutput()))
        #expect(frames.map(\.type) == [.status])
        let status = RPCStatus(try WireCallStatus(decoding: frames[0].payload))
        #expect(status.code == code)
        #expect(!status.message.contains("mmm"))
        #expect(server.openCallCount == 0)
        #expect(server.feed(Frames.open(3)).count == 1)
    }

    static func open(_ change: (inout WireOpen) -> Void) -> ByteBuffer {
        var open = WireOpen()
        open.method = "m"
        change(&open)
        return Frames.frame(.open, call: 1, open)
    }

    @Test("The bytes' end within a frame, or without close_notify, is a truncation")
    func truncation() {
        var server = greetedServer()
        _ = server.feed(Frames.joined([Frames.open(1), GoldenTranscript.bytes("0000")]))
        server.receiveEnd(orderly: true, now: .at(1))
        let events = server.drainEvents()
        #expect(events.first == .cancelled(call: 1, .connectionLost))
        #expect(events.last.map(GoldenTranscript.text) == "failed truncated")
        var other = greetedServer()
        other.receiveEnd(orderly: false, now: .at(1))
        #expect(other.drainEvents().map(GoldenTranscript.text) == ["failed truncated"])
        var orderly = greetedServer()
        orderly.receiveEnd(orderly: true, now: .at(1))
        #expect(orderly.drainEvents() == [.drained])
        var open = greetedServer()
        _ = open.feed(Frames.open(1))
        open.receiveEnd(orderly: true, now: .at(1))
        #expect(open.drainEvents().last.map(GoldenTranscript.text) == "failed closedByPeer")
    }
}
