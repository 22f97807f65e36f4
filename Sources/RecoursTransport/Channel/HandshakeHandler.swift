// SPDX-License-Identifier: EUPL-1.2

internal import NIOCore
internal import RecoursTLS

/// Completes the TLS handshake of one connection, then leaves its place to the handler of the
/// connection's role. It parses nothing above TLS.
final class HandshakeHandler: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    /// Why no connection came of it.
    enum Failure: Error {
        case tls(TLSError)
        case timedOut
        case closed
        case transport(any Error)
    }

    private let session: any SecureSession
    private let timeout: TimeAmount
    /// Decides when a step is taken; a client takes its own at once.
    private let pace: (@escaping () -> Void) -> Void
    /// Makes the handler that goes on with the session.
    private let onEstablished: (any SecureSession) -> any ChannelHandler
    private let onFailure: (Failure) -> Void
    private var alarm: Scheduled<Void>?
    private var isOver = false
    /// What has come waits for its step; nothing more is read before that.
    private var isWaiting = false
    private var hasPendingRead = false

    init(
        session: any SecureSession, timeout: TimeAmount,
        pace: @escaping (@escaping () -> Void) -> Void = { $0() },
        onEstablished: @escaping (any SecureSession) -> any ChannelHandler,
        onFailure: @escaping (Failure) -> Void
    ) {
        self.session = session
        self.timeout = timeout
        self.pace = pace
        self.onEstablished = onEstablished
        self.onFailure = onFailure
    }

    func channelActive(context: ChannelHandlerContext) {
        let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
        alarm = context.eventLoop.scheduleTask(in: timeout) {
            let (handler, context) = bound.value
            handler.fail(.timedOut, context)
        }
        step(context)
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        var bytes = unwrapInboundIn(data)
        guard !isOver else { return }
        session.receive(
            ciphertext: &bytes, atNanoseconds: NIODeadline.now().uptimeNanoseconds)
        guard !isWaiting else { return }
        isWaiting = true
        let channel = context.channel
        pace {
            self.isWaiting = false
            self.step(context)
            guard self.hasPendingRead else { return }
            self.hasPendingRead = false
            // Of the channel: the step may have put another handler in this one's place.
            channel.read()
        }
    }

    func read(context: ChannelHandlerContext) {
        if isWaiting {
            hasPendingRead = true
        } else {
            context.read()
        }
    }

    func channelInactive(context: ChannelHandlerContext) {
        // One who has gone is not worth a step that had to wait.
        if !isOver, !isWaiting {
            // A peer that hangs up may have said why in an alert that is still unread.
            session.receiveEnd()
            step(context)
        }
        fail(.closed, context)
        context.fireChannelInactive()
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        fail(.transport(error), context)
    }

    private func step(_ context: ChannelHandlerContext) {
        guard !isOver else { return }
        do throws(TLSError) {
            let progress = try session.handshake()
            flush(context)
            guard progress == .established else { return }
        } catch {
            // The alert that says why must reach the peer.
            flush(context)
            fail(.tls(error), context)
            return
        }
        isOver = true
        alarm?.cancel()
        let next = onEstablished(session)
        do {
            try context.pipeline.syncOperations.addHandler(next, position: .after(self))
            context.pipeline.syncOperations.removeHandler(context: context, promise: nil)
        } catch {
            onFailure(.transport(error))
            context.close(promise: nil)
        }
    }

    private func flush(_ context: ChannelHandlerContext) {
        if let bytes = session.takeCiphertext() {
            context.writeAndFlush(wrapOutboundOut(bytes), promise: nil)
        }
    }

    private func fail(_ failure: Failure, _ context: ChannelHandlerContext) {
        guard !isOver else { return }
        isOver = true
        alarm?.cancel()
        onFailure(failure)
        if case .tls = failure {
            // Gently, or the alert that says why may be lost.
            context.closeGently()
        } else {
            context.close(promise: nil)
        }
    }
}
