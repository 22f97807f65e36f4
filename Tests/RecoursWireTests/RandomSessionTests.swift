// SPDX-License-Identifier: EUPL-1.2

import NIOCore
import Testing

@testable import RecoursWire

/// A client's and a server's machine over two byte pipes that cut anywhere, driven by one seed.
/// The server echoes every request; both applications consume late.
struct RandomSession: ~Copyable {
    var generator: SeededGenerator
    var client: ClientConnectionStateMachine
    var server: ServerConnectionStateMachine
    var clientToServer = ByteBuffer()
    var serverToClient = ByteBuffer()
    var now: UInt64 = 0

    /// What the client still has to send, what it waits to get back, per call.
    var toSend: [UInt32: [ByteBuffer]] = [:]
    var expected: [UInt32: [ByteBuffer]] = [:]
    var answers: [UInt32: [ByteBuffer]] = [:]
    var statuses: [UInt32: RPCStatus] = [:]
    /// What the server's handlers took in, waiting to be echoed, and whether more comes.
    var toEcho: [UInt32: [ByteBuffer]] = [:]
    var ended: Set<UInt32> = []
    var clientWaits: Set<UInt32> = []
    var serverWaits: Set<UInt32> = []
    var clientUnconsumed: [(UInt32, Int)] = []
    var serverUnconsumed: [(UInt32, Int)] = []
    var failures: [String] = []
    var callsLeft: Int

    init(seed: UInt64, calls: Int) {
        generator = SeededGenerator(seed: seed)
        var limits = ConnectionLimits()
        limits.maxMessageBytes = 150_000
        limits.callCreditBytes = 150_000
        limits.connectionCreditBytes = 262_144
        limits.maxCalls = 6
        client = ClientConnectionStateMachine(limits: limits, now: .at(0))
        server = ServerConnectionStateMachine(limits: limits, now: .at(0))
        callsLeft = calls
    }

    mutating func chance(_ oneIn: Int) -> Bool {
        Int.random(in: 0..<oneIn, using: &generator) == 0
    }

    mutating func message() -> ByteBuffer {
        let size: Int =
            switch Int.random(in: 0..<20, using: &generator) {
            case 0: 0
            // Almost a whole window: it ends only if credit returns in the middle of it.
            case 1: Int.random(in: 140_000...150_000, using: &generator)
            case 2, 3: Int.random(in: 0...20_000, using: &generator)
            default: Int.random(in: 0...300, using: &generator)
            }
        // Two changing marks at the ends and a fill: cheap, and any swap or cut shows.
        var buffer = ByteBuffer(
            repeating: UInt8.random(in: 0...255, using: &generator), count: size)
        if size >= 8 {
            buffer.setInteger(UInt64.random(in: 0...(.max), using: &generator), at: 0)
            buffer.setInteger(
                UInt64.random(in: 0...(.max), using: &generator), at: size - 8)
        }
        return buffer
    }

    mutating func run() -> [String] {
        var steps = 0
        while !isDone, failures.isEmpty, steps < 100_000 {
            step()
            steps += 1
        }
        if !isDone {
            failures.append("not done after \(steps) steps; client has \(client.openCallCount)")
        }
        settle()
        return failures
    }

    var isDone: Bool {
        callsLeft == 0 && client.openCallCount == 0 && server.openCallCount == 0
            && clientUnconsumed.isEmpty && serverUnconsumed.isEmpty
            && clientToServer.readableBytes == 0 && serverToClient.readableBytes == 0
    }

    mutating func step() {
        now += UInt64.random(in: 0...2, using: &generator)
        switch Int.random(in: 0..<8, using: &generator) {
        case 0: openCall()
        case 1: sendRequests()
        case 2: echo()
        case 3: consume()
        case 4, 5: pump(toServer: true)
        default: pump(toServer: false)
        }
    }

    private mutating func openCall() {
        guard callsLeft > 0, let call = try? client.open(CallOpening(method: "m"), now: .at(now))
        else {
            return
        }
        callsLeft -= 1
        var messages: [ByteBuffer] = []
        for _ in 0..<Int.random(in: 1...5, using: &generator) {
            messages.append(message())
        }
        toSend[call] = messages
        expected[call] = messages
    }

    private mutating func sendRequests() {
        for call in toSend.keys.sorted() where !clientWaits.contains(call) {
            guard var queue = toSend[call], !queue.isEmpty else {
                continue
            }
            let isLast = queue.count == 1 && chance(2)
            switch client.sendMessage(call, queue[0], end: isLast) {
            case .accepted: queue.removeFirst()
            case .acceptedThenWait:
                queue.removeFirst()
                clientWaits.insert(call)
            case .mustWait: clientWaits.insert(call)
            case .tooLarge, .callOver: failures.append("a request of call \(call) was not taken")
            }
            toSend[call] = queue
            if queue.isEmpty, !isLast, !client.endRequests(call) {
                failures.append("call \(call) could not end its requests")
            }
            if queue.isEmpty {
                toSend[call] = nil
            }
        }
    }

