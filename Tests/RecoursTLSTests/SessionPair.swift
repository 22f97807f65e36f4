// SPDX-License-Identifier: EUPL-1.2

import NIOCore
import RecoursTLS

/// A client and a server in memory, with the wire between them cut into chunks of one size.
final class SessionPair {
    let client: TLSSession
    let server: TLSSession
    /// Bytes carried at once.
    let chunk: Int
    private(set) var clientError: TLSError?
    private(set) var serverError: TLSError?
    /// What was carried, in bytes.
    private(set) var bytesToServer = 0

    init(
        client: TLSContext, server: TLSContext, name: String = "recours.example",
        chunk: Int = 65_536
    ) throws {
        self.client = try TLSSession(client: client, serverName: name)
        self.server = try TLSSession(server: server)
        self.chunk = chunk
    }

    /// Carries bytes and advances both handshakes until neither has anything to say.
    func shakeHands() {
        advanceClient()
        while carry() {}
    }

    /// One round both ways; whether anything was carried.
    func carry() -> Bool {
        var moved = false
        if let bytes = client.takeCiphertext() {
            moved = true
            bytesToServer += bytes.readableBytes
            deliver(bytes, to: server) { self.advanceServer() }
        }
        if let bytes = server.takeCiphertext() {
            moved = true
            deliver(bytes, to: client) { self.advanceClient() }
        }
        return moved
    }

    private func deliver(_ bytes: ByteBuffer, to session: TLSSession, _ advance: () -> Void) {
        var bytes = bytes
        while var part = bytes.readSlice(length: min(chunk, bytes.readableBytes)),
            part.readableBytes > 0
        {
            session.receive(ciphertext: &part, atNanoseconds: 0)
            advance()
        }
    }

    private func advanceClient() {
        do throws(TLSError) { _ = try client.handshake() } catch { clientError = error }
    }

    private func advanceServer() {
        do throws(TLSError) { _ = try server.handshake() } catch { serverError = error }
    }

    /// Moves what `from` has to send to `to`, and reads there all that can be read.
    static func pass(
        from: TLSSession, to: TLSSession, chunk: Int
    ) throws(TLSError) -> (bytes: [UInt8], outcome: TLSReadOutcome) {
        var received = ByteBuffer()
        var outcome = TLSReadOutcome.wantsMore
        var bytes = from.takeCiphertext() ?? ByteBuffer()
        while var part = bytes.readSlice(length: min(chunk, bytes.readableBytes)),
            part.readableBytes > 0
        {
            to.receive(ciphertext: &part, atNanoseconds: 0)
            repeat {
                outcome = try to.readPlaintext(into: &received, atMost: 65_536)
            } while outcome != .wantsMore && outcome != .closedCleanly
        }
        return (Array(received.readableBytesView), outcome)
    }
}
