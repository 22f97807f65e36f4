// SPDX-License-Identifier: EUPL-1.2

import NIOCore
import RecoursMessages

@testable import RecoursWire

/// A small generator whose sequence depends on its seed alone, so that a failure can be replayed.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

extension MonotonicInstant {
    static func at(_ milliseconds: UInt64) -> MonotonicInstant {
        MonotonicInstant(nanoseconds: milliseconds * 1_000_000)
    }
}

extension ServerConnectionStateMachine {
    /// All events that are due.
    mutating func drainEvents() -> [ServerEvent] {
        var found: [ServerEvent] = []
        while let event = nextEvent() {
            found.append(event)
        }
        return found
    }

    /// All output.
    mutating func drainOutput(now: MonotonicInstant = .at(0)) -> ByteBuffer {
        var output = ByteBuffer()
        while writeOutput(into: &output, upTo: .max, now: now) {}
        return output
    }

    /// Feeds bytes and returns what they did.
    mutating func feed(_ bytes: ByteBuffer, now: MonotonicInstant = .at(0)) -> [ServerEvent] {
        var bytes = bytes
        receive(&bytes, now: now)
        return drainEvents()
    }
}

extension ClientConnectionStateMachine {
    mutating func drainEvents() -> [ClientEvent] {
        var found: [ClientEvent] = []
        while let event = nextEvent() {
            found.append(event)
        }
        return found
    }

    mutating func drainOutput(now: MonotonicInstant = .at(0)) -> ByteBuffer {
        var output = ByteBuffer()
        while writeOutput(into: &output, upTo: .max, now: now) {}
        return output
    }

    mutating func feed(_ bytes: ByteBuffer, now: MonotonicInstant = .at(0)) -> [ClientEvent] {
        var bytes = bytes
        receive(&bytes, now: now)
        return drainEvents()
    }
}

/// Frames written by hand, for what no machine of ours would send.
enum Frames {
    static func frame(
        _ type: FrameType, flags: FrameFlags = [], call: UInt32 = 0, payload: [UInt8] = []
    ) -> ByteBuffer {
        var buffer = ByteBuffer()
        buffer.writeFrameHeader(
            FrameHeader(type, flags: flags, call: call, payloadByteCount: payload.count))
        buffer.writeBytes(payload)
        return buffer
    }

    static func frame(
        _ type: FrameType, flags: FrameFlags = [], call: UInt32 = 0, _ message: some RecoursMessage
    ) -> ByteBuffer {
        var payload = ByteBuffer()
        message.encode(into: &payload)
        return frame(type, flags: flags, call: call, payload: Array(payload.readableBytesView))
    }

    static func hello(_ limits: ConnectionLimits = ConnectionLimits(), maxCalls: Int = 0)
        -> ByteBuffer
    {
        frame(.hello, limits.hello(maxCalls: maxCalls))
    }

    static func open(
        _ call: UInt32, method: String = "recours.v1.HealthService/Check",
        timeoutMilliseconds: UInt64? = nil
    ) -> ByteBuffer {
        var open = WireOpen()
        open.method = method
        open.timeoutMs = timeoutMilliseconds
        return frame(.open, call: call, open)
    }

    static func data(_ call: UInt32, _ payload: [UInt8], _ flags: FrameFlags = []) -> ByteBuffer {
        frame(.data, flags: flags, call: call, payload: payload)
    }

    static func cancel(_ call: UInt32, _ reason: WireCancelReason = .abandoned) -> ByteBuffer {
        var cancel = WireCancel()
        cancel.reason = reason
        return frame(.cancel, call: call, cancel)
    }

    static func credit(_ call: UInt32, _ bytes: UInt32) -> ByteBuffer {
        var credit = WireCredit()
        credit.bytes = bytes
        return frame(.credit, call: call, credit)
    }

    static func status(_ call: UInt32, _ status: RPCStatus) -> ByteBuffer {
        frame(.status, call: call, status.callStatus)
    }

    static func goAway(_ lastCall: UInt32, _ reason: WireGoAwayReason = .draining) -> ByteBuffer {
        var goAway = WireGoAway()
        goAway.lastCall = lastCall
        goAway.reason = reason
        return frame(.goAway, goAway)
    }

    static func joined(_ parts: [ByteBuffer]) -> ByteBuffer {
        var all = ByteBuffer()
        for part in parts {
            all.writeImmutableBuffer(part)
        }
        return all
    }

    /// Splits output into frames; nil if it does not split evenly.
    static func split(_ bytes: ByteBuffer) -> [Frame]? {
        var decoder = FrameDecoder(maxFrameBytes: 65_536)
        var bytes = bytes
        decoder.append(&bytes)
        var frames: [Frame] = []
        while let header = try? decoder.header(), let type = header.type,
            let payload = decoder.payload(of: header)
        {
            frames.append(
                Frame(type: type, flags: header.flags, call: header.call, payload: payload))
        }
        return decoder.pendingByteCount == 0 ? frames : nil
    }
}

/// A server machine that has read the peer's HELLO and whose own is out.
func greetedServer(_ limits: ConnectionLimits = ConnectionLimits()) -> ServerConnectionStateMachine
{
    var server = ServerConnectionStateMachine(limits: limits, now: .at(0))
    _ = server.drainOutput()
    _ = server.feed(Frames.hello())
    return server
}

/// A client machine that has read the peer's HELLO and whose own is out.
func greetedClient(
    _ limits: ConnectionLimits = ConnectionLimits(), peer: ConnectionLimits = ConnectionLimits()
) -> ClientConnectionStateMachine {
    var client = ClientConnectionStateMachine(limits: limits, now: .at(0))
    _ = client.drainOutput()
    _ = client.feed(Frames.hello(peer, maxCalls: peer.maxCalls))
    return client
}

func metadataEntry(_ key: String, _ valueByteCount: Int) -> WireMetadataEntry {
    var entry = WireMetadataEntry()
    entry.key = key
    entry.value = Array(repeating: 7, count: valueByteCount)
    return entry
}
