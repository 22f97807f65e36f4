// SPDX-License-Identifier: EUPL-1.2

import NIOCore
import RecoursMessages

@testable import RecoursWire

extension FuzzTarget {
    /// The client's machine, with a server that says anything: each call ends once.
    static let client = FuzzTarget(
        name: "client", largestInput: 1_024,
        seeds: {
            WireSeeds.raw(GoldenFrames.ofServers, after: [17, 0, 17, 0]) + WireSeeds.ofServers
        }
    ) { bytes in
        var session = FuzzedClient(bytes)
        try session.run()
    }
}

private struct FuzzedClient: ~Copyable {
    private var script: WireScript
    private var machine: ClientConnectionStateMachine
    private var output = WireOutput(.client)
    private var opened: [UInt32] = []
    /// Calls of which the application has heard the end, or said it.
    private var over: Set<UInt32> = []
    private var unconsumed: [(call: UInt32, byteCount: Int)] = []
    private var hasFailed = false

    init(_ bytes: [UInt8]) {
        script = WireScript(bytes)
        machine = ClientConnectionStateMachine(limits: script.limits(), now: script.now)
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
        case .goAway: machine.goAway(.draining, message: "", now: script.now)
        case .order(let order): try perform(order)
        }
    }

    private mutating func perform(_ order: Int) throws(BrokenLaw) {
        switch order {
        case 17:
            let timeout = script.choose(24)
            let opening = CallOpening(
                method: "m", timeoutMilliseconds: timeout == 0 ? nil : 1 << UInt64(timeout))
            let canOpen = machine.canOpen
            let call = try? machine.open(opening, now: script.now)
            try law(canOpen == (call != nil), "canOpen is \(canOpen)")
            if let call { opened.append(call) }
            return
        case 22:
            guard !unconsumed.isEmpty else { return }
            let (call, byteCount) = unconsumed.removeFirst()
            return machine.consumed(call, bytes: byteCount)
        default: break
        }
        guard !opened.isEmpty else { return }
        let call = opened[script.choose(opened.count)]
        switch order {
        case 18: _ = machine.sendMessage(call, script.message(), end: false)
        case 19: _ = machine.sendMessage(call, script.message(), end: true)
        case 20: _ = machine.endRequests(call)
        case 21:
            if machine.cancel(call, reason: .abandoned) {
                try law(over.insert(call).inserted, "call \(call) cancelled after its end")
            }
        default:
            var request = WireHello()
            request.schemaHash = Array(script.message().readableBytesView)
            _ = machine.sendMessage(call, request, end: order & 1 == 1)
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

    private mutating func take(_ event: ClientEvent) throws(BrokenLaw) {
        switch event {
        case .head(let call, _):
            try law(opened.contains(call) && !over.contains(call), "HEAD for call \(call)")
        case .message(let call, let bytes):
            try law(opened.contains(call) && !over.contains(call), "a response for call \(call)")
            unconsumed.append((call, bytes.readableBytes))
        case .finished(let call, _), .refused(let call):
            try law(opened.contains(call), "call \(call) was never opened")
            try law(over.insert(call).inserted, "call \(call) ended twice")
        case .sendable(let call):
            try law(opened.contains(call), "call \(call) was never opened")
        case .connectionFailed:
            hasFailed = true
        case .peerHello, .pingAnswered, .goAway, .drained:
            break
        }
    }

    private func checkBounds() throws(BrokenLaw) {
        let core = machine.core
        try law(
            (0...core.limits.maxBufferedBytes).contains(core.bufferedBytes),
            "\(core.bufferedBytes) bytes buffered")
        let most = core.limits.maxUnsentBytes + core.table.count * 65_536
        try law((0...most).contains(core.queuedBytes), "\(core.queuedBytes) bytes queued")
    }

    /// The server is gone: whatever was open has ended, once.
    private mutating func finish() throws {
        try pull(.max)
        machine.receiveEnd(orderly: false, now: script.now)
        try takeEvents()
        try law(machine.openCallCount == 0, "calls are open on a connection that is gone")
        for call in opened {
            try law(over.contains(call), "call \(call) never ended")
        }
    }
}
