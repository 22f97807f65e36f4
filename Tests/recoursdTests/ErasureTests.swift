// SPDX-License-Identifier: EUPL-1.2

import Foundation
import RecoursClient
import RecoursMessages
import Testing

/// Words by which what a case leaves behind is found again.
private final class Canaries {
    private(set) var all: [String] = []

    /// A word that stands nowhere else.
    func callAsFunction(_ what: String) -> String {
        let word = "cnry\(100 + all.count)\(what)"
        all.append(word)
        return word
    }

    /// One in Amazon's form of a listing's number.
    func listing() -> String {
        let word = "CNRY000\(100 + all.count)"
        all.append(word)
        return word
    }
}

@Suite("What an erased case leaves behind", .timeLimit(.minutes(2)))
struct ErasureTests {
    private static let siren = "404833048"
    /// As SQLite keeps a number of its size.
    private static let sirenNumber = Data([0x18, 0x21, 0x43, 0x18])
    private static let sandbox = ["RECOURS_CLOCK_SANDBOX": "true", "RECOURS_LOG_LEVEL": "debug"]

    /// All files of the store, whole.
    private func store(_ server: RealServer) throws -> [String: Data] {
        var files: [String: Data] = [:]
        let found = FileManager.default.enumerator(atPath: server.store)
        while let name = found?.nextObject() as? String {
            let path = "\(server.store)/\(name)"
            if let data = FileManager.default.contents(atPath: path) { files[name] = data }
        }
        return files
    }

    private func isThere(_ word: Data, in files: [String: Data]) -> Bool {
        files.values.contains { $0.range(of: word) != nil }
    }

    private func count(_ word: Data, in files: [String: Data]) -> Int {
        files.values.reduce(0) { sum, data in
            var (count, start) = (0, data.startIndex)
            while let found = data.range(of: word, in: start..<data.endIndex) {
                (count, start) = (count + 1, found.upperBound)
            }
            return sum + count
        }
    }

    // MARK: The cases

    private func party(_ canary: Canaries) -> Party {
        Party(
            kind: .business, legalName: canary("legal"), tradeName: canary("trade"),
            siren: Self.siren, size: .micro,
            contact: Contact(
                name: canary("contact"), role: canary("role"),
                email: "\(canary("mail"))@example.fr", phone: "+33123456789",
                hours: canary("hours")),
            address: Address(
                lines: [canary("street")], postcode: "75001", city: canary("city"), country: "FR"))
    }

    private func draft(_ canary: Canaries, _ files: [[UInt8]]) -> CaseDraft {
        var draft = Filing.draft(canary("reference"))
        draft.complainant = party(canary)
        draft.platformAccountRef = canary("account")
        draft.category = .counterfeit
        draft.title = canary("title")
        draft.facts = "\(canary("facts")) was taken down without any word of why."
        draft.decisionRef = canary("decision")
        draft.listings = [
            Listing(
                platformListingID: canary.listing(), url: "https://example.fr/\(canary("url"))",
                sellerName: canary("seller"), sellerID: canary("sellerid"),
                title: canary("listingtitle"))
        ]
        draft.ipClaim = IpClaim(
            kind: .trademark, office: "FR", number: canary("mark"), owner: party(canary),
            originals: [
                Listing(url: "https://example.fr/\(canary("original"))")
            ],
            goodFaith: true)
        draft.evidenceIDs = files
        return draft
    }

    private struct Parties {
        let association, amazon, wish, mediator, other: RecoursClient
    }

