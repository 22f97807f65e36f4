// SPDX-License-Identifier: EUPL-1.2

import NIOCore
import Testing

@testable import RecoursTLS

@Suite("Data over an established session")
struct DataTests {
    private func pair(clientLimits: TLSLimits = TLSLimits()) throws -> SessionPair {
        let authority = try Authority()
        let pair = try SessionPair(
            client: TLSContext(
                clientIdentity: authority.partner(), trust: authority.trust(),
                limits: clientLimits),
            server: TLSContext(serverIdentity: authority.server(), trust: authority.trust()))
        pair.shakeHands()
        #expect(pair.client.isEstablished && pair.server.isEstablished)
        return pair
    }

    private func bytes(_ count: Int) -> [UInt8] {
        (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ $0 >> 8) }
    }

    @Test(
        "Every size arrives whole in both directions, however it is cut",
        arguments: [1, 2, 500, 16_383, 16_384, 16_385, 65_536, 1_048_576], [1, 1_000, 65_536])
    func sizes(count: Int, chunk: Int) throws {
        // A million calls of one byte show nothing that 65,536 don't.
        guard chunk > 1 || count <= 65_536 else { return }
        let pair = try pair()
        let sent = bytes(count)
        for (from, to) in [(pair.client, pair.server), (pair.server, pair.client)] {
            var buffer = ByteBuffer(bytes: sent)
            try from.write(plaintext: &buffer)
            #expect(buffer.readableBytes == 0)
            let records = (count + 16_383) / 16_384
            #expect(from.pendingCiphertextBytes == count + records * 22)
            let (received, outcome) = try SessionPair.pass(from: from, to: to, chunk: chunk)
            #expect(received == sent)
            #expect(outcome == .wantsMore)
        }
    }

    @Test("A read gives no more than asked for, and the rest later")
    func limitedReads() throws {
        let pair = try pair()
        let sent = bytes(50_000)
        var plaintext = ByteBuffer(bytes: sent)
        try pair.client.write(plaintext: &plaintext)
        var ciphertext = try #require(pair.client.takeCiphertext())
        pair.server.receive(ciphertext: &ciphertext, atNanoseconds: 0)
        var received = ByteBuffer()
        while case .bytes(let count) = try pair.server.readPlaintext(into: &received, atMost: 777) {
            #expect((1...777).contains(count))
        }
        #expect(Array(received.readableBytesView) == sent)
    }

    @Test("Application data behind the client's Finished is read after the handshake")
    func earlyBytes() throws {
        let authority = try Authority()
        let client = try TLSSession(
            client: TLSContext(clientIdentity: authority.partner(), trust: authority.trust()),
            serverName: "recours.example")
        let server = try TLSSession(
            server: TLSContext(serverIdentity: authority.server(), trust: authority.trust()))
        #expect(try client.handshake() == .wantsMore)
        var hello = try #require(client.takeCiphertext())
        server.receive(ciphertext: &hello, atNanoseconds: 0)
        #expect(try server.handshake() == .wantsMore)
        var answer = try #require(server.takeCiphertext())
        client.receive(ciphertext: &answer, atNanoseconds: 0)
        #expect(try client.handshake() == .established)
        // More than the handshake's bound: it is for the handshake alone.
        var plaintext = ByteBuffer(bytes: bytes(200_000))
        try client.write(plaintext: &plaintext)
        var all = try #require(client.takeCiphertext())
        server.receive(ciphertext: &all, atNanoseconds: 0)
        #expect(try server.handshake() == .established)
        var received = ByteBuffer()
        while case .bytes = try server.readPlaintext(into: &received, atMost: 100_000) {}
        #expect(Array(received.readableBytesView) == bytes(200_000))
    }

    @Test("close_notify ends one direction, and the other goes on")
    func closing() throws {
        let pair = try pair()
        var last = ByteBuffer(string: "last")
        try pair.client.write(plaintext: &last)
        pair.client.closeNotify()
        pair.client.closeNotify()
        var more = ByteBuffer(string: "more")
        #expect(tlsError { try pair.client.write(plaintext: &more) }?.code == .wrongState)
        var ciphertext = try #require(pair.client.takeCiphertext())
        pair.server.receive(ciphertext: &ciphertext, atNanoseconds: 0)
        pair.server.receiveEnd()
        var received = ByteBuffer()
        #expect(try pair.server.readPlaintext(into: &received, atMost: 100) == .bytes(4))
        #expect(try pair.server.readPlaintext(into: &received, atMost: 100) == .closedCleanly)
        #expect(try pair.server.readPlaintext(into: &received, atMost: 100) == .closedCleanly)
        var reply = ByteBuffer(string: "reply")
        try pair.server.write(plaintext: &reply)
        pair.server.closeNotify()
        var back = try #require(pair.server.takeCiphertext())
        pair.client.receive(ciphertext: &back, atNanoseconds: 0)
        var answer = ByteBuffer()
        #expect(try pair.client.readPlaintext(into: &answer, atMost: 100) == .bytes(5))
        #expect(try pair.client.readPlaintext(into: &answer, atMost: 100) == .closedCleanly)
    }

    @Test("An end without close_notify is a truncation, wherever the bytes are cut")
    func truncation() throws {
        let whole = 1_000 + 22
        for cut in [0, 1, 5, 6, 500, whole - 1, whole] {
            let pair = try pair()
            var plaintext = ByteBuffer(bytes: bytes(1_000))
            try pair.client.write(plaintext: &plaintext)
            var ciphertext = try #require(pair.client.takeCiphertext())
            let slice = ciphertext.readSlice(length: cut)
            var part = try #require(slice)
            pair.server.receive(ciphertext: &part, atNanoseconds: 0)
            pair.server.receiveEnd()
            var received = ByteBuffer()
            if cut == whole {
                #expect(
                    try pair.server.readPlaintext(into: &received, atMost: 5_000) == .bytes(1_000))
            }
            let error = tlsError { try pair.server.readPlaintext(into: &received, atMost: 5_000) }
            #expect(error?.code == .truncated, "cut at \(cut)")
            #expect(received.readableBytes == (cut == whole ? 1_000 : 0))
        }
    }

    @Test(
        "A changed byte of a record is an error, and none of the record is given",
        arguments: [0, 3, 5, 100, 521])
    func tampering(place: Int) throws {
        let pair = try pair()
        var plaintext = ByteBuffer(bytes: bytes(500))
        try pair.client.write(plaintext: &plaintext)
        var ciphertext = try #require(pair.client.takeCiphertext())
        let byte = try #require(ciphertext.getInteger(at: place, as: UInt8.self))
        ciphertext.setInteger(byte ^ 0x40, at: place)
        pair.server.receive(ciphertext: &ciphertext, atNanoseconds: 0)
        // A changed length may leave the record waiting for bytes: the end then shows it.
        pair.server.receiveEnd()
        var received = ByteBuffer()
        #expect(tlsError { try pair.server.readPlaintext(into: &received, atMost: 5_000) } != nil)
        #expect(received.readableBytes == 0)
    }

    @Test("Nothing is read or written before the handshake")
    func tooEarly() throws {
        let authority = try Authority()
        let client = try TLSSession(
            client: TLSContext(clientIdentity: nil, trust: authority.trust()), serverName: "a")
        var buffer = ByteBuffer(string: "x")
        #expect(tlsError { try client.write(plaintext: &buffer) }?.code == .wrongState)
        #expect(buffer.readableBytes == 1)
        #expect(
            tlsError { try client.readPlaintext(into: &buffer, atMost: 1) }?.code == .wrongState)
        client.closeNotify()
        #expect(client.takeCiphertext() == nil)
    }

    @Test("Draining appends to what is there, and an idle session gives nothing")
    func draining() throws {
        let pair = try pair()
        var buffer = ByteBuffer(string: "before")
        #expect(pair.client.drainCiphertext(into: &buffer) == 0)
        var plaintext = ByteBuffer(string: "abc")
        try pair.client.write(plaintext: &plaintext)
        #expect(pair.client.drainCiphertext(into: &buffer) == 25)
        #expect(buffer.readableBytes == 31)
        #expect(pair.client.pendingCiphertextBytes == 0)
    }

    /// A client that changes its key before each record but the first.
    private func restlessPair() throws -> SessionPair {
        var limits = TLSLimits()
        limits.recordsPerKey = 1
        let pair = try pair(clientLimits: limits)
        var plaintext = ByteBuffer(string: "x")
        try pair.client.write(plaintext: &plaintext)
        let (bytes, _) = try SessionPair.pass(from: pair.client, to: pair.server, chunk: 100)
        #expect(bytes.count == 1)
        return pair
    }

    @Test("32 key updates a minute are borne, the 33rd is not; a minute later they count anew")
    func keyUpdates() throws {
        let pair = try restlessPair()
        var received = ByteBuffer()
        let minute: UInt64 = 60_000_000_000
        func update(at instant: UInt64) throws -> TLSError? {
            var plaintext = ByteBuffer(string: "x")
            try pair.client.write(plaintext: &plaintext)
            var bytes = try #require(pair.client.takeCiphertext())
            #expect(bytes.readableBytes == 27 + 23)
            pair.server.receive(ciphertext: &bytes, atNanoseconds: instant)
            return tlsError { try pair.server.readPlaintext(into: &received, atMost: 100) }
        }
        for round in 0..<32 { #expect(try update(at: 5 + UInt64(round)) == nil) }
        for _ in 0..<32 { #expect(try update(at: 5 + minute) == nil) }
        #expect(received.readableBytes == 64)
        #expect(try update(at: 4 + 2 * minute)?.code == .tooManyKeyUpdates)
    }

    @Test("A flood of key updates in one read is cut within it")
    func keyUpdateFlood() throws {
        let pair = try restlessPair()
        for _ in 0..<3_000 {
            var plaintext = ByteBuffer(string: "x")
            try pair.client.write(plaintext: &plaintext)
        }
        var flood = try #require(pair.client.takeCiphertext())
        pair.server.receive(ciphertext: &flood, atNanoseconds: 1)
        var received = ByteBuffer()
        let error = tlsError { try pair.server.readPlaintext(into: &received, atMost: 65_536) }
        #expect(error?.code == .tooManyKeyUpdates)
        #expect(pair.server.unreadCiphertextBytes > 100_000, "The rest is not even looked at")
    }
}
