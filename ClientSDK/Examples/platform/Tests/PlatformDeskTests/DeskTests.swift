// SPDX-License-Identifier: EUPL-1.2

import PlatformDesk
import RecoursClient
import RecoursTesting
import Testing

@Suite("A platform's desk")
struct DeskTests {
    private static func draft(_ reference: String, _ category: CaseCategory) -> CaseDraft {
        var draft = CaseDraft(
            complainant: Party(
                kind: .business, legalName: "Atelier du Lérot", siren: "732829320",
                contact: Contact(name: "Camille", email: "camille@example.org")),
            platformID: "market", platformAccountRef: "A1", category: category,
            title: "Un différend avec la place de marché",
            facts: "Les faits de ce dossier tiennent en une phrase assez longue.",
            desiredRemedies: [.relisted], incidentOn: "2018-11-28", country: "FR",
            language: "fr", disclosure: .identified, urgency: .standard, externalRef: reference)
        if category == .fundsWithheld {
            draft.funds = FundsWithheld(
                amount: Money(minorUnits: 12_345, currency: "EUR"), heldSince: "2018-10-01")
        }
        return draft
    }

    @Test("Every case is acknowledged and answered once, also by a desk that starts again")
    func answered() async throws {
        let server = try await RecoursTestServer.start()
        let association = try await server.client(.association, "ateliers")
        let platform = try await server.client(.platform, "market")
        try await server.addMandate(association: "ateliers", siren: "732829320")
        let categories: [CaseCategory] = [
            .delisting, .fundsWithheld, .noHumanContact, .unfairTerms, .ranking,
        ]
        for (number, category) in categories.enumerated() {
            _ = try await association.cases.submit(Self.draft("R-\(number)", category))
        }
        let desk = Desk(client: platform, policy: AnswerPolicy())
        let (tally, cursor) = try await desk.workOff()
        #expect(tally.acknowledged == 5)
        #expect(tally.answered == 5)
        #expect(tally.refused == 0)
        for try await one in association.cases.list() { #expect(one.state == .answered) }

        // Its own cursor: nothing new. From the beginning: the same answers again, which change
        // nothing.
        #expect(try await desk.workOff(after: cursor).tally == Desk.Tally())
        _ = try await desk.workOff()
        for try await one in association.cases.list() { #expect(one.responses.count == 1) }
        await server.stop()
    }
}
