// SPDX-License-Identifier: EUPL-1.2

internal import NIOCore
internal import RecoursTLS
internal import RecoursWire

/// The TLS session of an established connection, above its channel: what both roles share.
///
/// All frames of one event-loop tick go out in one run of `SSL_write` and one socket write.
final class RecordLayer {
    private let session: TLSSession
    private var plaintext = ByteBuffer()
    private var outgoing = ByteBuffer()
    private var hasClosed = false

    /// Encrypted at a time: four records. The socket's own water marks bound the whole.
    static let writeBytes = 65_536
    /// Decrypted at a time, so that one busy connection does not hold its loop.
    static let readBytes = 262_144

    init(session: TLSSession) {
        self.session = session
    }

    func receive(_ ciphertext: inout ByteBuffer, now: MonotonicInstant) {
        session.receive(ciphertext: &ciphertext, atNanoseconds: now.nanoseconds)
    }

    /// The channel's input has ended.
    func receiveEnd() {
        session.receiveEnd()
    }

    /// Hands decrypted bytes to `consume` until none is left. True if the peer said close_notify.
    func read(_ consume: (inout ByteBuffer) -> Void) throws(TLSError) -> Bool {
        while true {
            // Payloads given out share the memory; then this makes a new buffer.
            plaintext.clear()
            switch try session.readPlaintext(into: &plaintext, atMost: RecordLayer.readBytes) {
            case .bytes: consume(&plaintext)
            case .wantsMore: return false
            case .closedCleanly: return true
            }
        }
    }

    /// Encrypts what `produce` writes, as long as the channel takes it, and flushes once. `produce`
    /// returns false when it has nothing more.
    func write(
        to context: ChannelHandlerContext, _ produce: (inout ByteBuffer) -> Bool
    ) throws(TLSError) {
        guard !hasClosed else { return }
        var hasMore = true
        while hasMore, context.channel.isWritable {
            outgoing.clear()
            hasMore = produce(&outgoing)
            guard outgoing.readableBytes > 0 else { break }
            try session.write(plaintext: &outgoing)
            writeCiphertext(context)
        }
        // Reading may have left answers to key updates.
        writeCiphertext(context)
        context.flush()
    }

    /// Sends close_notify and closes once it is written.
    func close(_ context: ChannelHandlerContext) {
        guard !hasClosed else { return }
        hasClosed = true
        session.closeNotify()
        writeCiphertext(context)
        let bound = NIOLoopBound(context, eventLoop: context.eventLoop)
        context.writeAndFlush(NIOAny(ByteBuffer())).whenComplete { _ in
            bound.value.close(promise: nil)
        }
    }

    private func writeCiphertext(_ context: ChannelHandlerContext) {
        if let bytes = session.takeCiphertext() {
            context.write(NIOAny(bytes), promise: nil)
        }
    }
}
