// SPDX-License-Identifier: EUPL-1.2

import RecoursCases
import RecoursClient
import RecoursMessages
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
    /// The newest version of each that came.
    private var versions: [[UInt8]: UInt64] = [:]
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
                switch dice.below(partner.player.isMediator ? 3 : 2) {
                case 0: try await pull(client, partner, life)
                case 1: try await watch(client, partner, life)
                default: try await watchQueue(client, partner, life)
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

    /// The same inbox, as mediators see it when they look at their queue.
    private func watchQueue(
        _ client: RecoursClient, _ partner: Partner, _ life: Int
    ) async throws(RecoursError) {
        var left = dice.spread(1...60)
        for try await change in client.mediation.watchQueue(after: cursor) {
            guard partner.client(life) != nil else { return }
            take(change, partner)
            left -= 1
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

    /// What both an entry and a change of the queue say.
    private struct Arrival {
        let caseID: [UInt8]
        let kind: EventKind
        let number: Int
        let version: UInt64
    }

    private func take(_ entry: RecoursMessages.InboxEntry, _ partner: Partner) {
        cursor = entry.cursor
        guard let caseFile = entry.caseFile else {
            return partner.world.fail("\(partner.name) got an entry without its case")
        }
        partner.world.ledger.look(entry, partner.player, "an inbox entry")
        let number = partner.world.ledger.number(of: caseFile) ?? 0
        if cases[caseFile.id] == nil { order.append(caseFile.id) }
        cases[caseFile.id] = caseFile
        take(
            Arrival(
                caseID: caseFile.id, kind: entry.kind, number: number, version: caseFile.version),
            partner)
    }

    private func take(_ change: QueueChange, _ partner: Partner) {
        cursor = change.cursor
        guard let item = change.item else {
            return partner.world.fail("\(partner.name) got a change without its case")
        }
        partner.world.ledger.look(change, partner.player, "a change of the queue")
        take(
            Arrival(
                caseID: item.caseID, kind: change.kind,
                number: partner.world.ledger.number(of: item.caseID) ?? 0, version: item.version),
            partner)
    }

    private func take(_ arrival: Arrival, _ partner: Partner) {
        let world = partner.world
        world.tally.entries += 1
        world.trace.note(
            "\(partner.name): \(arrival.kind) of \(arrival.number), version \(arrival.version)")
        let seen = versions[arrival.caseID] ?? 0
        world.check(
            seen <= arrival.version,
            "\(partner.name) saw version \(seen) of \(arrival.number), then \(arrival.version)")
        versions[arrival.caseID] = arrival.version
        world.ledger.told(partner.player, arrival.caseID, arrival.version)
        advance(to: arrival, partner)
    }

    /// The next stored entry must be this one, but for those that are hidden by now.
    private func advance(to arrival: Arrival, _ partner: Partner) {
        var found: UInt64?
        var missed: String?
        visit(partner) { stored, record in
            if record.identifier.bytes == arrival.caseID,
                stored.eventKind == arrival.kind.rawValue
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
                "\(partner.name), at \(position), read \(arrival.kind) of \(arrival.number); "
                    + "next is \(missed ?? "nothing")")
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
        let isRead: Void? = partner.world.platter.look { reader in
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
        partner.world.check(isRead != nil, "\(partner.name)'s inbox is damaged")
    }
}
