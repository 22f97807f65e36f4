// SPDX-License-Identifier: EUPL-1.2

import NIOCore
import RecoursMessages
import Testing

@testable import RecoursWire

@Suite("Clocks")
struct ClockTests {
    @Test("HELLO must come within 5 s")
    func hello() {
        var server = ServerConnectionStateMachine(limits: ConnectionLimits(), now: .at(100))
        _ = server.drainOutput(now: .at(100))
        #expect(server.nextTimeout == .at(5_100))
        server.tick(now: .at(5_099))
        #expect(server.drainEvents().isEmpty)
        server.tick(now: .at(5_100))
        #expect(server.drainEvents().map(GoldenTranscript.text) == ["failed helloTimeout"])
    }

    @Test("A frame must be whole 15 s after its first byte, however it drips")
    func frame() {
        var server = greetedServer()
        let frame = Frames.open(1)
        for (second, byte) in frame.readableBytesView.prefix(15).enumerated() {
            let now = MonotonicInstant.at(UInt64(second) * 1_000)
            #expect(server.feed(ByteBuffer(bytes: [byte]), now: now).isEmpty)
            #expect(server.nextTimeout == .at(15_000))
        }
        server.tick(now: .at(15_000))
        #expect(server.drainEvents().map(GoldenTranscript.text) == ["failed frameTimeout"])
    }

