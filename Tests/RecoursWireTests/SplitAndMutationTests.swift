// SPDX-License-Identifier: EUPL-1.2

import NIOCore
import RecoursMessages
import Testing

@testable import RecoursWire

@Suite("Bytes cut and bytes broken")
struct SplitAndMutationTests {
    /// A client's whole session, with every kind of frame that it may send.
    static let session = Frames.joined([
        Frames.hello(), Frames.open(1), Frames.data(1, [1, 2, 3], .more), Frames.open(3),
        Frames.data(3, [], .end), Frames.data(1, [4], .end), Frames.credit(0, 9),
        Frames.credit(1, 9), Frames.frame(.ping, payload: [8, 7, 6, 5, 4, 3, 2, 1]),
        GoldenTranscript.bytes("00000009 40 80 0000 00000000 ff"), Frames.open(5),
        Frames.data(5, [1]), Frames.data(5, [], [.end, .noMessage]), Frames.cancel(3),
        Frames.goAway(0),
    ])

    private func play(_ pieces: [ByteBuffer]) -> (events: [ServerEvent], output: ByteBuffer) {
        var server = ServerConnectionStateMachine(limits: ConnectionLimits(), now: .at(0))
        var events: [ServerEvent] = []
        for piece in pieces {
            events += server.feed(piece)
        }
        return (events, server.drainOutput())
    }

    @Test("A session cut at any byte, or into single bytes, gives the same events and output")
    func cuts() throws {
        let whole = play([Self.session])
        #expect(whole.events.count == 10)
        let count = Self.session.readableBytes
        for cut in 1..<count {
            var rest = Self.session
            let head = rest.readSlice(length: cut)
            let parts = play([try #require(head), rest])
            #expect(parts.events == whole.events, "cut at \(cut)")
            #expect(parts.output == whole.output, "cut at \(cut)")
        }
        let drips = play(Self.session.readableBytesView.map { ByteBuffer(bytes: [$0]) })
        #expect(drips.events == whole.events)
        #expect(drips.output == whole.output)
    }

    @Test("Broken bytes give events or one connection error, and never a trap", arguments: 0..<10)
    func mutations(group: UInt64) {
        for seed in (group * 300)..<(group * 300 + 300) {
            var generator = SeededGenerator(seed: seed)
            var bytes = Array(Self.session.readableBytesView)
            for _ in 0..<Int.random(in: 1...4, using: &generator) {
                let place = Int.random(in: 0..<bytes.count, using: &generator)
                switch Int.random(in: 0..<3, using: &generator) {
                case 0: bytes[place] = UInt8.random(in: 0...255, using: &generator)
                case 1: bytes.remove(at: place)
                default: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
                }
            }
            expectSane(bytes, seed, &generator)
        }
    }

    @Test("Frames of random kinds in random order give events or one connection error")
    func randomFrames() {
        for seed in 10_000..<11_500 as Range<UInt64> {
            var generator = SeededGenerator(seed: seed)
            var frames = [Frames.hello()]
            for _ in 0..<20 {
                let call = UInt32.random(in: 0...6, using: &generator)
                let flags = FrameFlags(
                    rawValue: [0, 0, 1, 2, 6].randomElement(using: &generator) ?? 0)
                let isEmpty = flags.contains(.noMessage)
                switch Int.random(in: 0..<7, using: &generator) {
                case 0, 1: frames.append(Frames.open(call | 1, timeoutMilliseconds: 50))
                case 2, 3: frames.append(Frames.data(call | 1, isEmpty ? [] : [1, 2], flags))
                case 4: frames.append(Frames.cancel(call | 1))
                case 5: frames.append(Frames.credit(call | 1, 5))
                default: frames.append(Frames.frame(.ping, payload: [1, 2, 3, 4, 5, 6, 7, 8]))
                }
            }
            expectSane(Array(Frames.joined(frames).readableBytesView), seed, &generator)
        }
    }

    /// Feeds bytes in random pieces to a server whose handlers answer anyhow, with ticks between.
    private func expectSane(_ bytes: [UInt8], _ seed: UInt64, _ generator: inout SeededGenerator) {
        var server = ServerConnectionStateMachine(limits: ConnectionLimits(), now: .at(0))
        var rest = bytes[...]
        var now: UInt64 = 0
        var failures = 0
        var opened: Set<UInt32> = []
        while !rest.isEmpty {
            let count = min(rest.count, Int.random(in: 1...60, using: &generator))
            now += UInt64.random(in: 0...40, using: &generator)
            server.tick(now: .at(now))
            for event in server.feed(ByteBuffer(bytes: rest.prefix(count)), now: .at(now)) {
                #expect(failures == 0, "seed \(seed): an event after the connection's end")
                switch event {
                case .opened(let opening): #expect(opened.insert(opening.call).inserted)
                case .connectionFailed: failures += 1
                default: break
                }
            }
            rest = rest.dropFirst(count)
            answer(&server, opened, &generator)
        }
        for call in opened {
            server.callEnded(call)
        }
        let output = server.drainOutput(now: .at(now))
        #expect(Frames.split(output) != nil, "seed \(seed)")
        #expect(server.core.bufferedBytes >= 0)
        if failures == 0 {
            #expect(server.openCallCount == 0, "seed \(seed)")
            #expect(server.core.bufferedBytes == 0, "seed \(seed)")
        }
    }

    private func answer(
        _ server: inout ServerConnectionStateMachine, _ opened: Set<UInt32>,
        _ generator: inout SeededGenerator
    ) {
        guard let call = opened.sorted().randomElement(using: &generator) else {
            return
        }
        switch Int.random(in: 0..<6, using: &generator) {
        case 0: _ = server.sendHead(call, metadata: [])
        case 1: _ = server.sendMessage(call, ByteBuffer(bytes: [1]), endWithOK: false)
        case 2: _ = server.sendMessage(call, ByteBuffer(bytes: [1]), endWithOK: true)
        case 3: _ = server.finish(call, RPCStatus(.aborted))
        case 4: _ = server.refuse(call)
        default: server.consumed(call, bytes: 2)
        }
    }

    @Test("Broken bytes from a server end every call exactly once")
    func clientMutations() throws {
        let session = Array(
            Frames.joined([
                Frames.hello(maxCalls: 100), Frames.frame(.head, call: 1),
                Frames.data(1, [1], .more),
                Frames.data(3, [5], .end), Frames.data(1, [2], .end), Frames.cancel(5, .refused),
                Frames.status(7, RPCStatus(.aborted, "text")), Frames.goAway(9),
                Frames.credit(9, 4),
            ]).readableBytesView)
        for seed in 0..<2_000 as Range<UInt64> {
            var generator = SeededGenerator(seed: seed)
            var bytes = session
            let place = Int.random(in: 0..<bytes.count, using: &generator)
            bytes[place] = UInt8.random(in: 0...255, using: &generator)
            var client = ClientConnectionStateMachine(limits: ConnectionLimits(), now: .at(0))
            for _ in 0..<5 {
                _ = try client.open(CallOpening(method: "m"), now: .at(0))
            }
            var events = client.feed(ByteBuffer(bytes: bytes))
            client.receiveEnd(orderly: false, now: .at(1))
            events += client.drainEvents()
            let ended = events.compactMap { event -> UInt32? in
                switch event {
                case .finished(let call, _), .refused(let call): call
                default: nil
                }
            }
            #expect(ended.sorted() == [1, 3, 5, 7, 9], "seed \(seed)")
        }
    }
}
