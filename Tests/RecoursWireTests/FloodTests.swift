// SPDX-License-Identifier: EUPL-1.2

import NIOCore
import RecoursMessages
import Testing

@testable import RecoursWire

@Suite("Floods")
struct FloodTests {
    /// Feeds `make(0)`, `make(1)`, … at one instant until the connection fails; how many went.
    private func countUntilFailure(
        _ server: inout ServerConnectionStateMachine, atMost: Int, _ make: (Int) -> ByteBuffer
    ) -> (count: Int, error: ConnectionError.Code?) {
        for number in 0..<atMost {
            for event in server.feed(make(number)) {
                if case .connectionFailed(let error) = event {
                    return (number, error.code)
                }
                if case .opened(let opening) = event {
                    server.callEnded(opening.call)
                }
                if case .cancelled(let call, _) = event {
                    server.callEnded(call)
                }
            }
            _ = server.drainOutput()
        }
        return (atMost, nil)
    }

    @Test("The 201st PING at once is one too many")
    func pings() {
        var server = greetedServer()
        let ping = Frames.frame(.ping, payload: [1, 2, 3, 4, 5, 6, 7, 8])
        #expect(countUntilFailure(&server, atMost: 300) { _ in ping } == (200, .calmDown))
    }

    @Test("Opening and cancelling at wire speed ends after 200 times")
    func rapidReset() {
        var server = greetedServer()
        let result = countUntilFailure(&server, atMost: 300) { number in
            let call = UInt32(number * 2 + 1)
            return Frames.joined([Frames.open(call), Frames.cancel(call)])
        }
        #expect(result == (200, .calmDown))
    }

    @Test("A CANCEL for a deadline that is due costs nothing")
    func deadlineCancels() {
        var server = greetedServer()
        let result = countUntilFailure(&server, atMost: 90) { number in
            let call = UInt32(number * 2 + 1)
            return Frames.joined([
                Frames.open(call, timeoutMilliseconds: 900), Frames.cancel(call, .deadline),
            ])
        }
        #expect(result == (90, nil))
        var free = server.core.cancelBudget
        for _ in 0..<200 {
            #expect(free.spend(now: .at(0)) == true)
        }
    }

    @Test("The 201st call that must be refused is one too many")
    func refusals() {
        var server = greetedServer()
        let result = countUntilFailure(&server, atMost: 300) { number in
            Frames.open(UInt32(number * 2 + 1), timeoutMilliseconds: 0)
        }
        #expect(result == (200, .calmDown))
    }

