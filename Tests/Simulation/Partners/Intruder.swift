// SPDX-License-Identifier: EUPL-1.2

import RecoursCases
import RecoursClient
import RecoursMessages
import RecoursTLS
import RecoursTransport
import RecoursWire

/// A registered partner who asks for what is not its own, under identifiers, cursors and keys that
/// it has come by, and who sends frames that may not be.
///
/// Unchecked because the process has one thread.
final class Intruder: Script, @unchecked Sendable {
    private var dice: Dice
    private var left: Int
    let lanes = 1

    init(dice: Dice) {
        self.dice = dice
        left = self.dice.within(0...7)
    }

    var hasActed: Bool { left == 0 }

    func run(_ partner: Partner, _ life: Int) async {
        while await partner.pause(50...6_000, life), left > 0, !partner.world.isFinishing {
            left -= 1
            partner.world.tally.intrusions += 1
            if dice.once(in: 3) {
                await RawPeer.misbehave(partner, &dice)
            } else {
                await ask(partner, life)
            }
        }
        if partner.world.isFinishing { left = 0 }
    }

    /// Asks for a few things over one connection of its own, and gives some calls up.
    private func ask(_ partner: Partner, _ life: Int) async {
        let connection: ClientConnection
        do {
            connection = try await ClientConnection.connect(
                host: "localhost", port: 7_443, tls: partner.player.context,
                timeout: .seconds(5), over: partner.network)
        } catch { return }
        for _ in 0..<dice.within(1...5) {
            guard partner.client(life) != nil else { break }
            let call = Intrusion(partner: partner, connection: connection, dice: dice.child())
            let task = Task { await call.run() }
            if dice.once(in: 4) {
                guard await partner.pause(0...60, life) else { break }
                task.cancel()
            }
            await task.value
        }
        await connection.drain(within: .milliseconds(Int64(dice.below(500))))
    }
}
