// SPDX-License-Identifier: EUPL-1.2

import RecoursClient
import RecoursMessages

/// Reading cases, and what must be in what is read.
enum CaseReading {
    /// Reads one case in any of the ways there are: never older than what was told before.
    static func read(
        _ caseID: [UInt8]?, _ partner: Partner, _ life: Int, _ dice: inout Dice
    ) async {
        guard let caseID, let client = partner.client(life) else { return }
        let ledger = partner.world.ledger
        let known = ledger.known(partner.player, caseID)
        let withEvents = dice.once(in: 3)
        do throws(RecoursError) {
            var events: [Event] = []
            let file: Case
            if withEvents {
                (file, events) = try await client.cases.history(id: caseID)
            } else {
                file = try await client.cases.get(id: caseID)
            }
            guard partner.client(life) != nil else { return }
            partner.world.tally.reads += 1
            ledger.look(file, partner.player, "a case")
            for event in events { ledger.look(event, partner.player, "an event") }
            partner.world.check(
                file.id == caseID && file.version >= known,
                "\(partner.name) knew version \(known) and was shown \(file.version)")
            let sequence = events.map(\.sequence)
            partner.world.check(
                zip(sequence, sequence.dropFirst()).allSatisfy { $0 < $1 },
                "\(partner.name) was shown events \(sequence)")
            ledger.told(partner.player, caseID, file.version)
            _ = ledger.number(of: file)
        } catch {
            guard partner.client(life) != nil else { return }
            note(error, "read a case", partner)
        }
    }

    /// Lists all cases: each that was acknowledged before is among them, and none twice.
    static func list(_ partner: Partner, _ life: Int) async {
        guard let client = partner.client(life) else { return }
        let expected = partner.answered.filter { $0.kind == .filing }
            .compactMap(\.done?.caseID)
        var found: Set<[UInt8]> = []
        do throws(RecoursError) {
            for try await file in client.cases.list() {
                guard partner.client(life) != nil else { return }
                partner.world.ledger.look(file, partner.player, "a list")
                partner.world.check(
                    found.insert(file.id).inserted, "\(partner.name) has a case listed twice")
            }
        } catch {
            guard partner.client(life) != nil else { return }
            return note(error, "list cases", partner)
        }
        guard partner.client(life) != nil else { return }
        partner.world.tally.reads += 1
        partner.world.check(
            found.isSuperset(of: expected),
            "\(partner.name) lists \(found.count) cases, not all of \(expected.count)")
    }

    static func note(_ error: RecoursError, _ what: String, _ partner: Partner) {
        switch error.code {
        case .unavailable, .deadlineExceeded, .resourceExhausted, .aborted, .cancelled: break
        // It has gone to another platform.
        case .notFound where partner.player.isPlatform: break
        default: partner.world.fail("\(partner.name) cannot \(what): \(error)")
        }
    }
}
