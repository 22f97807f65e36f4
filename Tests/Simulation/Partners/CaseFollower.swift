// SPDX-License-Identifier: EUPL-1.2

import RecoursClient

/// Watches one case of a complainant's, over broken connections and restarts: each event that it
/// may see must come once, and in order.
///
/// Unchecked because the process has one thread.
final class CaseFollower: @unchecked Sendable {
    private let caseID: [UInt8]
    /// Everything up to here has been told.
    private var version: UInt64 = 0
    private var dice: Dice

    init(_ caseID: [UInt8], dice: Dice) {
        self.caseID = caseID
        self.dice = dice
    }

    func run(_ partner: Partner, _ life: Int) async {
        while let client = partner.client(life) {
            do throws(RecoursError) {
                try await follow(client, partner, life)
            } catch {
                guard partner.client(life) != nil else { return }
                CaseReading.note(error, "watch a case", partner)
            }
            guard await partner.pause(10...2_000, life) else { return }
        }
    }

    private func follow(
        _ client: RecoursClient, _ partner: Partner, _ life: Int
    ) async throws(RecoursError) {
        var changes = client.cases.watch(id: caseID, after: version).makeAsyncIterator()
        var left = dice.spread(1...20)
        while left > 0 || partner.world.isFinishing {
            guard let update = try await changes.next(isolation: nil),
                partner.client(life) != nil
            else { return }
            partner.world.ledger.look(update, partner.player, "a watched case")
            left -= 1
            take(update.events.map(\.sequence), upTo: changes.version, partner)
        }
    }

    private func take(_ told: [UInt64], upTo reached: UInt64, _ partner: Partner) {
        let expected = partner.world.platter.visibleEvents(of: caseID).filter {
            version < $0 && $0 <= reached
        }
        partner.world.check(
            told == expected,
            "\(partner.name), at \(version), watched events \(told) up to \(reached), not "
                + "\(expected)")
        partner.world.trace.note("\(partner.name): events \(told) up to \(reached)")
        version = reached
    }

    /// What has been stored and not been told.
    func unrest(of partner: Partner) -> String? {
        let waiting = partner.world.platter.visibleEvents(of: caseID).first { $0 > version }
        return waiting.map { "\(partner.name) has not been told event \($0) of a watched case" }
    }
}