    /// A draft that is filed, asked about, answered, refused, and mediated without an agreement.
    private func mediated(_ canary: Canaries, _ parties: Parties) async throws -> [UInt8] {
        let us = parties.association
        let file = try await us.evidence.upload(
            .bytes(Array("\(canary("content"))\n".utf8)),
            as: EvidenceDescription(
                name: "\(canary("file")).txt", media: .text,
                sourceURL: "https://example.fr/\(canary("source"))"))
        let saved = try await us.cases.saveDraft(draft(canary, []))
        let id = saved.caseID
        _ = try await us.cases.changeDraft(id: id, draft(canary, [file.id]))
        _ = try await us.cases.file(id: id)
        _ = try await parties.amazon.inbox.acknowledge(
            [id], contact: Contact(name: canary("desk"), email: "\(canary("deskmail"))@example.fr"))
        _ = try await parties.amazon.responses.respond(
            to: id, PlatformResponse(type: .infoNeeded, text: canary("question")))
        _ = try await us.cases.addInformation(id: id, canary("information"))
        _ = try await us.cases.postMessage(id: id, canary("message"))
        _ = try await parties.amazon.responses.respond(
            to: id,
            PlatformResponse(
                type: .explanation, text: canary("answer"),
                statementOfReasons: StatementOfReasons(
                    visibility: .contentRemoved, ground: .terms, legalOrTermsRef: canary("clause"),
                    clauseURL: "https://example.fr/\(canary("clauseurl"))",
                    facts: "\(canary("sorfacts")) was reported by three buyers.",
                    explanation: "\(canary("why")) is beyond what the contract allows.",
                    source: .voluntary, automatedDecision: .partially, decidedOn: "2026-01-14",
                    effectiveOn: "2026-01-15",
                    redress: Redress(
                        internalComplaint: canary("redress"), mediators: [canary("body")]))))
        _ = try await us.cases.refuse(id: id, reason: canary("refusal"))
        _ = try await parties.other.mediation.recuse(id: id, reason: canary("recused"))
        _ = try await parties.mediator.mediation.takeOver(id: id, reason: "Mine.")
        _ = try await parties.mediator.cases.getWithIdentity(id: id, reason: canary("identity"))
        _ = try await parties.mediator.mediation.requestInformation(id: id, canary("asked"))
        _ = try await us.cases.addInformation(id: id, canary("told"))
        _ = try await parties.mediator.mediation.makeStatement(id: id, canary("statement"))
        _ = try await parties.mediator.mediation.note(id: id, to: .platform, canary("aside"))
        _ = try await us.cases.note(id: id, canary("confided"))
        _ = try await parties.mediator.mediation.extend(id: id, reason: canary("extended"))
        _ = try await parties.mediator.mediation.proposeAgreement(id: id, canary("agreement"))
        _ = try await us.cases.declineAgreement(id: id, reason: canary("declined"))
        _ = try await parties.mediator.mediation.close(
            id: id, .noAgreement, reasons: canary("outcome"), nextSteps: [canary("next")])
        _ = try await parties.mediator.mediation.setLegalHold(id: id, reason: canary("hold"))
        _ = try await parties.mediator.mediation.liftLegalHold(id: id, reason: canary("lifted"))
        return id
    }

    /// A case of AGGREGATE that is turned away, comes back, is shown, and is withdrawn.
    private func turnedAway(_ canary: Canaries, _ parties: Parties) async throws -> [UInt8] {
        var draft = draft(canary, [])
        draft.disclosure = .aggregate
        let id = try await parties.association.cases.submit(draft).caseID
        let mediation = parties.mediator.mediation
        _ = try await mediation.declareInadmissible(
            id: id, .abusive, text: canary("inadmissible"))
        _ = try await parties.association.cases.contest(id: id, canary("contested"))
        _ = try await mediation.readmit(id: id, reason: canary("readmitted"))
        _ = try await mediation.transmit(id: id, reason: "Shown.")
        _ = try await parties.association.cases.withdraw(id: id, reason: canary("withdrawn"))
        return id
    }

