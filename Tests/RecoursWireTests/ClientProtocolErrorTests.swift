// SPDX-License-Identifier: EUPL-1.2

import NIOCore
import RecoursMessages
import Testing

@testable import RecoursWire

@Suite("Protocol errors, on the client")
struct ClientProtocolErrorTests {
    /// Call 1 is open, call 3 is not.
    static let misdeeds: [Misdeed] = [
        Misdeed("OPEN from a server", .protocolViolation, Frames.open(1)),
        Misdeed("DATA for a call never opened", .protocolViolation, Frames.data(3, [1])),
        Misdeed("STATUS for a call never opened", .protocolViolation, Frames.status(3, .ok)),
        Misdeed("CANCEL of a call never opened", .protocolViolation, Frames.cancel(3, .refused)),
        Misdeed("CREDIT for a call never opened", .protocolViolation, Frames.credit(3, 1)),
        Misdeed(
            "HEAD twice", .protocolViolation, Frames.frame(.head, call: 1),
            Frames.frame(.head, call: 1)),
        Misdeed(
            "HEAD after DATA", .protocolViolation, Frames.data(1, [1]),
            Frames.frame(.head, call: 1)),
        Misdeed(
            "a refusal after HEAD", .protocolViolation, Frames.frame(.head, call: 1),
            Frames.cancel(1, .refused)),
        Misdeed(
            "a refusal after DATA", .protocolViolation, Frames.data(1, [1]),
            Frames.cancel(1, .refused)),
        Misdeed(
            "an undecodable STATUS", .protocolViolation,
            Frames.frame(.status, call: 1, payload: [0x0A])),
        Misdeed(
            "an undecodable HEAD", .protocolViolation,
            Frames.frame(.head, call: 1, payload: [0x0A])),
        Misdeed("HELLO twice", .protocolViolation, Frames.hello()),
    ]

    @Test("Each misdeed ends every call once and gives one connection error", arguments: misdeeds)
    func misdeed(_ misdeed: Misdeed) throws {
        var client = greetedClient()
        #expect(try client.open(CallOpening(method: "m"), now: .at(0)) == 1)
        _ = client.drainOutput()
        let events = client.feed(Frames.joined(misdeed.frames)).map(GoldenTranscript.text)
        #expect(
            Array(events.suffix(2))
                == ["finished 1 unavailable The connection was lost.", "failed \(misdeed.code)"])
        let goAways = (Frames.split(client.drainOutput()) ?? []).filter { $0.type == .goAway }
        #expect(goAways.count == 1)
        #expect(client.openCallCount == 0)
        #expect(throws: OpenError.draining) {
            try client.open(CallOpening(method: "m"), now: .at(0))
        }
        #expect(client.feed(Frames.data(1, [1])).isEmpty)
        #expect(client.nextTimeout == nil)
    }

    @Test("What cannot be opened says why")
    func open() throws {
        var peer = ConnectionLimits()
        peer.maxCalls = 1
        var client = greetedClient(peer: peer)
        let long = CallOpening(method: String(repeating: "m", count: 129))
        #expect(throws: OpenError.invalidOpening) { try client.open(long, now: .at(0)) }
        _ = try client.open(CallOpening(method: "m"), now: .at(0))
        #expect(client.canOpen == false)
        #expect(throws: OpenError.limitReached) {
            try client.open(CallOpening(method: "m"), now: .at(0))
        }
        #expect(client.feed(Frames.status(1, .ok)).map(GoldenTranscript.text) == ["finished 1 ok"])
        client.nextCall = 0x7FFF_FFFF
        #expect(try client.open(CallOpening(method: "m"), now: .at(0)) == 0x7FFF_FFFF)
        _ = client.feed(Frames.status(0x7FFF_FFFF, .ok))
        #expect(throws: OpenError.numbersExhausted) {
            try client.open(CallOpening(method: "m"), now: .at(0))
        }
    }

    @Test("Before the server's HELLO a client opens no more than sixteen calls")
    func defaults() throws {
        var client = ClientConnectionStateMachine(limits: ConnectionLimits(), now: .at(0))
        for number in 0..<16 {
            #expect(
                try client.open(CallOpening(method: "m"), now: .at(0)) == UInt32(number * 2 + 1))
        }
        #expect(throws: OpenError.limitReached) {
            try client.open(CallOpening(method: "m"), now: .at(0))
        }
    }

    @Test("Frames for a call that is over are ignored, and DATA still returns its credit")
    func stray() throws {
        var client = greetedClient()
        _ = try client.open(CallOpening(method: "m"), now: .at(0))
        _ = client.feed(Frames.status(1, RPCStatus(.aborted)))
        let late = Array(repeating: Frames.data(1, Array(repeating: 0, count: 65_536)), count: 8)
        _ = client.drainOutput()
        #expect(
            client.feed(
                Frames.joined(late + [Frames.frame(.head, call: 1), Frames.status(1, .ok)])
            ).isEmpty)
        #expect(Frames.split(client.drainOutput()) == Frames.split(Frames.credit(0, 524_288)))
    }

    @Test("A call above GOAWAY's last is refused; one that had answered is lost")
    func goAway() throws {
        var client = greetedClient()
        for _ in 0..<4 {
            _ = try client.open(CallOpening(method: "m"), now: .at(0))
        }
        _ = client.cancel(7, reason: .abandoned)
        _ = client.feed(Frames.data(5, [1]))
        let events = client.feed(Frames.goAway(1)).map(GoldenTranscript.text)
        #expect(
            events == [
                "goaway last=1 draining", "refused 3",
                "finished 5 unavailable The server dropped the call.",
            ])
        #expect(client.openCallCount == 1)
        #expect(
            client.feed(Frames.data(1, [], [.end, .noMessage])) == [
                .finished(call: 1, .ok), .drained,
            ])
    }

    @Test("A cancelled call keeps its place until the server's last frame")
    func place() throws {
        var client = greetedClient()
        _ = try client.open(CallOpening(method: "m"), now: .at(0))
        #expect(client.cancel(1, reason: .abandoned) == true)
        #expect(client.cancel(1, reason: .abandoned) == false)
        #expect(client.sendMessage(1, ByteBuffer(), end: true) == .callOver)
        #expect(client.openCallCount == 1)
        #expect(
            client.feed(Frames.joined([Frames.frame(.head, call: 1), Frames.data(1, [1])])).isEmpty)
        #expect(client.feed(Frames.status(1, RPCStatus(.cancelled))).isEmpty)
        #expect(client.openCallCount == 0)
    }
}
