// SPDX-License-Identifier: EUPL-1.2

internal import Foundation
internal import NIOCore
internal import NIOPosix
internal import RecoursTLS

/// The server's TLS without the server: the same context, but that ALPN and the client's
/// certificate may be missing, and a short answer in HTTP, as scanners want it.
///
/// Usage: tls-probe CERTIFICATE KEY TRUST. Says `listening on 127.0.0.1:PORT`, and serves until it
/// is killed.
@main
enum TLSProbe {
    static func main() async throws {
        let paths = CommandLine.arguments.dropFirst()
        guard paths.count == 3 else {
            print("usage: tls-probe CERTIFICATE KEY TRUST")
            return
        }
        var profile = TLSProfile.recours
        profile.applicationProtocol = nil
        profile.requiresPeerCertificate = false
        let context = try TLSContext(
            role: .server,
            identity: TLSIdentity(certificateChainPath: paths[1], privateKeyPath: paths[2]),
            trust: TLSTrust(path: paths[3]), profile: profile)
        let listener = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandler(
                        ProbeHandler(session: TLSSession(server: context)))
                }
            }
            .bind(host: "127.0.0.1", port: 0).get()
        // At once: whoever waits for this line reads it from a pipe.
        let line = "listening on 127.0.0.1:\(listener.localAddress?.port ?? 0)\n"
        try FileHandle.standardOutput.write(contentsOf: Data(line.utf8))
        try await listener.closeFuture.get()
    }
}

/// One connection: the handshake, then one answer to whatever is asked, then close_notify.
final class ProbeHandler: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private let session: TLSSession
    private var hasAnswered = false

    init(session: TLSSession) {
        self.session = session
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        var bytes = unwrapInboundIn(data)
        session.receive(
            ciphertext: &bytes, atNanoseconds: NIODeadline.now().uptimeNanoseconds)
        var isOver = false
        do throws(TLSError) {
            if try session.handshake() == .established { isOver = try answer() }
        } catch {
            // What it left to be sent is the alert.
            isOver = true
        }
        if let bytes = session.takeCiphertext() {
            context.writeAndFlush(wrapOutboundOut(bytes), promise: nil)
        }
        if isOver { context.close(promise: nil) }
    }

    /// Answers the first request; true when nothing more will be said.
    private func answer() throws(TLSError) -> Bool {
        var request = ByteBuffer()
        let outcome = try session.readPlaintext(into: &request, atMost: 65_536)
        if outcome == .closedCleanly { return true }
        guard request.readableBytes > 0, !hasAnswered else { return hasAnswered }
        hasAnswered = true
        var text = ByteBuffer(
            string: "HTTP/1.1 200 OK\r\nContent-Length: 8\r\nConnection: close\r\n\r\nrecours\n")
        try session.write(plaintext: &text)
        session.closeNotify()
        return true
    }
}
