// SPDX-License-Identifier: EUPL-1.2

import RecoursClient
import RecoursMessages

/// A platform: takes note of what comes, and answers it.
///
/// Unchecked because the process has one thread.
final class Answerer: DiligentScript, @unchecked Sendable {
    private var dice: Dice
    var left: Int
    let lanes: Int
    let pauses = 5...2_500

    init(dice: Dice) {
        self.dice = dice
        left = self.dice.within(6...28)
        lanes = self.dice.within(1...2)
    }

    func act(_ partner: Partner, _ life: Int) async {
        guard let file = partner.inbox?.anyCase() else { return }
        switch dice.below(12) {
        case 0..<3: await takeNote(partner, life)
        case 3..<6: await answer(file, partner, life)
        case 6: await answerMany(partner, life)
        case 7: await repeatDone(partner, life)
        case 8: await CaseReading.list(partner, life)
        case 9: await CaseReading.read(file.id, partner, life, &dice)
        default: await say(file, partner, life)
        }
    }

    /// Takes note of several cases in one call; done again, it is no other event.
    private func takeNote(_ partner: Partner, _ life: Int) async {
        guard let client = partner.client(life) else { return }
        let ids = Set((0..<dice.within(1...6)).compactMap { _ in partner.inbox?.anyCase()?.id })
        guard !ids.isEmpty else { return }
        do throws(RecoursError) {
            let asked = ids.sorted { $0.lexicographicallyPrecedes($1) }
            let results = try await client.inbox.acknowledge(asked, contact: Drafts.contact)
            guard partner.client(life) != nil else { return }
            partner.world.check(
                results.map(\.caseID) == asked, "\(partner.name) has other results than asked for")
            for result in results {
                guard case .acknowledged(let done)? = result.outcome else { continue }
                partner.world.ledger.told(partner.player, result.caseID, done.version)
            }
        } catch {
            guard partner.client(life) != nil else { return }
            CaseReading.note(error, "take note", partner)
        }
    }

    private func answer(_ file: Case, _ partner: Partner, _ life: Int) async {
        _ = await partner.send(newAnswer(to: file, partner).command, life)
    }

    private func answerMany(_ partner: Partner, _ life: Int) async {
        let answers = (0..<dice.within(2...8)).compactMap { _ in
            partner.inbox?.anyCase().map { newAnswer(to: $0, partner) }
        }
        let requests = answers.map(\.request)
        await partner.sendMany(answers.map(\.command), life) { client in
            client.responses.respondAll(requests)
        } done: { done, command in
            (Command.Done(caseID: command.caseID, version: done.version), done.alreadyAnswered)
        }
    }

    private func newAnswer(
        to file: Case, _ partner: Partner
    ) -> (command: Command, request: RespondRequest) {
        let number = partner.world.ledger.nextNumber
        let text = Drafts.text(number, on: partner.world.ledger.number(of: file))
        let caseID = file.id
        var response = PlatformResponse(text: text)
        let types: [ResponseType] = [.remedyDone, .remedyPromised, .infoNeeded, .notConcerned]
        response.type = dice.pick(types) ?? .infoNeeded
        switch response.type {
        case .remedyDone: response.remedies = [Remedy(kind: .relisted)]
        case .remedyPromised:
            response.remedies = [Remedy(kind: .relisted)]
            response.dueOn = partner.world.date(daysAhead: 10)
        case .notConcerned:
            response.notConcernedReason = .homonym
            response.suggestedPlatformID = "amazon"
        default: break
        }
        let key = Drafts.key(&dice)
        response.responseID = key.bytes
        let given = response
        let command = Command(
            number, by: partner.player, .answer, key: key, on: caseID, "answer"
        ) { client, _ async throws(RecoursError) in
            let done = try await client.responses.respond(to: caseID, given)
            return (Command.Done(caseID: caseID, version: done.version), done.alreadyAnswered)
        }
        command.mayComeTooLate = !given.dueOn.isEmpty
        partner.add(command)
        return (command, RespondRequest(caseID: caseID, response: given))
    }

    private func say(_ file: Case, _ partner: Partner, _ life: Int) async {
        let number = partner.world.ledger.nextNumber
        let text = Drafts.text(number, on: partner.world.ledger.number(of: file))
        let caseID = file.id
        let command: Command
        if file.state == .inMediation, dice.once(in: 2) {
            partner.world.ledger.keepNote(number, by: partner.player, on: caseID)
            command = .act(number, partner.player, on: caseID, "note", &dice) {
                client, key async throws(RecoursError) in
                try await client.responses.note(id: caseID, "{n:\(number)} \(text)", key: key)
            }
        } else if file.state == .remedyPending {
            command = .act(number, partner.player, on: caseID, "proof", &dice) {
                client, key async throws(RecoursError) in
                try await client.responses.proveRemedy(id: caseID, text, key: key)
            }
        } else {
            command = .act(number, partner.player, on: caseID, "message", &dice) {
                client, key async throws(RecoursError) in
                try await client.responses.postMessage(id: caseID, text, key: key)
            }
        }
        partner.add(command)
        _ = await partner.send(command, life)
    }

    private func repeatDone(_ partner: Partner, _ life: Int) async {
        guard let command = dice.pick(partner.answered) else { return }
        _ = await partner.send(command, life)
    }
}
