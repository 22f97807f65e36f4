// SPDX-License-Identifier: EUPL-1.2

import RecoursCases
import RecoursClient
import RecoursStore

/// Reads a partner's inbox to its end, by pulling and by watching, and compares each entry with
/// what is stored: once each, in order, however often it starts again.
///
/// Unchecked because the process has one thread.
final class InboxReader: @unchecked Sendable {
    /// What the program keeps with what it made of the entries.
    private(set) var cursor: [UInt8] = []
    /// The place in the stored inbox of the entry read last.
    private var position: UInt64 = 0
    /// Cases that came, as they were then.
    private(set) var cases: [[UInt8]: RecoursMessages.Case] = [:]
    private var order: [[UInt8]] = []
    private var dice: Dice

    init(dice: Dice) {
        self.dice = dice
    }

    /// A case that came, any.
    func anyCase() -> RecoursMessages.Case? {
        dice.pick(order).flatMap { cases[$0] }
    }

    func run(_ partner: Partner, _ life: Int) async {
        while let client = partner.client(life) {
            do throws(RecoursError) {
                if dice.once(in: 2) {
                    try await pull(client, partner, life)
                } else {
                    try await watch(client, partner, life)
                }
            } catch {
                guard partner.client(life) != nil else { return }
                note(error, partner)
            }
            guard await partner.pause(10...2_000, life) else { return }
        }
    }

    private func pull(
        _ client: RecoursClient, _ partner: Partner, _ life: Int
    ) async throws(RecoursError) {
        let wait = Duration.milliseconds(dice.pick([0, 500, 20_000]) ?? 0)
        let answer = try await client.inbox.pull(
            after: cursor, max: UInt32(dice.within(1...20)), wait: wait)
        guard partner.client(life) != nil else { return }
        for entry in answer.entries { take(entry, partner) }
        // Past what came and is hidden by now.
        if answer.entries.isEmpty || dice.once(in: 2) { cursor = answer.cursor }
    }

    private func watch(
        _ client: RecoursClient, _ partner: Partner, _ life: Int
    ) async throws(RecoursError) {
        var left = dice.spread(1...60)
        for try await entry in client.inbox.watch(after: cursor) {
            guard partner.client(life) != nil else { return }
            take(entry, partner)
            left -= 1
            // The cursor of an entry is as good as any: it goes on from there.
            if left == 0, !partner.world.isFinishing { return }
        }
    }

    private func note(_ error: RecoursError, _ partner: Partner) {
        switch error.code {
        case .unavailable, .deadlineExceeded, .resourceExhausted, .aborted, .cancelled:
            partner.world.trace.note("\(partner.name): inbox broken, \(error.code)")
        default: partner.world.fail("\(partner.name) cannot read its inbox: \(error)")
        }
    }

    // MARK: Entries

    private func take(_ entry: RecoursMessages.InboxEntry, _ partner: Partner) {
        let world = partner.world
        cursor = entry.cursor
        guard let caseFile = entry.caseFile else {
            return world.fail("\(partner.name) got an entry without its case")
        }
        world.tally.entries += 1
        world.ledger.look(entry, partner.player, "an inbox entry")
        let number = world.ledger.number(of: caseFile) ?? 0
        world.trace.note(
            "\(partner.name): entry \(entry.kind) of \(number), version \(caseFile.version)")
        if let known = cases[caseFile.id] {
            world.check(
                known.version <= caseFile.version,
                "\(partner.name) saw version \(known.version) of \(number), then "
                    + "\(caseFile.version)")
        } else {
            order.append(caseFile.id)
        }
        cases[caseFile.id] = caseFile
        world.ledger.told(partner.player, caseFile.id, caseFile.version)
        advance(to: entry, of: caseFile, number, partner)
    }

    /// The next stored entry must be this one, but for those that are hidden by now.
    private func advance(
        to entry: RecoursMessages.InboxEntry, of caseFile: RecoursMessages.Case, _ number: Int,
        _ partner: Partner
    ) {
        var found: UInt64?
        var missed: String?
        visit(partner) { stored, record in
            if record.identifier.bytes == caseFile.id,
                stored.eventKind == entry.kind.rawValue
            {
                found = stored.position
                return .stop
            }
            guard mayBeHidden(record, from: partner) else {
                missed = "\(stored.eventKind) of row \(record.row) at \(stored.position)"
                return .stop
            }
            return .goOn
        }
        if let found {
            position = found
        } else {
            partner.world.fail(
                "\(partner.name), at \(position), read \(entry.kind) of \(number); next is "
                    + (missed ?? "nothing"))
        }
    }

    /// What has gone to another platform is no longer the first one's to see.
    private func mayBeHidden(_ record: CaseRecord, from partner: Partner) -> Bool {
        partner.player.kind == .platform
            && (record.platform != partner.name || !record.isTransmitted)
    }

    /// What has been stored and not been read.
    func unrest(of partner: Partner) -> String? {
        var waiting: UInt64?
        visit(partner) { stored, record in
            if mayBeHidden(record, from: partner) { return .goOn }
            waiting = stored.position
            return .stop
        }
        return waiting.map { "\(partner.name) has not read its inbox from \($0) on" }
    }

    private func visit(
        _ partner: Partner, _ body: (InboxRecord, CaseRecord) -> VisitOrder
    ) {
        let player = partner.player
        let after = position
        partner.world.platter.look { reader in
            let inbox =
                player.kind == .mediator
                ? PartnerNumber.mediators : try reader.partnerNumber(player.reference)
            if let inbox {
                try reader.visitInbox(inbox, after: after) { item in
                    guard case .entry(let entry, let record) = item else { return .goOn }
                    return body(entry, record)
                }
            }
            return ()
        }
    }
}
