// SPDX-License-Identifier: EUPL-1.2

import CaseHistories
import RecoursCases
import RecoursServer
import RecoursStore

/// Looks at everything that is stored in the end, and holds it against what partners were told.
struct Inspection {
    private struct Stored {
        let record: CaseRecord
        let file: CaseFile
        let events: [CaseEvent]
        /// For each command's number, the events in which it stands.
        var tokens: [Int: [UInt64]] = [:]
    }

    let world: World
    private let codec = StoreCodec(sealingKey: Cast.tokenKey)

    init(world: World) {
        self.world = world
    }

    func run() {
        let cases = read()
        var byCommand: [Int: [(row: UInt64, sequence: UInt64)]] = [:]
        for stored in cases {
            for (number, sequences) in stored.tokens {
                byCommand[number, default: []] += sequences.map { (stored.record.row, $0) }
            }
            keepsLaws(stored)
        }
        let identifiers = Dictionary(
            cases.map { ($0.record.identifier.bytes, $0) }, uniquingKeysWith: { first, _ in first })
        for command in world.ledger.commands {
            isThereOnce(command, byCommand[command.number] ?? [], identifiers)
        }
        world.check(byCommand[0] == nil, "an intruder's words are stored")
    }

    private func read() -> [Stored] {
        let found = world.platter.look { reader in
            var found: [Stored] = []
            var records: [CaseRecord] = []
            try reader.visitCases(.retention, siren: nil, below: nil) { record in
                if let record { records.append(record) }
                return .goOn
            }
            for record in records {
                let events = try reader.events(caseRow: record.row)
                var stored = Stored(
                    record: record, file: try codec.decode(record.snapshot),
                    events: try events.map { try codec.decodeEvent($0.bytes) })
                for event in events {
                    for canary in Set(Canaries.found(in: event.bytes))
                    where canary.kind == Canaries.command {
                        stored.tokens[canary.number, default: []].append(event.sequence)
                    }
                }
                found.append(stored)
            }
            return found
        }
        world.check(found != nil, "what is stored cannot be read")
        return found ?? []
    }

    /// Only legal steps, by those who may take them; the events give the case.
    private func keepsLaws(_ stored: Stored) {
        let broken = ReplayLaws.broken(stored.file, stored.events)
        world.check(
            broken.isEmpty,
            "case \(stored.file.publicNumber): \(broken.joined(separator: "; "))")
        world.check(
            stored.record.isIntact && stored.record.version == stored.file.version,
            "case \(stored.file.publicNumber) is not its row")
    }

    /// What was acknowledged is there once, as it was acknowledged; what was not, once or not at
    /// all.
    private func isThereOnce(
        _ command: Command, _ places: [(row: UInt64, sequence: UInt64)],
        _ cases: [[UInt8]: Stored]
    ) {
        let name = "\(command.owner.name)'s \(command.name) \(command.number)"
        world.check(places.count <= 1, "\(name) is stored \(places.count) times")
        if command.isRepeatable, command.isInWords {
            let isKnown = world.platter.find(command) != nil
            world.check(
                isKnown == !places.isEmpty,
                "\(name) is \(isKnown ? "known by its key, and not" : "not known, and") stored")
        }
        if command.refusal != nil, command.unknownAttempts == 0 {
            world.check(places.isEmpty, "\(name) was refused and is stored")
        }
        guard let done = command.done else { return }
        guard let stored = cases[done.caseID] else {
            return world.fail("\(name) is acknowledged, and its case is not there")
        }
        world.check(
            done.publicNumber.isEmpty
                || done.publicNumber == stored.file.publicNumber.description,
            "\(name) was given the number \(done.publicNumber)")
        world.check(
            done.version <= stored.file.version,
            "\(name) was acknowledged at version \(done.version) of \(stored.file.version)")
        guard let place = places.first else {
            if command.isInWords { world.fail("\(name) is acknowledged, and not stored") }
            return
        }
        world.check(
            place.row == stored.record.row && place.sequence <= done.version,
            "\(name) is stored elsewhere than it was acknowledged")
    }
}
