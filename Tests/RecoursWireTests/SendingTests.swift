// SPDX-License-Identifier: EUPL-1.2

import NIOCore
import RecoursMessages
import Testing

@testable import RecoursWire

@Suite("Sending")
struct SendingTests {
    @Test("An OPEN that comes again is read as it was, and another one as it is")
    func repeatedOpen() throws {
        var server = greetedServer()
        let events = [
            Frames.open(1, method: "a", timeoutMilliseconds: 500),
            Frames.open(3, method: "a", timeoutMilliseconds: 500),
            Frames.open(5, method: "b", timeoutMilliseconds: 500),
            Frames.open(7, method: "b"),
        ].flatMap { server.feed($0, now: .at(10)) }
        let openings = events.compactMap { event -> CallOpening? in
            if case .opened(let opening) = event { opening } else { nil }
        }
        #expect(openings.map(\.call) == [1, 3, 5, 7])
        #expect(openings.map(\.method) == ["a", "a", "b", "b"])
        #expect(openings.map(\.deadline) == [.at(510), .at(510), .at(510), nil])
    }

    @Test("A unary answer is one frame, encoded straight behind its header")
    func unary() throws {
        var server = greetedServer()
        _ = server.feed(Frames.joined([Frames.open(1), Frames.data(1, [], .end)]))
        var health = HealthCheckResponse()
        health.state = .serving
        var sentBytes = 0
        #expect(
            server.sendMessage(1, health, endWithOK: true, sentBytes: &sentBytes) == .accepted)
        #expect(sentBytes == 2)
        #expect(server.openCallCount == 1)
        server.callEnded(1)
        #expect(server.openCallCount == 0)
        #expect(server.drainOutput() == Frames.data(1, [8, 1], .end))
        #expect(server.finish(1, .ok) == false)
    }

    @Test("Fragments of large messages take turns, and a small one is not behind them")
    func roundRobin() throws {
        var server = greetedServer()
        _ = server.feed(Frames.joined([Frames.open(1), Frames.open(3), Frames.open(5)]))
        let large = ByteBuffer(repeating: 1, count: 200_000)
        #expect(server.sendMessage(1, large, endWithOK: true) == .acceptedThenWait)
        #expect(server.sendMessage(3, large, endWithOK: true) == .acceptedThenWait)
        #expect(server.sendMessage(5, ByteBuffer(bytes: [9]), endWithOK: true) == .accepted)
        let frames = try #require(Frames.split(server.drainOutput()))
        #expect(frames.map(\.call) == [5, 1, 3, 1, 3, 1, 3, 1, 3])
        #expect(frames.map(\.flags) == [.end] + Array(repeating: .more, count: 6) + [.end, .end])
        #expect(
            frames.filter { $0.call == 3 }.reduce(0) { $0 + $1.payload.readableBytes } == 200_000)
    }

    @Test("writeOutput passes its mark by one frame at most, and says whether there is more")
    func mark() {
        var server = greetedServer()
        _ = server.feed(Frames.open(1))
        _ = server.sendMessage(1, ByteBuffer(repeating: 1, count: 200_000), endWithOK: true)
        var output = ByteBuffer()
        #expect(server.writeOutput(into: &output, upTo: 1, now: .at(0)) == true)
        #expect(output.readableBytes == 65_536 + 12)
        #expect(server.writeOutput(into: &output, upTo: 140_000, now: .at(0)) == true)
        #expect(output.readableBytes == 3 * (65_536 + 12))
        #expect(server.writeOutput(into: &output, upTo: .max, now: .at(0)) == false)
    }

    @Test("A sender waits at 64 KiB a call, and goes on when half of that is left")
    func callMark() {
        var server = greetedServer()
        _ = server.feed(Frames.open(1))
        let large = ByteBuffer(repeating: 1, count: 100_000)
        #expect(server.canSend(1) == true)
        #expect(server.sendMessage(1, large, endWithOK: false) == .acceptedThenWait)
        #expect(server.canSend(1) == false)
        #expect(server.sendMessage(1, large, endWithOK: false) == .mustWait)
        var output = ByteBuffer()
        _ = server.writeOutput(into: &output, upTo: 1, now: .at(0))
        #expect(server.drainEvents().isEmpty)
        _ = server.writeOutput(into: &output, upTo: .max, now: .at(0))
        #expect(server.drainEvents() == [.sendable(call: 1)])
        #expect(server.sendMessage(1, large, endWithOK: true) == .acceptedThenWait)
    }

    @Test("All senders wait at 1 MiB a connection; small answers with credit still pass")
    func connectionMark() {
        var server = greetedServer()
        _ = server.feed(Frames.joined((0..<20).map { Frames.open(UInt32($0 * 2 + 1)) }))
        let large = ByteBuffer(repeating: 1, count: 1_100_000)
        #expect(server.sendMessage(1, large, endWithOK: false) == .acceptedThenWait)
        #expect(server.sendMessage(3, large, endWithOK: false) == .mustWait)
        #expect(server.sendMessage(5, ByteBuffer(bytes: [1]), endWithOK: true) == .accepted)
        _ = server.drainOutput()
        // The connection's credit is used up but for its last bytes; the call waits for more.
        #expect(server.core.queuedBytes == 1_100_000 - 1_048_575)
        #expect(server.drainEvents().contains(.sendable(call: 3)))
    }

    @Test("A STATUS goes behind the messages queued before it, and only then")
    func statusBehind() throws {
        var server = greetedServer()
        _ = server.feed(Frames.open(1))
        _ = server.sendMessage(1, ByteBuffer(repeating: 1, count: 70_000), endWithOK: false)
        #expect(server.finish(1, RPCStatus(.aborted)) == true)
        #expect(server.finish(1, RPCStatus(.aborted)) == false)
        server.callEnded(1)
        #expect(server.openCallCount == 1)
        let frames = try #require(Frames.split(server.drainOutput()))
        #expect(frames.map(\.type) == [.data, .data, .status])
        #expect(server.openCallCount == 0)
    }

    @Test("A message larger than the peer accepts is not taken")
    func tooLarge() {
        var server = greetedServer()
        _ = server.feed(Frames.open(1))
        let huge = ByteBuffer(repeating: 0, count: 4_194_305)
        #expect(server.sendMessage(1, huge, endWithOK: true) == .tooLarge)
        #expect(server.finish(1, RPCStatus(.internal)) == true)
    }

    @Test("A handler that ends without an answer gives INTERNAL")
    func unanswered() throws {
        var server = greetedServer()
        _ = server.feed(Frames.open(1))
        server.callEnded(1)
        server.callEnded(1)
        let frames = try #require(Frames.split(server.drainOutput()))
        #expect(frames.map(\.type) == [.status])
        #expect(RPCStatus(try WireCallStatus(decoding: frames[0].payload)).code == .internal)
        #expect(server.openCallCount == 0)
    }

    @Test("HELLO's larger credit widens what was opened under the defaults")
    func widening() throws {
        var client = ClientConnectionStateMachine(limits: ConnectionLimits(), now: .at(0))
        let call = try client.open(CallOpening(method: "m"), now: .at(0))
        _ = client.sendMessage(call, ByteBuffer(repeating: 5, count: 100_000), end: true)
        let early = try #require(Frames.split(client.drainOutput())).filter { $0.type == .data }
        #expect(early.reduce(0) { $0 + $1.payload.readableBytes } == 65_536)
        #expect(early.allSatisfy { $0.payload.readableBytes <= 16_384 })
        _ = client.feed(Frames.hello(maxCalls: 100))
        let late = try #require(Frames.split(client.drainOutput()))
        #expect(late.map(\.payload.readableBytes) == [34_464])
        #expect(late.first?.flags == .end)
    }

    @Test("Credit below half a window returns at once when a message could not end without it")
    func urgentCredit() throws {
        var limits = ConnectionLimits()
        limits.maxMessageBytes = 100_000
        limits.callCreditBytes = 100_000
        var server = greetedServer(limits)
        let part = Array(repeating: UInt8(1), count: 30_000)
        _ = server.feed(Frames.joined([Frames.open(1), Frames.data(1, part)]))
        server.consumed(1, bytes: 30_000)
        #expect(server.hasOutput == false)
        _ = server.feed(Frames.data(1, part, .more))
        #expect(server.drainOutput() == Frames.credit(1, 30_000))
        #expect(
            server.core.table.find(1).map { server.core.table[$0].receiveWindow.remaining }
                == 70_000)
    }

    @Test("The drain's expiry ends what is left with UNAVAILABLE")
    func drainExpiry() throws {
        var server = greetedServer()
        _ = server.feed(Frames.open(1))
        server.goAway(.draining, message: "", retryAfterMilliseconds: 7, now: .at(0))
        _ = server.drainOutput(now: .at(1))
        #expect(server.nextTimeout == .at(5_000))
        // No answer to the PING: the second step comes without it.
        server.tick(now: .at(5_000))
        let second = try #require(Frames.split(server.drainOutput(now: .at(5_000))))
        let goAway = try WireGoAway(decoding: try #require(second.first).payload)
        #expect(goAway.lastCall == 1 && goAway.retryAfterMs == 7 && goAway.drainMs == 30_000)
        #expect(server.feed(Frames.open(3), now: .at(5_001)).isEmpty)
        let pong = Frames.frame(.ping, flags: .acknowledgement, payload: [0, 0, 0, 0, 0, 0, 0, 1])
        _ = server.feed(pong, now: .at(5_002))
        server.tick(now: .at(30_000))
        #expect(server.drainEvents() == [.cancelled(call: 1, .drainExpired), .drained])
        let last = try #require(Frames.split(server.drainOutput(now: .at(30_000))))
        #expect(last.map(\.type) == [.status])
        // What follows the drain is no truncation.
        server.receiveEnd(orderly: false, now: .at(30_001))
        #expect(server.drainEvents().isEmpty)
    }
}
