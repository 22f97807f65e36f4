// SPDX-License-Identifier: EUPL-1.2

import RecoursClient
import RecoursMessages

/// Words by which what a case leaves behind is found again.
final class Canaries {
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

/// Cases that come some way, with words of their own wherever a party may write.
struct CanaryCases {
    struct Parties {
        let association, amazon, wish, mediator, other: RecoursClient
    }

    static let siren = "404833048"

    let canary = Canaries()
    let parties: Parties

    /// Of a server whose partners have joined.
    init(_ server: RealServer) throws {
        parties = try Parties(
            association: server.client("ateliers"), amazon: server.client("amazon"),
            wish: server.client("wish"), mediator: server.client("durand"),
            other: server.client("martin"))
    }

    /// Registers the parties.
    static func join(_ server: RealServer) async throws {
        _ = try await server.join(.association, "ateliers")
        for slug in ["amazon", "wish"] { _ = try await server.join(.platform, slug) }
        for slug in ["durand", "martin"] { _ = try await server.join(.mediator, slug) }
        try await server.mandate("ateliers", siren)
    }

    func party() -> Party {
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

    func draft(_ files: [[UInt8]] = []) -> CaseDraft {
        var draft = Filing.draft(canary("reference"))
        draft.complainant = party()
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
            kind: .trademark, office: "FR", number: canary("mark"), owner: party(),
            originals: [
                Listing(url: "https://example.fr/\(canary("original"))")
            ],
            goodFaith: true)
        draft.evidenceIDs = files
        return draft
    }

    /// A draft that is filed, asked about, answered, refused, and mediated without an agreement.
    func mediated() async throws -> [UInt8] {
        let us = parties.association
        let file = try await us.evidence.upload(
            .bytes(Array("\(canary("content"))\n".utf8)),
            as: EvidenceDescription(
                name: "\(canary("file")).txt", media: .text,
                sourceURL: "https://example.fr/\(canary("source"))"))
        let saved = try await us.cases.saveDraft(draft())
        let id = saved.caseID
        _ = try await us.cases.changeDraft(id: id, draft([file.id]))
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
    func turnedAway() async throws -> [UInt8] {
        var draft = draft()
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
    func rerouted(into other: [UInt8]) async throws -> [UInt8] {
        let us = parties.association
        let id = try await us.cases.submit(draft()).caseID
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
}
