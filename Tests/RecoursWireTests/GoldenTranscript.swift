// SPDX-License-Identifier: EUPL-1.2

import Foundation
import NIOCore
import RecoursMessages

@testable import RecoursWire

/// One golden file: orders, the bytes they must give, and the events those bytes must give.
///
///     # comment
///     client open METHOD [timeout] [key]       an order to the client's machine
///     client send CALL more|end HEX|-          "-" is an empty message
///     C HEX                                    the client's output, exactly; the server reads it
///     C* HEX                                   bytes from another client; the server reads them
///     server! EVENT                            the next event of the server
///
/// and the same with the roles exchanged (S, S*, client!).
struct GoldenTranscript: ~Copyable {
    var client = ClientConnectionStateMachine(limits: ConnectionLimits(), now: .at(0))
    var server = ServerConnectionStateMachine(limits: ConnectionLimits(), now: .at(0))
    var clientEvents: [String] = []
    var serverEvents: [String] = []
    var differences: [String] = []

    static func names() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path)
            .filter { $0.hasSuffix(".txt") }.sorted()
    }

    static var folder: URL {
        URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("Golden")
    }

    /// Plays a file; what differs, line by line.
    mutating func play(_ name: String) throws -> [String] {
        let text = try String(
            contentsOf: GoldenTranscript.folder.appendingPathComponent(name), encoding: .utf8)
        for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false)
            .enumerated()
        {
            let words = line.prefix { $0 != "#" }.split(separator: " ").map(String.init)
            guard let first = words.first else {
                continue
            }
            let count = differences.count
            play(first, Array(words.dropFirst()))
            if differences.count > count {
                differences[count] = "\(name):\(number + 1): \(differences[count])"
            }
        }
        expect(clientEvents == [] && serverEvents == [], "left: \(clientEvents) \(serverEvents)")
        return differences
    }

    private mutating func expect(_ holds: Bool, _ text: String) {
        if !holds {
            differences.append(text)
        }
    }

    private mutating func play(_ first: String, _ words: [String]) {
        switch first {
        case "C", "C*":
            let bytes = GoldenTranscript.bytes(words.joined())
            if first == "C" {
                let found = client.drainOutput()
                expect(found == bytes, "client wrote \(GoldenTranscript.hex(found))")
            }
            serverEvents += server.feed(bytes).map(GoldenTranscript.text)
        case "S", "S*":
            let bytes = GoldenTranscript.bytes(words.joined())
            if first == "S" {
                let found = server.drainOutput()
                expect(found == bytes, "server wrote \(GoldenTranscript.hex(found))")
            }
            clientEvents += client.feed(bytes).map(GoldenTranscript.text)
        case "server!":
            let event = serverEvents.isEmpty ? "nothing" : serverEvents.removeFirst()
            expect(event == words.joined(separator: " "), "server event: \(event)")
        case "client!":
            let event = clientEvents.isEmpty ? "nothing" : clientEvents.removeFirst()
            expect(event == words.joined(separator: " "), "client event: \(event)")
        case "client", "server":
            order(first, words)
        default:
            expect(false, "unknown line")
        }
    }

    private mutating func order(_ role: String, _ words: [String]) {
        let call = words.count > 1 ? UInt32(words[1]) ?? 0 : 0
        switch "\(role) \(words[0])" {
        case "client open":
            let opening = CallOpening(
                method: words[1], timeoutMilliseconds: words.count > 2 ? UInt64(words[2]) : nil,
                idempotencyKey: words.count > 3
                    ? Array(GoldenTranscript.bytes(words[3]).readableBytesView) : [])
            expect((try? client.open(opening, now: .at(0))) != nil, "not opened")
        case "client send":
            let bytes = GoldenTranscript.bytes(words[3])
            expect(
                client.sendMessage(call, bytes, end: words[2] == "end") == .accepted, "not taken")
        case "client end": expect(client.endRequests(call), "not ended")
        case "client cancel": expect(client.cancel(call, reason: .abandoned), "not cancelled")
        case "client ping": client.ping(now: .at(0))
        case "client leave": client.goAway(.draining, message: "", now: .at(0))
        case "server head": expect(server.sendHead(call, metadata: []), "no HEAD")
        case "server send":
            let bytes = GoldenTranscript.bytes(words[3])
            expect(
                server.sendMessage(call, bytes, endWithOK: words[2] == "end") == .accepted,
                "not taken")
        case "server finish":
            let status = RPCStatus(
                RPCStatus.Code(rawValue: Int32(words[2]) ?? -1) ?? .unknown,
                words.dropFirst(3).joined(separator: " "))
            expect(server.finish(call, status), "not finished")
        case "server refuse": expect(server.refuse(call), "not refused")
        case "server ended": server.callEnded(call)
        case "server drain":
            server.goAway(.draining, message: "", retryAfterMilliseconds: 0, now: .at(0))
        default: expect(false, "unknown order")
        }
    }

    static func bytes(_ hex: String) -> ByteBuffer {
        var buffer = ByteBuffer()
        var digits = hex.compactMap { $0.hexDigitValue }[...]
        while let high = digits.popFirst(), let low = digits.popFirst() {
            buffer.writeInteger(UInt8(high * 16 + low))
        }
        return buffer
    }

    static func hex(_ bytes: ByteBuffer) -> String {
        bytes.readableBytes == 0
            ? "-"
            : bytes.readableBytesView.map { byte in
                (byte < 16 ? "0" : "") + String(byte, radix: 16)
            }.joined()
    }

    static func text(_ event: ServerEvent) -> String {
        switch event {
        case .peerHello(let hello): "hello \(hello.software) calls=\(hello.maxCalls)"
        case .opened(let opening):
            "opened \(opening.call) \(opening.method)"
                + (opening.timeoutMilliseconds.map { " timeout=\($0)" } ?? "")
                + (opening.idempotencyKey.isEmpty ? "" : " key")
        case .message(let call, let bytes, let end):
            "message \(call) \(hex(bytes))\(end ? " end" : "")"
        case .requestsEnded(let call): "ended \(call)"
        case .cancelled(let call, let why): "cancelled \(call) \(why)"
        case .sendable(let call): "sendable \(call)"
        case .pingAnswered: "pong"
        case .goAwayReceived(let goAway): "goaway last=\(goAway.lastCall) \(goAway.reason)"
        case .drained: "drained"
        case .connectionFailed(let error): "failed \(error.code)"
        }
    }

    static func text(_ event: ClientEvent) -> String {
        switch event {
        case .peerHello(let hello): "hello \(hello.software) calls=\(hello.maxCalls)"
        case .head(let call, _): "head \(call)"
        case .message(let call, let bytes): "message \(call) \(hex(bytes))"
        case .finished(let call, let status):
            "finished \(call) \(status.code)" + (status.message.isEmpty ? "" : " " + status.message)
        case .refused(let call): "refused \(call)"
        case .sendable(let call): "sendable \(call)"
        case .pingAnswered: "pong"
        case .goAway(let goAway): "goaway last=\(goAway.lastCall) \(goAway.reason)"
        case .drained: "drained"
        case .connectionFailed(let error): "failed \(error.code)"
        }
    }
}
