// SPDX-License-Identifier: EUPL-1.2

import Glibc
import NIOCore

/// One connection between a client and the server, and how it will end.
///
/// Unchecked because the process has one thread.
final class Link: @unchecked Sendable {
    /// What becomes of a connection, if nobody closes it before.
    enum Fate: Hashable {
        case lasts
        /// Cut when so many bytes have arrived in either direction together.
        case cutAfter(bytes: Int)
        case cutAt(nanoseconds: Int64)
        /// From then on nothing arrives: in one direction, or in both.
        case silentAt(nanoseconds: Int64, toServer: Bool, toClient: Bool)
    }

    let number: Int
    let partner: String
    let client: SimulatedChannel
    let server: SimulatedChannel
    private(set) var isOver = false
    private let toServer: Pipe
    private let toClient: Pipe
    private unowned let wire: Wire
    private let fate: Fate
    private var arrived = 0

    init(
        number: Int, partner: String, wire: Wire, clientLoop: SimulatedLoop,
        serverLoop: SimulatedLoop
    ) {
        self.number = number
        self.partner = partner
        self.wire = wire
        let manner = wire.manner()
        toServer = Pipe(machine: wire.machine, manner: manner, dice: wire.newDice())
        toClient = Pipe(machine: wire.machine, manner: manner, dice: wire.newDice())
        fate = wire.fate()
        let address = try? SocketAddress(
            ipAddress: "10.0.0.\(number % 250 + 1)", port: 40_000 + number)
        client = SimulatedChannel(loop: clientLoop, output: toServer, remoteAddress: nil)
        server = SimulatedChannel(loop: serverLoop, output: toClient, remoteAddress: address)
        join(toServer, from: client, to: server)
        join(toClient, from: server, to: client)
        arm(fate)
    }

    private func join(_ pipe: Pipe, from sender: SimulatedChannel, to receiver: SimulatedChannel) {
        pipe.sender = sender
        pipe.receiver = receiver
        receiver.whenReading = { [weak pipe] in pipe?.move() }
        pipe.whenArrived = { [weak self] in self?.note(arrived: $0) }
        pipe.whenUnwanted = { [weak self] in self?.reset(sender, ECONNRESET) }
        pipe.whenUnheard = { [weak self] in self?.reset(sender, ETIMEDOUT) }
    }

    private func arm(_ fate: Fate) {
        switch fate {
        case .lasts, .cutAfter: break
        case .cutAt(let wait):
            wire.machine.after(wait) { [weak self] in
                if let self, !wire.isCalm { cut() }
            }
        case .silentAt(let wait, let toServer, let toClient):
            wire.machine.after(wait) { [weak self] in
                if let self, !wire.isCalm { silence(toServer: toServer, toClient: toClient) }
            }
        }
    }

    private func note(arrived count: Int) {
        arrived += count
        guard case .cutAfter(let bytes) = fate, arrived >= bytes, !wire.isCalm else { return }
        cut()
    }

    /// Both ends hear of it, each in its own time; what was under way is lost.
    func cut() {
        guard !isOver else { return }
        isOver = true
        wire.noteCut(self)
        toServer.cut()
        toClient.cut()
        reset(client, ECONNRESET)
        reset(server, ECONNRESET)
    }

    /// Nobody hears of it.
    func silence(toServer isToServer: Bool = true, toClient isToClient: Bool = true) {
        guard !isOver, client.isOpen, server.isOpen else { return }
        wire.noteSilence(self)
        if isToServer { toServer.silence() }
        if isToClient { toClient.silence() }
    }

    private func reset(_ channel: SimulatedChannel, _ number: CInt) {
        wire.machine.after(wire.shortTime()) {
            channel.loop.execute { channel.receiveReset(number) }
        }
    }
}
