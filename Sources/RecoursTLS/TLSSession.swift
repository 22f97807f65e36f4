// SPDX-License-Identifier: EUPL-1.2

internal import COpenSSL
package import struct NIOCore.ByteBuffer

/// Whether a handshake is done.
package enum TLSHandshakeProgress: Hashable, Sendable {
    /// More of the peer's bytes are needed; send what `takeCiphertext()` gives.
    case wantsMore
    case established
}

/// What a read came to.
package enum TLSReadOutcome: Hashable, Sendable {
    /// So many bytes were appended, 1 or more.
    case bytes(Int)
    /// Everything received is read.
    case wantsMore
    /// The peer said close_notify: nothing is missing, and nothing more will come.
    case closedCleanly
}

/// One TLS connection without a socket: ciphertext in, plaintext out, and the other way round.
///
/// Belongs to one event loop and is not Sendable. After *every* call, also one that threw, send
/// what `takeCiphertext()` gives: it may be an alert that tells the peer why. An error is final:
/// the same one is thrown by each later call.
package final class TLSSession {
    private let context: TLSContext
    private let pipe: TLSPipe
    private let connection: OpaquePointer
    private var failure: TLSError?
    private var hasSentCloseNotify = false
    private var recordsUnderThisKey = 0

    /// A server's end, which waits for a ClientHello.
    ///
    /// - Throws: ``TLSError`` `WRONG_STATE` for a client's context, `LIBRARY_FAILED`.
    package convenience init(server context: TLSContext) throws(TLSError) {
        guard context.role == .server else { throw .wrongRole }
        try self.init(context: context)
        SSL_set_accept_state(connection)
    }

    /// A client's end. The server's certificate must be for `serverName`, a DNS name or an IP
    /// address.
    ///
    /// - Throws: ``TLSError`` `INVALID_SERVER_NAME`, `WRONG_STATE` for a server's context,
    ///   `LIBRARY_FAILED`.
    package convenience init(client context: TLSContext, serverName: String) throws(TLSError) {
        guard context.role == .client else { throw .wrongRole }
        try self.init(context: context)
        try TLSServerName.expect(serverName, on: connection)
        SSL_set_connect_state(connection)
    }

    private init(context: TLSContext) throws(TLSError) {
        TLSFailure.clear()
        let pipe = TLSPipe(limits: context.limits, revocation: context.revocation)
        guard let connection = context.owner.withContext(SSL_new) else {
            throw .library("A TLS connection could not be made")
        }
        guard let bio = pipe.makeBIO() else {
            SSL_free(connection)
            throw .library("A TLS connection could not be made")
        }
        // One BIO both ways: OpenSSL takes the one reference that there is, and frees it.
        SSL_set_bio(connection, bio, bio)
        SSL_set_msg_callback(connection) { isSent, _, contentType, bytes, count, _, pipe in
            guard let pipe else { return }
            // Alive because the session owns the pipe and frees the connection first.
            Unmanaged<TLSPipe>.fromOpaque(pipe).takeUnretainedValue().observe(
                isSent: isSent != 0, contentType: contentType,
                bytes: UnsafeRawBufferPointer(start: bytes, count: count))
        }
        recours_ssl_set_message_callback_argument(
            // Unretained because the session owns the pipe as long as the connection.
            connection, Unmanaged.passUnretained(pipe).toOpaque())
        self.context = context
        self.pipe = pipe
        self.connection = connection
    }

    deinit {
        // The pipe, which the BIO points to, is released after this.
        SSL_free(connection)
    }

    // MARK: Ciphertext

    /// Whether the handshake is complete and the peer's certificate accepted.
    package var isEstablished: Bool { pipe.isEstablished }

    /// Ciphertext received and not yet looked at, in bytes. A caller that stops reading plaintext
    /// stops receiving too, so that this stays within what it received last.
    package var unreadCiphertextBytes: Int { pipe.incoming.readableBytes }

    /// Ciphertext waiting to be taken, in bytes.
    package var pendingCiphertextBytes: Int { pipe.outgoing.readableBytes }

    /// Takes all of `ciphertext`, received at a reading of the monotonic clock. Does nothing with
    /// it yet: `handshake()` or `readPlaintext` does.
    package func receive(ciphertext: inout ByteBuffer, atNanoseconds: UInt64) {
        pipe.nowNanoseconds = atNanoseconds
        if pipe.incoming.readableBytes == 0 {
            // Shares the memory; nothing is copied.
            pipe.incoming = ciphertext
            ciphertext.moveReaderIndex(to: ciphertext.writerIndex)
        } else {
            pipe.incoming.discardReadBytes()
            pipe.incoming.writeBuffer(&ciphertext)
        }
    }

    /// The peer's stream has ended. Without a close_notify before, the next read says `TRUNCATED`.
    package func receiveEnd() {
        pipe.hasEnded = true
    }

    /// What must be sent now, without a copy; nil if nothing must.
    package func takeCiphertext() -> ByteBuffer? {
        guard pipe.outgoing.readableBytes > 0 else { return nil }
        let taken = pipe.outgoing
        pipe.outgoing = ByteBuffer()
        return taken
    }

    /// Appends what must be sent now to `buffer`; gives the number of bytes.
    @discardableResult
    package func drainCiphertext(into buffer: inout ByteBuffer) -> Int {
        guard var taken = takeCiphertext() else { return 0 }
        return buffer.writeBuffer(&taken)
    }

    // MARK: Handshake

    /// Goes on with the handshake as far as the received bytes allow. A client calls it once before
    /// anything is received.
    ///
    /// - Throws: ``TLSError``. In TLS 1.3 a client is established before the server has judged the
    ///   client's certificate: a refusal is thrown by a later `readPlaintext`.
    package func handshake() throws(TLSError) -> TLSHandshakeProgress {
        if let failure { throw failure }
        if pipe.isEstablished { return .established }
        TLSFailure.clear()
        let status = SSL_do_handshake(connection)
        guard status == 1 else {
            let reason = SSL_get_error(connection, status)
            guard reason == SSL_ERROR_WANT_READ else { throw fail() }
            return .wantsMore
        }
        try requireApplicationProtocol()
        pipe.isEstablished = true
        return .established
    }

    /// A server has refused a client of another protocol by now; a server that knows no ALPN, and
    /// so is no Recours server, is found out here.
    private func requireApplicationProtocol() throws(TLSError) {
        guard let expected = context.profile.applicationProtocol else { return }
        var bytes: UnsafePointer<UInt8>?
        var count: UInt32 = 0
        SSL_get0_alpn_selected(connection, &bytes, &count)
        if UnsafeBufferPointer(start: bytes, count: Int(count)).elementsEqual(expected) { return }
        let error = TLSError(
            code: .applicationProtocolRefused,
            message: "The server does not speak recours/1",
            remedy: "Check the address and the port.")
        failure = error
        throw error
    }

    /// The peer's certificate once the handshake is complete; nil before.
    package var peer: TLSPeerCertificate? {
        guard pipe.isEstablished else { return nil }
        TLSFailure.clear()
        defer { TLSFailure.clear() }
        guard let certificate = SSL_get0_peer_certificate(connection) else { return nil }
        let length = i2d_X509(certificate, nil)
        guard length > 0 else { return nil }
        let bytes = [UInt8](unsafeUninitializedCapacity: Int(length)) { target, count in
            var cursor = target.baseAddress
            count = max(0, Int(i2d_X509(certificate, &cursor)))
        }
        return TLSPeerCertificate(derBytes: bytes)
    }

    /// Whether the peer's certificate is on a list by now: it was on none in the handshake.
    package var isPeerRevoked: Bool {
        guard pipe.isEstablished, let lists = context.revocation?.lists else { return false }
        return lists.verdict(
            ofChain: SSL_get0_verified_chain(connection), now: recours_unix_now()) == .revoked
    }

    // MARK: Plaintext

    /// Appends at most `limit` bytes (1 or more) of what the peer said; call again until it says
    /// something else than `.bytes`.
    ///
    /// - Throws: ``TLSError``; `CERTIFICATE_REFUSED_BY_PEER` if the server refused our certificate,
    ///   `TRUNCATED` if the stream ended without close_notify, `WRONG_STATE` before the handshake.
    package func readPlaintext(
        into buffer: inout ByteBuffer, atMost limit: Int
    ) throws(TLSError) -> TLSReadOutcome {
        try requireEstablished()
        guard limit > 0 else { return .wantsMore }
        TLSFailure.clear()
        var total = 0
        var status: CInt = 1
        // OpenSSL gives one record a call. Nothing is reserved in the buffer, nor asked of OpenSSL,
        // when there is nothing to read: an idle connection costs no memory.
        while total < limit, mayRead {
            var read = 0
            buffer.writeWithUnsafeMutableBytes(minimumWritableBytes: min(limit - total, 16_384)) {
                status = SSL_read_ex(
                    connection, $0.baseAddress, min($0.count, limit - total), &read)
                return status == 1 ? read : 0
            }
            guard status == 1 else { break }
            total += read
        }
        // A flood of key updates is refused even when data came with it.
        if pipe.refusal != nil { throw fail() }
        if status == 1 { return total > 0 ? .bytes(total) : .wantsMore }
        switch SSL_get_error(connection, status) {
        case SSL_ERROR_WANT_READ:
            return total > 0 ? .bytes(total) : .wantsMore
        case SSL_ERROR_ZERO_RETURN:
            return total > 0 ? .bytes(total) : .closedCleanly
        default:
            let error = fail()
            // What was read before the error is the peer's word still; the next call throws.
            if total > 0 { return .bytes(total) }
            throw error
        }
    }

    /// Whether a read can find anything: bytes, the end of the stream, or a close_notify seen
    /// before.
    private var mayRead: Bool {
        pipe.incoming.readableBytes > 0 || pipe.hasEnded || SSL_has_pending(connection) == 1
            || SSL_get_shutdown(connection) & SSL_RECEIVED_SHUTDOWN != 0
    }

    /// Encrypts all of `plaintext` into records of up to 16 KiB. Give a whole run of frames at
    /// once: a record costs 22 bytes and about a microsecond.
    ///
    /// - Throws: ``TLSError`` `WRONG_STATE` before the handshake or after `closeNotify()`.
    package func write(plaintext: inout ByteBuffer) throws(TLSError) {
        try requireEstablished()
        guard !hasSentCloseNotify else {
            throw TLSError(code: .wrongState, message: "Nothing can be sent after close_notify")
        }
        let total = plaintext.readableBytes
        guard total > 0 else { return }
        // 5 bytes of header, 1 of content type, 16 of tag a record.
        pipe.outgoing.reserveCapacity(minimumWritableBytes: total + (total / 16_384 + 1) * 22)
        TLSFailure.clear()
        while plaintext.readableBytes > 0 {
            try changeKeyIfWorn()
            var written = 0
            let status = plaintext.withUnsafeReadableBytes {
                SSL_write_ex(connection, $0.baseAddress, $0.count, &written)
            }
            guard status == 1 else { throw fail() }
            plaintext.moveReaderIndex(forwardBy: written)
        }
    }

    /// Has a KeyUpdate go out before the next record when the key has served long enough.
    private func changeKeyIfWorn() throws(TLSError) {
        // In partial-write mode OpenSSL makes one record a call.
        recordsUnderThisKey += 1
        guard recordsUnderThisKey > context.limits.recordsPerKey else { return }
        recordsUnderThisKey = 1
        guard SSL_key_update(connection, SSL_KEY_UPDATE_NOT_REQUESTED) == 1 else { throw fail() }
    }

    /// Says close_notify, once: nothing more will be sent. Reading goes on until the peer says it
    /// too. Does nothing before the handshake or after an error, when there is nothing to say it
    /// with.
    package func closeNotify() {
        guard pipe.isEstablished, failure == nil, !hasSentCloseNotify else { return }
        hasSentCloseNotify = true
        TLSFailure.clear()
        // 0 says that the peer's close_notify has not come yet; the message is written in any case.
        if SSL_shutdown(connection) < 0 { failure = fail() }
    }

    // MARK: Failures

    private func requireEstablished() throws(TLSError) {
        if let failure { throw failure }
        guard pipe.isEstablished else {
            throw TLSError(code: .wrongState, message: "The handshake is not complete")
        }
    }

    /// Makes the error of the call that has just failed, and keeps it.
    private func fail() -> TLSError {
        let error = TLSError(
            failure: TLSFailure.drain(), pipe: pipe, limits: context.limits,
            verifyResult: SSL_get_verify_result(connection))
        failure = error
        return error
    }
}
