// SPDX-License-Identifier: EUPL-1.2

import NIOCore
import RecoursClient
import RecoursMessages
import RecoursTLS
import RecoursTransport
import RecoursWire

/// A connection with a valid certificate, over which comes what no client of ours would send.
///
/// Unchecked because the process has one thread.
final class RawPeer: ChannelInboundHandler, @unchecked Sendable {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private let partner: Partner
    private let session: any SecureSession
    private var script: [ByteBuffer]
    private var isEstablished = false

    private init(partner: Partner, session: any SecureSession, script: [ByteBuffer]) {
        self.partner = partner
        self.session = session
        self.script = script
    }

    /// Connects, sends a few frames, and goes.
    static func misbehave(_ partner: Partner, _ dice: inout Dice) async {
        let script = RawFrames.script(&dice, ids: partner.world.ledger.commands.map(\.caseID))
        let network = partner.network
        do {
            let channel = try await network.connect(
                to: "localhost", port: 7_443, timeout: .seconds(5), on: network.clientLoop()
            ) { channel in
                channel.eventLoop.makeCompletedFuture {
                    let session = try network.clientSession(
                        partner.player.context, serverName: "localhost")
                    try channel.pipeline.syncOperations.addHandler(
                        RawPeer(partner: partner, session: session, script: script))
                }
            }.get()
            try? await Task.sleep(for: .milliseconds(dice.within(10...20_000)))
            try? await channel.close()
        } catch {
            partner.world.trace.note("\(partner.name): not connected")
        }
    }

    func channelActive(context: ChannelHandlerContext) { step(context) }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        var bytes = unwrapInboundIn(data)
        session.receive(
            ciphertext: &bytes, atNanoseconds: UInt64(partner.world.machine.now))
        step(context)
    }

    private func step(_ context: ChannelHandlerContext) {
        do {
            if !isEstablished, try session.handshake() == .established { isEstablished = true }
            if isEstablished { try exchange() }
        } catch {
            context.close(promise: nil)
        }
        if let bytes = session.takeCiphertext() {
            context.writeAndFlush(wrapOutboundOut(bytes), promise: nil)
        }
    }

    /// Says all it has to say at once, and looks at what it is told.
    private func exchange() throws {
        for var bytes in script { try session.write(plaintext: &bytes) }
        script = []
        var plaintext = ByteBuffer()
        while case .bytes = try session.readPlaintext(into: &plaintext, atMost: 65_536) {
            partner.world.ledger.look(
                plaintext.readableBytesView, partner.player, "what a raw connection is told")
            plaintext.clear()
        }
    }
}
