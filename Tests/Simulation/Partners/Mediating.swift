// SPDX-License-Identifier: EUPL-1.2

import RecoursClient
import RecoursMessages

/// A mediator: takes cases over, says something, and closes them.
///
/// Unchecked because the process has one thread.
final class Mediating: DiligentScript, @unchecked Sendable {
    private var dice: Dice
    var left: Int
    let lanes = 1
    let pauses = 20...4_000

    init(dice: Dice) {
        self.dice = dice
        left = self.dice.within(3...20)
    }

    func act(_ partner: Partner, _ life: Int) async {
        guard let file = partner.inbox?.anyCase() else { return }
        let number = partner.world.ledger.nextNumber
        let text = Drafts.text(number, on: partner.world.ledger.number(of: file))
        let caseID = file.id
        let command: Command
        switch dice.below(8) {
        case 0: return await CaseReading.read(caseID, partner, life, &dice)
        case 1: return await CaseReading.list(partner, life)
        case 2..<4:
            command = .act(number, partner.player, on: caseID, "taking over", &dice) {
                client, key async throws(RecoursError) in
                try await client.mediation.takeOver(id: caseID, reason: text, key: key)
            }
        case 4..<6:
            command = .act(number, partner.player, on: caseID, "statement", &dice) {
                client, key async throws(RecoursError) in
                try await client.mediation.makeStatement(id: caseID, text, key: key)
            }
        case 6:
            command = .act(number, partner.player, on: caseID, "question", &dice) {
                client, key async throws(RecoursError) in
                try await client.mediation.requestInformation(id: caseID, text, key: key)
            }
        default:
            command = .act(number, partner.player, on: caseID, "closing", &dice) {
                client, key async throws(RecoursError) in
                try await client.mediation.close(
                    id: caseID, .noAgreement, reasons: text, nextSteps: ["The court."], key: key)
            }
        }
        // Who has a case keeps it, and why he took it over is not written down.
        command.isInWords = command.name != "taking over"
        command.mayBeNothing = !command.isInWords
        partner.add(command)
        _ = await partner.send(command, life)
    }
}
