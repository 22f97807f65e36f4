// SPDX-License-Identifier: EUPL-1.2

import NIOCore
import RecoursTLS
import RecoursTransport

/// What stands in the place of TLS: both say their certificates, and all that follows is in records
/// whose last one says so. Nothing is secret, and a stream that is cut shows it all the same.
final class PlainSession: SecureSession {
    /// A record's length, before it.
    private static let headerBytes = 4
    private static let recordBytes = 16_384

    private(set) var peer: TLSPeerCertificate?
    let isPeerRevoked = false
    private var incoming = ByteBuffer()
    private var outgoing = ByteBuffer()
    private var hasEnded = false
    private var isClosed = false
    private var hasClosed = false

    init(_ certificate: [UInt8]) {
        writeRecord(ByteBuffer(bytes: certificate))
    }

    func handshake() throws(TLSError) -> TLSHandshakeProgress {
        if peer != nil { return .established }
        guard let record = readRecord(atMost: .max) else {
            if hasEnded { throw Self.truncated }
            return .wantsMore
        }
        peer = TLSPeerCertificate(derBytes: Array(record.readableBytesView))
        return .established
    }

    func receive(ciphertext: inout ByteBuffer, atNanoseconds: UInt64) {
        incoming.writeBuffer(&ciphertext)
    }

    func receiveEnd() { hasEnded = true }

    func takeCiphertext() -> ByteBuffer? {
        guard outgoing.readableBytes > 0 else { return nil }
        defer { outgoing = ByteBuffer() }
        return outgoing
    }

    func readPlaintext(
        into buffer: inout ByteBuffer, atMost limit: Int
    ) throws(TLSError) -> TLSReadOutcome {
        var total = 0
        while !isClosed, let record = readRecord(atMost: limit - total) {
            isClosed = record.readableBytes == 0
            total += record.readableBytes
            buffer.writeImmutableBuffer(record)
        }
        if total > 0 { return .bytes(total) }
        if isClosed { return .closedCleanly }
        if hasEnded { throw Self.truncated }
        return .wantsMore
    }

    func write(plaintext: inout ByteBuffer) throws(TLSError) {
        while let piece = plaintext.readSlice(
            length: min(plaintext.readableBytes, Self.recordBytes)), piece.readableBytes > 0
        {
            writeRecord(piece)
        }
    }

    func closeNotify() {
        guard !hasClosed else { return }
        hasClosed = true
        writeRecord(ByteBuffer())
    }

    // MARK: Records

    private func writeRecord(_ bytes: ByteBuffer) {
        outgoing.writeInteger(UInt32(bytes.readableBytes))
        outgoing.writeImmutableBuffer(bytes)
    }

    /// A whole record, unless it is larger than what is wanted now.
    private func readRecord(atMost limit: Int) -> ByteBuffer? {
        guard let length = incoming.getInteger(at: incoming.readerIndex, as: UInt32.self),
            length <= limit, incoming.readableBytes >= Self.headerBytes + Int(length)
        else { return nil }
        incoming.moveReaderIndex(forwardBy: Self.headerBytes)
        defer { incoming.discardReadBytes() }
        return incoming.readSlice(length: Int(length))
    }

    private static let truncated = TLSError(
        code: .truncated, message: "The stream ended without close_notify")
}