    /// A case that goes to another platform, is merged with another, and is split again.
    private func rerouted(
        _ canary: Canaries, into other: [UInt8], _ parties: Parties
    ) async throws -> [UInt8] {
        let us = parties.association
        let id = try await us.cases.submit(draft(canary, [])).caseID
        _ = try await us.cases.withdraw(id: id, reason: canary("first"))
        _ = try await us.cases.restore(id: id, reason: canary("restored"))
        _ = try await parties.amazon.inbox.acknowledge(
            [id], contact: Contact(name: canary("desk"), email: "\(canary("deskmail"))@example.fr"))
        _ = try await parties.amazon.responses.respond(
            to: id,
            PlatformResponse(
                type: .notConcerned, text: canary("notus"), notConcernedReason: .homonym))
        _ = try await us.cases.readdress(id: id, to: "wish", reason: canary("readdressed"))
        let mediation = parties.mediator.mediation
        _ = try await mediation.merge(
            id: id, into: other, reason: canary("merged"))
        _ = try await mediation.split(id: id, reason: canary("split"))
        _ = try await us.cases.withdraw(id: id, reason: canary("last"))
        return id
    }

    /// A mediator does not even learn that there is a draft.
    private func isHidden(_ draft: [UInt8], from mediator: RecoursClient) async {
        let hidden = await #expect(throws: RecoursError.self) {
            try await mediator.retention.erase(id: draft, reason: "asked for")
        }
        #expect(hidden?.code == .notFound)
    }

    @Test("No word of it, its firm's number nowhere, and a restored backup brings nothing back")
    func canaries() async throws {
        let server = try RealServer(Self.sandbox)
        _ = try await server.join(.association, "ateliers")
        for slug in ["amazon", "wish"] { _ = try await server.join(.platform, slug) }
        for slug in ["durand", "martin"] { _ = try await server.join(.mediator, slug) }
        try await server.mandate("ateliers", Self.siren)
        await server.stop()
        // Its mandate is the firm's and the association's, and stays.
        let siren = Data(Self.siren.utf8)
        let before = try store(server)
        let inMandates = count(siren, in: before)
        #expect(inMandates > 0 && !isThere(Self.sirenNumber, in: before))

        try server.start(Self.sandbox)
        let parties = try Parties(
            association: server.client("ateliers"), amazon: server.client("amazon"),
            wish: server.client("wish"), mediator: server.client("durand"),
            other: server.client("martin"))
        let canary = Canaries()
        let idle = try await parties.association.cases.saveDraft(draft(canary, [])).caseID
        let first = try await turnedAway(canary, parties)
        let open = try await parties.association.cases.submit(draft(canary, [])).caseID
        let second = try await rerouted(canary, into: open, parties)
        let third = try await mediated(canary, parties)
        _ = try await parties.association.cases.withdraw(id: open, reason: canary("open"))
        var errors = await server.stop().errors
        let alive = try store(server)
        let database = try #require(alive["store.sqlite"])
        // Otherwise finding none afterwards would mean nothing.
        for word in canary.all { #expect(isThere(Data(word.utf8), in: alive), "\(word)") }
        #expect(count(siren, in: alive) > inMandates && isThere(Self.sirenNumber, in: alive))

        try server.start(Self.sandbox)
        let root = try server.client("operator")
        await isHidden(idle, from: try server.client("durand"))
        for id in [idle, first, open, second, third] {
            _ = try await root.retention.erase(id: id, reason: "asked for")
        }
        errors += await server.stop().errors
        func isClean(_ when: String) throws {
            let files = try store(server)
            for word in canary.all {
                #expect(!isThere(Data(word.utf8), in: files), "\(word) \(when)")
            }
            #expect(count(siren, in: files) == inMandates, "\(when)")
            #expect(!isThere(Self.sirenNumber, in: files), "\(when)")
        }
        try isClean("after erasing")

        try database.write(to: URL(fileURLWithPath: "\(server.store)/store.sqlite"))
        try server.start(Self.sandbox)
        _ = try await server.client("operator").operator.clock()
        errors += await server.stop().errors
        #expect(errors.contains("erased again"))
        try isClean("after a restore")
        for word in canary.all { #expect(!errors.contains(word), "\(word) in the log") }
    }
}
