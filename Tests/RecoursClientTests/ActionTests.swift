// SPDX-License-Identifier: EUPL-1.2

import RecoursClient
import RecoursTesting
import Testing

@Suite("What parties and mediators do, through the client")
struct ActionTests {
    private struct Parties {
        let server: RecoursTestServer
        let association: RecoursClient
        let platform: RecoursClient
        let mediator: RecoursClient

        init() async throws {
            server = try await RecoursTestServer.start()
            association = try await server.client(.association, "ateliers")
            platform = try await server.client(.platform, "amazon")
            mediator = try await server.client(.mediator, "mediatrice")
            try await server.addMandate(association: "ateliers", siren: Drafts.siren)
        }
    }

    @Test("A draft is saved, completed and filed")
    func draft() async throws {
        let parties = try await Parties()
        let cases = parties.association.cases
        var draft = Drafts.draft("D-1")
        draft.facts = ""

        let saved = try await cases.saveDraft(draft)
        await #expect(throws: RecoursError.self) { try await cases.file(id: saved.caseID) }
        draft.facts = Drafts.draft("D-1").facts
        let changed = try await cases.changeDraft(
            id: saved.caseID, draft, expectedVersion: saved.version)
        #expect(changed.state == .draft)
        let filed = try await cases.file(id: saved.caseID)
        #expect(filed.state == .transmitted)
        await parties.server.stop()
    }

    @Test("A refused answer is mediated to an agreement, and each side reads its own notes")
    func mediation() async throws {
        let parties = try await Parties()
        let (cases, platform) = (parties.association.cases, parties.platform.responses)
        let mediation = parties.mediator.mediation
        let id = try await cases.submit(Drafts.draft("M-1")).caseID
        _ = try await platform.respond(to: id, Drafts.remedyDone())
        _ = try await cases.refuse(id: id, reason: "Rien n’a changé.")

        try await mediation.takeOver(id: id, reason: "Une réponse est contestée.")
        try await mediation.makeStatement(id: id, "J’entends les deux parties cette semaine.")
        try await cases.postMessage(id: id, "Merci.")
        try await cases.note(id: id, "Nous accepterions un geste.")
        try await platform.note(id: id, "Nous pouvons faire un geste.")
        try await mediation.note(id: id, to: .platform, "Lequel ?")
        try await mediation.proposeAgreement(id: id, "Remise en ligne sous huit jours.")
        try await cases.acceptAgreement(id: id)
        try await platform.acceptAgreement(id: id)
        let closed = try await mediation.close(
            id: id, .resolved, reasons: "Les parties se sont accordées.")
        #expect(closed.state == .resolved)

        let seen = try await parties.mediator.cases.get(id: id)
        #expect(seen.mediation?.notes.map(\.side) == [.complainant, .platform, .platform])
        #expect(seen.mediation?.agreement?.acceptedByPlatform == true)
        await parties.server.stop()
    }

    @Test("One answer goes to a class of like cases; what cannot be done is told a case at a time")
    func many() async throws {
        let parties = try await Parties()
        let cases = parties.association.cases
        var acts: [CaseAct] = []
        for number in 1...5 {
            let id = try await cases.submit(Drafts.draft("C-\(number)")).caseID
            acts.append(
                CaseAct(on: id, Action(kind: .takeOver(Reason(text: "Dossiers semblables.")))))
        }
        _ = try await cases.withdraw(id: acts[2].caseID)

        var outcomes: [Int: RecoursError.Code] = [:]
        for try await result in parties.mediator.mediation.actMany(acts) {
            switch result.outcome {
            case .success(let done):
                #expect(done.state == .inMediation)
                outcomes[result.place] = .ok
            case .failure(let error): outcomes[result.place] = error.code
            }
        }
        #expect(outcomes == [0: .ok, 1: .ok, 2: .failedPrecondition, 3: .ok, 4: .ok])
        for try await result in parties.mediator.mediation.actMany(Array(acts.prefix(2))) {
            #expect(try result.outcome.get().alreadyDone)
        }
        await parties.server.stop()
    }

    @Test("A scripted server lets every action happen, after the failures it was told to play")
    func scripted() async throws {
        let recours = try await ScriptedRecours.start()
        recours.script("ActionService/Act", [.fail(.unavailable), .cut, .answer])
        let client = try recours.client()
        let id = [UInt8](repeating: 7, count: 16)
        let done = try await client.mediation.close(
            id: id, .noAgreement, reasons: "Aucun accord.", nextSteps: ["Tribunal de commerce"])
        #expect(done.state == .noAgreement)
        #expect(recours.calls.map(\.attempt) == [0, 1, 2])
        #expect(Set(recours.calls.map(\.idempotencyKey)).count == 1)
        #expect(try await client.cases.saveDraft(CaseDraft()).publicNumber == "RC-TEST-1")
        await recours.stop()
    }
}