    private mutating func echo() {
        for call in toEcho.keys.sorted() where !serverWaits.contains(call) {
            guard var queue = toEcho[call] else {
                continue
            }
            if let next = queue.first {
                let isLast = queue.count == 1 && ended.contains(call) && chance(2)
                switch server.sendMessage(call, next, endWithOK: isLast) {
                case .accepted: queue.removeFirst()
                case .acceptedThenWait:
                    queue.removeFirst()
                    serverWaits.insert(call)
                case .mustWait:
                    serverWaits.insert(call)
                    continue
                case .tooLarge, .callOver: failures.append("an echo of \(call) was not taken")
                }
                toEcho[call] = queue
                if isLast {
                    toEcho[call] = nil
                    server.callEnded(call)
                }
            } else if ended.contains(call) {
                toEcho[call] = nil
                _ = server.finish(call, chance(2) ? .ok : RPCStatus(.aborted, "said so"))
                server.callEnded(call)
            }
        }
    }

    private mutating func consume() {
        while !clientUnconsumed.isEmpty, !chance(4) {
            let (call, bytes) = clientUnconsumed.removeFirst()
            client.consumed(call, bytes: bytes)
        }
        while !serverUnconsumed.isEmpty, !chance(4) {
            let (call, bytes) = serverUnconsumed.removeFirst()
            server.consumed(call, bytes: bytes)
        }
    }

    /// Moves some output into the pipe, and a random piece of the pipe to the other side.
    private mutating func pump(toServer: Bool) {
        let upTo = Int.random(in: 1...100_000, using: &generator)
        let cut = Int.random(in: 1...(chance(4) ? 40 : 200_000), using: &generator)
        if toServer {
            _ = client.writeOutput(into: &clientToServer, upTo: upTo, now: .at(now))
            if var piece = clientToServer.readSlice(length: min(cut, clientToServer.readableBytes))
            {
                server.receive(&piece, now: .at(now))
            }
            takeServerEvents()
            takeClientEvents()
        } else {
            _ = server.writeOutput(into: &serverToClient, upTo: upTo, now: .at(now))
            if var piece = serverToClient.readSlice(length: min(cut, serverToClient.readableBytes))
            {
                client.receive(&piece, now: .at(now))
            }
            takeClientEvents()
            takeServerEvents()
        }
    }

    private mutating func takeServerEvents() {
        while let event = server.nextEvent() {
            switch event {
            case .opened(let opening): toEcho[opening.call] = []
            case .message(let call, let bytes, let end):
                toEcho[call]?.append(bytes)
                serverUnconsumed.append((call, bytes.readableBytes))
                if end {
                    ended.insert(call)
                }
            case .requestsEnded(let call): ended.insert(call)
            case .sendable(let call): serverWaits.remove(call)
            case .peerHello: break
            case .cancelled, .pingAnswered, .goAwayReceived, .drained, .connectionFailed:
                failures.append("server: \(event)")
            }
        }
    }

    private mutating func takeClientEvents() {
        while let event = client.nextEvent() {
            switch event {
            case .message(let call, let bytes):
                answers[call, default: []].append(bytes)
                clientUnconsumed.append((call, bytes.readableBytes))
            case .finished(let call, let status):
                if statuses.updateValue(status, forKey: call) != nil {
                    failures.append("call \(call) finished twice")
                }
                if answers[call] ?? [] != expected[call] ?? [] {
                    failures.append("call \(call) came back different")
                }
            case .sendable(let call): clientWaits.remove(call)
            case .peerHello: break
            case .head, .refused, .pingAnswered, .goAway, .drained, .connectionFailed:
                failures.append("client: \(event)")
            }
        }
    }

    /// When all is done: what one side may send plus what the other owes is the whole window.
    private mutating func settle() {
        for _ in 0..<4 {
            var bytes = client.drainOutput(now: .at(now))
            server.receive(&bytes, now: .at(now))
            takeServerEvents()
            bytes = server.drainOutput(now: .at(now))
            client.receive(&bytes, now: .at(now))
            takeClientEvents()
        }
        let isWhole =
            client.core.sendWindow.available + server.core.receiveWindow.owed == 262_144
            && server.core.sendWindow.available + client.core.receiveWindow.owed == 262_144
            && client.core.receiveWindow.remaining == server.core.sendWindow.available
            && server.core.receiveWindow.remaining == client.core.sendWindow.available
        let isEmpty =
            client.core.bufferedBytes == 0 && server.core.bufferedBytes == 0
            && client.core.queuedBytes == 0 && server.core.queuedBytes == 0
            && client.core.waitingCount == 0 && server.core.waitingCount == 0
            && client.core.ready.isEmpty && server.core.ready.isEmpty
        if !isWhole || !isEmpty {
            failures.append("windows whole: \(isWhole), nothing held: \(isEmpty)")
        }
    }
}

@Suite("Random legal sessions")
struct RandomSessionTests {
    @Test(
        "Whatever is sent arrives equal and in order, and every window returns to full",
        arguments: 0..<20)
    func sessions(group: UInt64) {
        for seed in (group * 100)..<(group * 100 + 100) {
            var session = RandomSession(seed: seed, calls: 4)
            let failures = session.run()
            #expect(failures.isEmpty, "seed \(seed)")
        }
    }
}
