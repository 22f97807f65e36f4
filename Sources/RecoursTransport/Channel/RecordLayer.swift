// SPDX-License-Identifier: EUPL-1.2

internal import NIOCore
internal import RecoursTLS
internal import RecoursWire

/// The TLS session of an established connection, above its channel: what both roles share.
///
/// All frames of one event-loop tick go out in one run of `SSL_write` and one socket write. Its
/// buffers are the loop's: a connection that is idle keeps none.
final class RecordLayer {
    private let session: any SecureSession
    private let work: LoopWork
    private var hasClosed = false

    /// Encrypted at a time: one record. The socket's own water marks bound the whole.
    static let writeBytes = 16_384
    /// Decrypted at a time, so that one busy connection does not hold its loop.
    static let readBytes = 65_536

    init(session: any SecureSession, work: LoopWork) {
        self.session = session
        self.work = work
    }

    /// Whether the peer's certificate is on a revocation list by now.
    var isPeerRevoked: Bool { session.isPeerRevoked }

    func receive(_ ciphertext: inout ByteBuffer, now: MonotonicInstant) {
        session.receive(ciphertext: &ciphertext, atNanoseconds: now.nanoseconds)
    }

    /// The channel's input has ended.
    func receiveEnd() {
        session.receiveEnd()
    }

    /// Hands decrypted bytes to `consume` until none is left. True if the peer said close_notify.
    func read(_ consume: (inout ByteBuffer) -> Void) throws(TLSError) -> Bool {
        var plaintext = work.received
        work.received = ByteBuffer()
        defer { work.received = plaintext }
        while true {
            // Payloads that were given out share the memory; then this makes a new buffer.
            plaintext.clear()
            switch try session.readPlaintext(into: &plaintext, atMost: RecordLayer.readBytes) {
            case .bytes: consume(&plaintext)
            case .wantsMore: return false
            case .closedCleanly: return true
            }
        }
    }

    /// Lends `machine` the loop's output memory for a read's work, for `write` to take back.
    func lendOutput(_ lend: (inout ByteBuffer) -> Void) {
        guard work.output.capacity > 0 else { return }
        var output = ByteBuffer()
        swap(&output, &work.output)
        output.clear()
        lend(&output)
    }

    /// Encrypts what `produce` writes, as long as the channel takes it, and flushes once. `produce`
    /// returns false when it has nothing more. Returns the bytes of ciphertext.
    func write(
        to context: ChannelHandlerContext, _ produce: (inout ByteBuffer) -> Bool
    ) throws(TLSError) -> Int {
        guard !hasClosed else { return 0 }
        var hasMore = true
        var byteCount = 0
        while hasMore, context.channel.isWritable {
            // Without storage of its own: the machine's buffer is taken whole, not copied.
            var output = ByteBuffer()
            hasMore = produce(&output)
            guard output.readableBytes > 0 else { break }
            try session.write(plaintext: &output)
            if output.capacity <= 2 * RecordLayer.writeBytes { work.output = output }
            byteCount += writeCiphertext(context)
        }
        // Reading may have left answers to key updates.
        byteCount += writeCiphertext(context)
        if byteCount > 0 { context.flush() }
        return byteCount
    }

    /// Sends close_notify and closes once the peer has had its chance to read it.
    func close(_ context: ChannelHandlerContext) {
        guard !hasClosed else { return }
        hasClosed = true
        session.closeNotify()
        _ = writeCiphertext(context)
        context.closeGently()
    }

    private func writeCiphertext(_ context: ChannelHandlerContext) -> Int {
        guard let bytes = session.takeCiphertext() else { return 0 }
        context.write(NIOAny(bytes), promise: nil)
        return bytes.readableBytes
    }
}

extension ChannelHandlerContext {
    /// Flushes, says that nothing more follows, and closes when the peer does, or after two
    /// seconds.
    ///
    /// To close with bytes of the peer unread would send a reset, and that may overtake the alert
    /// or GOAWAY that says why.
    func closeGently() {
        let bound = NIOLoopBound(self, eventLoop: eventLoop)
        let alarm = eventLoop.scheduleTask(in: .seconds(2)) { bound.value.close(promise: nil) }
        channel.closeFuture.whenComplete { _ in alarm.cancel() }
        writeAndFlush(NIOAny(ByteBuffer())).whenComplete { _ in
            bound.value.close(mode: .output, promise: nil)
        }
    }
}
