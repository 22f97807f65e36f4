// SPDX-License-Identifier: EUPL-1.2

import CaseFiler
import RecoursClient
import RecoursTesting
import Testing

@Suite("An association's filer")
struct FilerTests {
    private static func draft(_ reference: String) -> CaseDraft {
        CaseDraft(
            complainant: Party(
                kind: .business, legalName: "Atelier du Lérot", siren: "732829320",
                contact: Contact(name: "Camille", email: "camille@example.org")),
            platformID: "market", platformAccountRef: "A1", category: .delisting,
            title: "Déréférencement sans explication",
            facts: "Toutes nos annonces ont disparu sans message ni motif.",
            desiredRemedies: [.relisted], incidentOn: "2018-11-28", country: "FR",
            language: "fr", disclosure: .identified, urgency: .standard, externalRef: reference)
    }

    @Test("Cases are filed once, also by a second run, and refused ones say why")
    func filed() async throws {
        let server = try await RecoursTestServer.start()
        let association = try await server.client(.association, "ateliers")
        _ = try await server.client(.platform, "market")
        try await server.addMandate(association: "ateliers", siren: "732829320")
        let filer = Filer(client: association)
        var bad = Self.draft("R-3")
        bad.facts = "court"
        let drafts = [Self.draft("R-1"), Self.draft("R-2"), bad]

        var numbers: [String: String] = [:]
        var refused: [String] = []
        try await filer.file(drafts) { draft, outcome in
            switch outcome {
            case .filed(let number, let again):
                numbers[draft.externalRef] = number
                #expect(!again)
            case .refused(let violations): refused += violations.map(\.fieldPath)
            }
        }
        #expect(Set(numbers.keys) == ["R-1", "R-2"])
        #expect(refused == ["facts"])

        try await filer.file(Array(drafts.prefix(2))) { draft, outcome in
            guard case .filed(let number, again: true) = outcome else {
                Issue.record("\(draft.externalRef) was filed anew: \(outcome)")
                return
            }
            #expect(number == numbers[draft.externalRef])
        }
        await server.stop()
    }

    @Test("Judging without answers does nothing")
    func nothingToJudge() async throws {
        let recours = try await ScriptedRecours.start()
        let (accepted, refused) = try await Filer(client: recours.client()).judgeAnswers()
        #expect(accepted == 0)
        #expect(refused == 0)
        await recours.stop()
    }
}
