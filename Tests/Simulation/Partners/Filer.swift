// SPDX-License-Identifier: EUPL-1.2

import RecoursClient
import RecoursMessages

/// An association, or a firm: files cases, one by one and many at once, says more of them, judges
/// answers, reads what it has filed; and sends again what was not answered.
///
/// Unchecked because the process has one thread.
final class Filer: DiligentScript, @unchecked Sendable {
    private var dice: Dice
    var left: Int
    let lanes: Int
    let pauses = 5...2_500
    private var filed: [Command] = []
    private var followed = 0

    init(dice: Dice) {
        self.dice = dice
        left = self.dice.within(4...20)
        lanes = self.dice.within(1...3)
    }

    func act(_ partner: Partner, _ life: Int) async {
        switch dice.below(20) {
        case 0..<6: _ = await partner.send(newFiling(partner), life)
        case 6: await fileMany(partner, life)
        case 7..<9:
            if let command = partner.pending { _ = await partner.send(command, life) }
        case 9: await repeatDone(partner, life)
        case 10: await useKeyAgain(partner, life)
        case 11..<14: await CaseReading.read(anyCase, partner, life, &dice)
        case 14: await CaseReading.list(partner, life)
        case 15 where followed < 2:
            guard let caseID = anyCase else { return }
            followed += 1
            partner.follow(caseID, life)
        default: await say(partner, life)
        }
    }

    /// A case that is known to be filed.
    private var anyCase: [UInt8]? { dice.pick(filed.compactMap(\.done?.caseID)) }

    // MARK: Filing

    private func newFiling(_ partner: Partner) -> Command {
        let world = partner.world
        let number = world.ledger.nextNumber
        let draft = Drafts.draft(number, by: partner.player, &dice)
        let command = Command(
            number, by: partner.player, .filing, key: Drafts.key(&dice), "filing"
        ) { client, command async throws(RecoursError) in
            let receipt = try await client.cases.submit(draft, key: command.key)
            world.ledger.look(receipt, command.owner, "a receipt")
            return (Command.Done(receipt), receipt.alreadyFiled)
        }
        world.ledger.keep(
            Ledger.Secret(
                owner: partner.player, siren: draft.complainant?.siren ?? "",
                platforms: [draft.platformID], isIdentified: draft.disclosure == .identified),
            of: number)
        partner.add(command)
        command.draft = draft
        filed.append(command)
        return command
    }

    private func fileMany(_ partner: Partner, _ life: Int) async {
        let commands = (0..<dice.spread(2...24)).map { _ in newFiling(partner) }
        let filings = commands.compactMap { command in
            command.draft.map { CaseFiling($0, key: command.key) }
        }
        await partner.sendMany(commands, life) { client in
            client.cases.submitAll(AsyncElementsOf(filings))
        } done: { receipt, _ in
            (Command.Done(receipt), receipt.alreadyFiled)
        }
    }

    // MARK: Again

    /// The same key and the same content: the same answer.
    private func repeatDone(_ partner: Partner, _ life: Int) async {
        guard let command = dice.pick(partner.answered.filter(\.isRepeatable)) else { return }
        _ = await partner.send(command, life)
    }

    /// The same key or reference and other content: a conflict, which tells of no other case.
    private func useKeyAgain(_ partner: Partner, _ life: Int) async {
        guard let client = partner.client(life), let command = dice.pick(filed),
            let done = command.done, var draft = command.draft
        else { return }
        draft.facts += " And more."
        let key = dice.once(in: 2) ? command.key : Drafts.key(&dice)
        do throws(RecoursError) {
            let receipt = try await client.cases.submit(draft, key: key)
            partner.world.fail(
                "filing \(command.number) was taken again with other content: \(receipt)")
        } catch {
            guard partner.client(life) != nil, error.code == .alreadyExists else { return }
            partner.world.tally.conflicts += 1
            partner.world.check(
                error.idempotencyConflict?.caseID == done.caseID,
                "the conflict of filing \(command.number) names another case")
        }
    }

    // MARK: Saying more

    private func say(_ partner: Partner, _ life: Int) async {
        let known = partner.inbox?.anyCase()
        guard let caseID = known?.id ?? anyCase else { return }
        let number = partner.world.ledger.nextNumber
        let about = partner.world.ledger.number(of: caseID)
        guard about != nil || known == nil else { return }
        let text = Drafts.text(number, on: about)
        let command: Command
        switch (known?.state, dice.below(6)) {
        case (.answered?, 0..<5): command = verdict(number, caseID, text, partner)
        case (.inMediation?, 0..<2):
            partner.world.ledger.keepNote(number, by: partner.player, on: caseID)
            command = .act(number, partner.player, on: caseID, "note", &dice) {
                client, key async throws(RecoursError) in
                try await client.cases.note(id: caseID, "{n:\(number)} \(text)", key: key)
            }
        case (.submitted?, 0..<5):
            let other = known?.platformID == "amazon" ? "wish" : "amazon"
            if let about { partner.world.ledger.readdressed(about, to: other) }
            command = .act(number, partner.player, on: caseID, "readdressing", &dice) {
                client, key async throws(RecoursError) in
                try await client.cases.readdress(id: caseID, to: other, reason: text, key: key)
            }
            command.mayComeTooLate = true
        case (_, 0): command = withdrawal(number, caseID, text, partner)
        case (_, 1..<4):
            command = .act(number, partner.player, on: caseID, "information", &dice) {
                client, key async throws(RecoursError) in
                try await client.cases.addInformation(id: caseID, text, key: key)
            }
        default:
            command = .act(number, partner.player, on: caseID, "message", &dice) {
                client, key async throws(RecoursError) in
                try await client.cases.postMessage(id: caseID, text, key: key)
            }
        }
        partner.add(command)
        _ = await partner.send(command, life)
    }

    private func verdict(
        _ number: Int, _ caseID: [UInt8], _ text: String, _ partner: Partner
    ) -> Command {
        let accepts = dice.once(in: 2)
        let command = Command(
            number, by: partner.player, .verdict, key: Drafts.key(&dice), on: caseID,
            "verdict", isRepeatable: false
        ) { client, _ async throws(RecoursError) in
            let answer =
                accepts
                ? try await client.cases.accept(id: caseID)
                : try await client.cases.refuse(id: caseID, reason: text)
            return (Command.Done(caseID: caseID, version: answer.version), false)
        }
        command.isInWords = !accepts
        return command
    }

    private func withdrawal(
        _ number: Int, _ caseID: [UInt8], _ text: String, _ partner: Partner
    ) -> Command {
        Command(
            number, by: partner.player, .withdrawal, key: Drafts.key(&dice), on: caseID,
            "withdrawal", isRepeatable: false
        ) { client, _ async throws(RecoursError) in
            let answer = try await client.cases.withdraw(id: caseID, reason: text)
            return (Command.Done(caseID: caseID, version: answer.version), false)
        }
    }
}