    @Test("A PING must be answered within 20 s")
    func ping() {
        var server = greetedServer()
        server.ping(now: .at(10))
        _ = server.drainOutput(now: .at(10))
        #expect(server.nextTimeout == .at(20_010))
        var answered = greetedServer()
        answered.ping(now: .at(10))
        _ = answered.drainOutput(now: .at(10))
        let pong = Frames.frame(.ping, flags: .acknowledgement, payload: [0, 0, 0, 0, 0, 0, 0, 1])
        #expect(
            answered.feed(pong, now: .at(12)) == [.pingAnswered(roundTripNanoseconds: 2_000_000)])
        server.tick(now: .at(20_010))
        #expect(server.drainEvents().map(GoldenTranscript.text) == ["failed pingTimeout"])
        #expect(server.hasOutput == false)
    }

    @Test("A deadline is enforced by the server, is clamped, and can be brought forward")
    func serverDeadline() throws {
        var server = greetedServer()
        let events = server.feed(
            Frames.joined([
                Frames.open(1, timeoutMilliseconds: 500),
                Frames.open(3, timeoutMilliseconds: .max), Frames.open(5),
            ]))
        let deadlines = events.map { event -> MonotonicInstant? in
            if case .opened(let opening) = event { return opening.deadline }
            return nil
        }
        #expect(deadlines == [.at(500), .at(3_600_000), nil])
        #expect(server.nextTimeout == .at(500))
        server.shortenDeadline(5, to: .at(400))
        server.shortenDeadline(5, to: .at(9_000))
        #expect(server.nextTimeout == .at(400))
        server.tick(now: .at(400))
        #expect(server.drainEvents() == [.cancelled(call: 5, .deadlineExceeded)])
        server.tick(now: .at(500))
        #expect(server.drainEvents() == [.cancelled(call: 1, .deadlineExceeded)])
        let frames = try #require(Frames.split(server.drainOutput(now: .at(500))))
        #expect(frames.map(\.call) == [5, 1])
        #expect(frames.map(\.type) == [.status, .status])
        // The handlers have not ended: the calls still count, and nothing more can be said.
        #expect(server.openCallCount == 3)
        #expect(server.sendMessage(1, ByteBuffer(), endWithOK: true) == .callOver)
        server.callEnded(1)
        server.callEnded(5)
        #expect(server.openCallCount == 1)
        #expect(server.hasOutput == false)
    }

    @Test("A client stops waiting at its own deadline and says CANCEL(DEADLINE)")
    func clientDeadline() throws {
        var client = greetedClient()
        let opening = CallOpening(method: "m", timeoutMilliseconds: 300)
        _ = try client.open(opening, now: .at(1))
        _ = client.drainOutput(now: .at(1))
        #expect(client.nextTimeout == .at(301))
        client.tick(now: .at(301))
        #expect(
            client.drainEvents().map(GoldenTranscript.text)
                == ["finished 1 deadlineExceeded The call's time is over."])
        #expect(client.drainOutput(now: .at(301)) == Frames.cancel(1, .deadline))
        #expect(client.nextTimeout == nil)
    }

    @Test("Output that nobody takes for 30 s ends the connection")
    func stall() throws {
        var server = greetedServer()
        _ = server.feed(Frames.frame(.ping, payload: [1, 2, 3, 4, 5, 6, 7, 8]), now: .at(5))
        server.tick(now: .at(6))
        #expect(server.nextTimeout == .at(30_006))
        server.tick(now: .at(30_006))
        #expect(server.drainEvents().map(GoldenTranscript.text) == ["failed writeStalled"])
    }

    @Test("A call without credit for 30 s ends as a slow consumer; the connection goes on")
    func slowConsumer() throws {
        var server = ServerConnectionStateMachine(limits: ConnectionLimits(), now: .at(0))
        var peer = ConnectionLimits()
        peer.maxMessageBytes = 65_536
        peer.callCreditBytes = 65_536
        _ = server.feed(Frames.joined([Frames.hello(peer), Frames.open(1)]))
        let message = ByteBuffer(repeating: 1, count: 40_000)
        #expect(server.sendMessage(1, message, endWithOK: false) == .accepted)
        #expect(server.sendMessage(1, message, endWithOK: false) == .accepted)
        _ = server.drainOutput(now: .at(1_000))
        server.tick(now: .at(1_000))
        #expect(server.nextTimeout == .at(31_000))
        server.tick(now: .at(31_000))
        #expect(server.drainEvents() == [.cancelled(call: 1, .slowConsumer)])
        let frames = try #require(Frames.split(server.drainOutput(now: .at(31_000))))
        #expect(frames.map(\.type) == [.status])
        #expect(server.core.queuedBytes == 0)
        server.callEnded(1)
        #expect(server.feed(Frames.open(3), now: .at(31_001)).count == 1)
    }

    @Test("A connection without credit for 30 s ends all calls that wait for it, and goes on")
    func slowConnection() throws {
        var server = ServerConnectionStateMachine(limits: ConnectionLimits(), now: .at(0))
        var peer = ConnectionLimits()
        peer.connectionCreditBytes = 262_144
        _ = server.feed(Frames.joined([Frames.hello(peer), Frames.open(1), Frames.open(3)]))
        let message = ByteBuffer(repeating: 1, count: 200_000)
        for call: UInt32 in [1, 3] { _ = server.sendMessage(call, message, endWithOK: false) }
        _ = server.drainOutput(now: .at(1_000))
        #expect(server.nextTimeout == .at(31_000))
        // A little credit is a little time.
        _ = server.feed(Frames.credit(0, 2_000), now: .at(20_000))
        _ = server.drainOutput(now: .at(20_000))
        server.tick(now: .at(31_000))
        #expect(server.drainEvents().isEmpty)
        server.tick(now: .at(50_000))
        #expect(
            server.drainEvents() == [
                .cancelled(call: 1, .slowConsumer), .cancelled(call: 3, .slowConsumer),
            ])
        server.callEnded(1)
        server.callEnded(3)
        #expect(server.core.queuedBytes == 0)
        #expect(server.feed(Frames.open(5), now: .at(50_001)).count == 1)
    }

    @Test("Silence longer than the interval is answered with a PING of our own")
    func keepalive() {
        var limits = ConnectionLimits()
        limits.idleKeepaliveMilliseconds = 2_000
        var client = greetedClient(limits)
        // The server announced 10 s, which wins.
        #expect(client.nextTimeout == .at(10_000))
        client.tick(now: .at(10_000))
        #expect(Frames.split(client.drainOutput(now: .at(10_000)))?.map(\.type) == [.ping])
        #expect(client.nextTimeout == .at(30_000))
    }

    @Test("A connection on which calls wait asks earlier than an idle one")
    func keepaliveOfWaitingCalls() throws {
        var limits = ConnectionLimits()
        limits.keepaliveMilliseconds = 12_000
        limits.idleKeepaliveMilliseconds = 40_000
        limits.pingTimeoutMilliseconds = 5_000
        var client = greetedClient(limits)
        #expect(client.nextTimeout == .at(40_000))
        _ = try client.open(CallOpening(method: "m"), now: .at(1_000))
        _ = client.drainOutput(now: .at(1_000))
        #expect(client.nextTimeout == .at(12_000))
        client.tick(now: .at(12_000))
        #expect(Frames.split(client.drainOutput(now: .at(12_000)))?.map(\.type) == [.ping])
        // Unanswered, it ends the connection, and the call can be made again.
        #expect(client.nextTimeout == .at(17_000))
    }

    @Test("Idleness and age start a drain with their reasons")
    func idleAndAge() {
        var idle = greetedServer()
        _ = idle.feed(Frames.open(1), now: .at(1_000))
        _ = idle.finish(1, .ok)
        idle.callEnded(1)
        _ = idle.drainOutput(now: .at(2_000))
        #expect(idle.nextTimeout == .at(902_000))
        idle.tick(now: .at(902_000))
        #expect(goAwayReason(&idle) == .idle)
        var old = greetedServer()
        _ = old.feed(Frames.open(1), now: .at(1_000))
        #expect(old.nextTimeout == .at(3_600_000))
        old.tick(now: .at(3_600_000))
        #expect(goAwayReason(&old) == .maxAge)
    }

    private func goAwayReason(_ server: inout ServerConnectionStateMachine) -> WireGoAwayReason? {
        Frames.split(server.drainOutput(now: .at(0)))?.first { $0.type == .goAway }
            .flatMap { try? WireGoAway(decoding: $0.payload) }?.reason
    }
}
