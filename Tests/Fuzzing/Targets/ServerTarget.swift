// SPDX-License-Identifier: EUPL-1.2

import NIOCore
import RecoursMessages

@testable import RecoursWire

extension FuzzTarget {
    /// The server's machine, with a client that says anything and handlers that answer anyhow.
    static let server = FuzzTarget(
        name: "server", largestInput: 1_024,
        seeds: { WireSeeds.raw(GoldenFrames.ofClients) + WireSeeds.ofClients }
    ) { bytes in
        var session = FuzzedServer(bytes)
        try session.run()
    }
}

private struct FuzzedServer: ~Copyable {
    private var script: WireScript
    private var machine: ServerConnectionStateMachine
    private var output = WireOutput(.server)
    /// Calls whose handler runs, oldest first.
    private var handlers: [UInt32] = []
    private var opened: Set<UInt32> = []
    private var cancelled: Set<UInt32> = []
    private var requestsEnded: Set<UInt32> = []
    private var unconsumed: [(call: UInt32, byteCount: Int)] = []
    private var hasFailed = false

    init(_ bytes: [UInt8]) {
        script = WireScript(bytes)
        machine = ServerConnectionStateMachine(limits: script.limits(), now: script.now)
    }

    mutating func run() throws {
        while !script.input.isEmpty {
            var (bytes, step) = script.next()
            machine.receive(&bytes, now: script.now)
            try law(bytes.readableBytes == 0, "the machine left bytes")
            try takeEvents()
            machine.tick(now: script.now)
            try perform(step)
            try takeEvents()
            try checkBounds()
        }
        try finish()
    }

    private mutating func perform(_ step: WireScript.Step) throws {
        switch step {
        case .nothing: return
        case .pull(let byteCount): try pull(byteCount)
        case .end(let orderly): machine.receiveEnd(orderly: orderly, now: script.now)
        case .ping: machine.ping(now: script.now)
        case .goAway:
            machine.goAway(.draining, message: "", retryAfterMilliseconds: 0, now: script.now)
        case .order(let order): perform(order)
        }
    }

    private mutating func perform(_ order: Int) {
        if order == 22 {
            guard !unconsumed.isEmpty else { return }
            let (call, byteCount) = unconsumed.removeFirst()
            return machine.consumed(call, bytes: byteCount)
        }
        guard !handlers.isEmpty else { return }
        let place = script.choose(handlers.count)
        let call = handlers[place]
        switch order {
        case 17: _ = machine.sendHead(call, metadata: [])
        case 18: _ = machine.sendMessage(call, script.message(), endWithOK: false)
        case 19: _ = machine.sendMessage(call, script.message(), endWithOK: true)
        case 20: _ = machine.refuse(call)
        case 21:
            handlers.remove(at: place)
            machine.callEnded(call)
        case 23: machine.shortenDeadline(call, to: script.now.advanced(byMilliseconds: 100))
        case 24, 25:
            var byteCount = 0
            var reply = WireHello()
            reply.schemaHash = Array(script.message().readableBytesView)
            _ = machine.sendMessage(call, reply, endWithOK: order == 25, sentBytes: &byteCount)
        default:
            let code = RPCStatus.Code(rawValue: Int32(order - 26)) ?? .unknown
            _ = machine.finish(call, RPCStatus(code, ""))
        }
    }

    private mutating func pull(_ byteCount: Int) throws {
        var bytes = ByteBuffer()
        _ = machine.writeOutput(into: &bytes, upTo: byteCount, now: script.now)
        try output.read(bytes)
    }

    private mutating func takeEvents() throws(BrokenLaw) {
        while let event = machine.nextEvent() {
            try law(!hasFailed, "an event after the connection's end: \(event)")
            try take(event)
        }
    }

    private mutating func take(_ event: ServerEvent) throws(BrokenLaw) {
        switch event {
        case .opened(let opening):
            try law(opened.insert(opening.call).inserted, "call \(opening.call) opened twice")
            handlers.append(opening.call)
        case .message(let call, let bytes, let isEnd):
            try takeRequest(of: call, isEnd: isEnd)
            unconsumed.append((call, bytes.readableBytes))
        case .requestsEnded(let call):
            try takeRequest(of: call, isEnd: true)
        case .cancelled(let call, _):
            try law(handlers.contains(call), "call \(call) cancelled without a handler")
            try law(cancelled.insert(call).inserted, "call \(call) cancelled twice")
        case .sendable(let call):
            try law(opened.contains(call), "call \(call) was never opened")
        case .connectionFailed:
            hasFailed = true
        case .peerHello, .pingAnswered, .goAwayReceived, .drained:
            break
        }
    }

    private mutating func takeRequest(of call: UInt32, isEnd: Bool) throws(BrokenLaw) {
        try law(handlers.contains(call), "a request for call \(call), which has no handler")
        try law(!cancelled.contains(call), "a request for call \(call), which is cancelled")
        try law(!requestsEnded.contains(call), "a request of call \(call) after its last")
        if isEnd { requestsEnded.insert(call) }
    }

    private func checkBounds() throws(BrokenLaw) {
        let core = machine.core
        try law(
            (0...core.limits.maxBufferedBytes).contains(core.bufferedBytes),
            "\(core.bufferedBytes) bytes buffered")
        try law(core.table.count <= core.limits.maxCalls, "\(core.table.count) calls")
        let most = core.limits.maxUnsentBytes + core.limits.maxCalls * 65_536
        try law((0...most).contains(core.queuedBytes), "\(core.queuedBytes) bytes queued")
        try law(core.waitingCount >= 0, "\(core.waitingCount) senders wait")
    }

    /// Ends all handlers and takes all output; then nothing may be left.
    private mutating func finish() throws {
        for call in handlers { machine.callEnded(call) }
        for (call, byteCount) in unconsumed { machine.consumed(call, bytes: byteCount) }
        handlers = []
        try takeEvents()
        try pull(.max)
        try checkBounds()
        guard !hasFailed else { return }
        // What still waits for the client's credit is all that may be there.
        let isSettled = machine.core.queuedBytes == 0
        guard isSettled else { return }
        try law(machine.openCallCount == 0, "calls are open that nobody serves")
        try law(machine.core.bufferedBytes == 0, "bytes are held for no call")
        for call in opened {
            try law(output.hasEnded(call), "call \(call) got no last frame")
        }
    }
}
