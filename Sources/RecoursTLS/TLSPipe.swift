// SPDX-License-Identifier: EUPL-1.2

internal import COpenSSL
internal import struct NIOCore.ByteBuffer

/// The ciphertext on its way in and out of one OpenSSL connection: a BIO over two byte buffers.
///
/// Ciphertext is copied once in each direction, between these buffers and OpenSSL's record buffer;
/// a memory BIO would copy it twice. The same object hears OpenSSL's message callback.
final class TLSPipe {
    /// Why the pipe stopped handing bytes to OpenSSL, which then reports a failed read.
    enum Refusal {
        case handshakeTooLarge
        case tooManyKeyUpdates
    }

    var incoming = ByteBuffer()
    var outgoing = ByteBuffer()
    /// The peer's stream ended.
    var hasEnded = false
    var isEstablished = false
    /// The monotonic clock's reading at the last receipt, in nanoseconds.
    var nowNanoseconds: UInt64 = 0
    private(set) var refusal: Refusal?
    /// What is wrong with the peer's leaf, once it is refused.
    var leafRefusal: TLSLeafRefusal?
    let revocation: TLSRevocation?
    private(set) var sentAlert: TLSAlert?

    private let limits: TLSLimits
    private var handshakeBytes = 0
    private var minuteBeganNanoseconds: UInt64 = 0
    private var keyUpdatesThisMinute = 0

    init(limits: TLSLimits, revocation: TLSRevocation?) {
        self.limits = limits
        self.revocation = revocation
    }

    /// A BIO that reads from and writes to this pipe, which must outlive it.
    func makeBIO() -> OpaquePointer? {
        guard let method = TLSPipeMethod.shared.method, let bio = BIO_new(method) else {
            return nil
        }
        // Unretained because the session that owns this pipe also owns the BIO and frees it first.
        BIO_set_data(bio, Unmanaged.passUnretained(self).toOpaque())
        BIO_set_init(bio, 1)
        return bio
    }

    /// Bytes copied into `target`; 0 if there are none now.
    fileprivate func read(into target: UnsafeMutableRawBufferPointer) -> Int {
        if refusal != nil { return 0 }
        if !isEstablished, incoming.readableBytes > 0, handshakeBytes >= limits.handshakeBytes {
            refusal = .handshakeTooLarge
            return 0
        }
        var room = target.count
        if !isEstablished { room = min(room, limits.handshakeBytes - handshakeBytes) }
        let count = min(room, incoming.readableBytes)
        incoming.withUnsafeReadableBytes { source in
            target.copyMemory(from: UnsafeRawBufferPointer(rebasing: source[..<count]))
        }
        incoming.moveReaderIndex(forwardBy: count)
        if !isEstablished { handshakeBytes += count }
        // Lets the channel use the memory for its next read.
        if incoming.readableBytes == 0 { incoming = ByteBuffer() }
        return count
    }

    /// The pipe of a connection, which owns both; nil for one that isn't ours.
    static func of(_ connection: OpaquePointer?) -> TLSPipe? {
        connection.flatMap { TLSPipeMethod.pipe(of: SSL_get_rbio($0)) }
    }

    fileprivate func write(_ source: UnsafeRawBufferPointer) {
        outgoing.writeBytes(source)
    }

    /// OpenSSL's message callback: one call a message and a record header, both ways.
    func observe(isSent: Bool, contentType: CInt, bytes: UnsafeRawBufferPointer) {
        if isSent {
            if contentType == SSL3_RT_ALERT, bytes.count == 2 {
                sentAlert = TLSAlert(number: bytes[1])
            }
        } else if contentType == SSL3_RT_HANDSHAKE, bytes.first == UInt8(SSL3_MT_KEY_UPDATE) {
            countKeyUpdate()
        }
    }

    private func countKeyUpdate() {
        let elapsed = nowNanoseconds &- minuteBeganNanoseconds
        if keyUpdatesThisMinute == 0 || elapsed >= 60_000_000_000 {
            minuteBeganNanoseconds = nowNanoseconds
            keyUpdatesThisMinute = 0
        }
        keyUpdatesThisMinute += 1
        if keyUpdatesThisMinute > limits.keyUpdatesPerMinute {
            refusal = .tooManyKeyUpdates
        }
    }
}

/// The one BIO method of the process, never freed.
///
/// `@unchecked Sendable` because it is written once, in its initialiser, and only read after it.
private struct TLSPipeMethod: @unchecked Sendable {
    static let shared = TLSPipeMethod()

    /// Nil if OpenSSL had no memory for it.
    let method: OpaquePointer?

    private init() {
        let type = BIO_get_new_index() | BIO_TYPE_SOURCE_SINK
        method = BIO_meth_new(type, "recours")
        guard let method else { return }
        BIO_meth_set_read_ex(method) { bio, bytes, room, count in
            recours_bio_clear_retry(bio)
            guard let pipe = Self.pipe(of: bio), let bytes, let count else { return 0 }
            let read = pipe.read(into: UnsafeMutableRawBufferPointer(start: bytes, count: room))
            count.pointee = read
            if read == 0, !pipe.hasEnded, pipe.refusal == nil { recours_bio_set_retry_read(bio) }
            return read > 0 ? 1 : 0
        }
        BIO_meth_set_write_ex(method) { bio, bytes, length, count in
            recours_bio_clear_retry(bio)
            guard let pipe = Self.pipe(of: bio), let bytes, let count else { return 0 }
            pipe.write(UnsafeRawBufferPointer(start: bytes, count: length))
            count.pointee = length
            return 1
        }
        BIO_meth_set_ctrl(method) { bio, command, _, _ in
            switch command {
            case BIO_CTRL_FLUSH:
                return 1
            case BIO_CTRL_EOF:
                guard let pipe = Self.pipe(of: bio) else { return 1 }
                return pipe.hasEnded && pipe.incoming.readableBytes == 0 ? 1 : 0
            default:
                return 0
            }
        }
    }

    fileprivate static func pipe(of bio: OpaquePointer?) -> TLSPipe? {
        guard let data = BIO_get_data(bio) else { return nil }
        // Alive because the BIO is freed before the pipe whose address it holds.
        return Unmanaged<TLSPipe>.fromOpaque(data).takeUnretainedValue()
    }
}