    @Test("CREDITs come out of the budget unless DATA was sent for them")
    func credits() {
        var server = greetedServer()
        #expect(
            countUntilFailure(&server, atMost: 300) { _ in Frames.credit(0, 1) }
                == (200, .calmDown))
        var fair = greetedServer()
        _ = fair.feed(Frames.open(1))
        for _ in 0..<250 {
            #expect(
                fair.sendMessage(1, ByteBuffer(repeating: 0, count: 4_096), endWithOK: false)
                    == .accepted)
            _ = fair.drainOutput()
            let events = fair.feed(Frames.credit(0, 4_096))
            #expect(events.isEmpty)
        }
    }

    @Test("Tiny fragments end with CALM_DOWN, and are held as one piece until then")
    func fragments() {
        var server = greetedServer()
        _ = server.feed(Frames.open(1))
        let result = countUntilFailure(&server, atMost: 2_000) { _ in Frames.data(1, [7], .more) }
        #expect(result == (1_000, .calmDown))
    }

    @Test("DATA for calls that are over ends with CALM_DOWN after the budget")
    func stray() {
        var limits = ConnectionLimits()
        limits.strayFramesPerWindow = 50
        var server = greetedServer(limits)
        _ = server.feed(Frames.open(1))
        _ = server.finish(1, .ok)
        server.callEnded(1)
        #expect(
            countUntilFailure(&server, atMost: 100) { _ in Frames.data(1, [1]) } == (50, .calmDown))
    }

    @Test("Beyond the most calls, a call is refused with RESOURCE_EXHAUSTED; cancelled ones count")
    func maxCalls() throws {
        var limits = ConnectionLimits()
        limits.maxCalls = 2
        var server = greetedServer(limits)
        _ = server.feed(Frames.joined([Frames.open(1), Frames.open(3), Frames.cancel(1)]))
        _ = server.drainOutput()
        #expect(server.feed(Frames.open(5)).isEmpty)
        let frames = try #require(Frames.split(server.drainOutput()))
        let status = RPCStatus(try WireCallStatus(decoding: frames[0].payload))
        #expect(frames.count == 1 && frames[0].call == 5 && status.code == .resourceExhausted)
        // The place is free when the handler has ended, and then the client hears CANCELLED.
        server.callEnded(1)
        let ended = try #require(Frames.split(server.drainOutput()))
        #expect(ended.map(\.type) == [.status] && ended[0].call == 1)
        #expect(server.feed(Frames.open(7)).count == 1)
    }

    @Test("A message above the limit ends its call only")
    func largeMessage() throws {
        var limits = ConnectionLimits()
        limits.maxMessageBytes = 70_000
        limits.callCreditBytes = 200_000
        var server = greetedServer(limits)
        let part = Array(repeating: UInt8(1), count: 40_000)
        let events = server.feed(
            Frames.joined([
                Frames.open(1), Frames.open(3), Frames.data(1, part, .more),
                Frames.data(1, part, .more), Frames.data(1, part, .end), Frames.data(3, [1], .end),
            ]))
        #expect(events.count == 4)
        #expect(events.contains(.cancelled(call: 1, .messageTooLarge)))
        #expect(events.last == .message(call: 3, ByteBuffer(bytes: [1]), endOfRequests: true))
        #expect(server.core.bufferedBytes == 1 + 64)
    }

    @Test("When the connection holds too much, its newest call goes")
    func buffered() {
        var limits = ConnectionLimits()
        limits.maxBufferedBytes = 100_000
        var server = greetedServer(limits)
        let part = Array(repeating: UInt8(1), count: 40_000)
        let events = server.feed(
            Frames.joined([
                Frames.open(1), Frames.open(3), Frames.data(1, part), Frames.data(3, part, .more),
                Frames.data(1, part),
            ]))
        #expect(events.contains(.cancelled(call: 3, .bufferExhausted)))
        #expect(events.filter { if case .message(1, _, _) = $0 { true } else { false } }.count == 2)
        #expect(server.core.bufferedBytes == 80_128)
        server.consumed(1, bytes: 40_000)
        server.consumed(1, bytes: 40_000)
        server.consumed(1, bytes: 40_000)
        #expect(server.core.bufferedBytes == 0)
    }

    @Test("When small calls give too little, older ones go as well until the rest is within bounds")
    func manyGo() {
        var limits = ConnectionLimits()
        limits.maxBufferedBytes = 100_000
        let part = Array(repeating: UInt8(1), count: 40_000)
        let bytes = [
            Frames.data(5, [1], .more), Frames.data(7, [1], .more), Frames.data(1, part),
            Frames.data(1, part), Frames.data(3, part),
        ]
        var server = greetedServer(limits)
        _ = server.feed(Frames.joined([1, 3, 5, 7].map { Frames.open($0) }))
        let events = server.feed(Frames.joined(bytes))
        let ended = events.compactMap { event -> UInt32? in
            if case .cancelled(let call, .bufferExhausted) = event { call } else { nil }
        }
        #expect(ended == [7, 5, 3])
        #expect(server.core.bufferedBytes == 80_128)

        var client = greetedClient(limits)
        for _ in 0..<4 { _ = try? client.open(CallOpening(method: "m"), now: .at(0)) }
        let heard = client.feed(Frames.joined(bytes))
        let finished = heard.compactMap { event -> UInt32? in
            if case .finished(let call, _) = event { call } else { nil }
        }
        #expect(finished == [7, 5, 3])
        #expect(client.core.bufferedBytes == 80_128)
    }

    @Test("A call that was answered but whose handler goes on does not keep what it was sent")
    func answeredCallLetsGo() {
        var limits = ConnectionLimits()
        limits.maxBufferedBytes = 100_000
        var server = greetedServer(limits)
        let part = Array(repeating: UInt8(1), count: 60_000)
        _ = server.feed(Frames.joined([Frames.open(1), Frames.open(3), Frames.data(3, part)]))
        let isFinished = server.finish(3, .ok)
        #expect(isFinished)
        let events = server.feed(Frames.data(1, part))
        #expect(events == [.message(call: 1, ByteBuffer(bytes: part), endOfRequests: false)])
        #expect(server.core.bufferedBytes == 60_064)
    }
}
