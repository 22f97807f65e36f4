// SPDX-License-Identifier: EUPL-1.2

import RecoursClient
import RecoursTesting
import Testing

@Suite("Figures through the client")
struct FiguresTests {
    @Test("What is filed and answered is counted at once, by platform, category and month")
    func counting() async throws {
        let server = try await RecoursTestServer.start()
        let association = try await server.client(.association, "ateliers")
        let platform = try await server.client(.platform, "amazon")
        try await server.addMandate(association: "ateliers", siren: Drafts.siren)
        var receipts: [SubmissionReceipt] = []
        for number in 1...6 {
            receipts.append(try await association.cases.submit(Drafts.draft("R-\(number)")))
        }
        _ = try await platform.inbox.acknowledge(
            receipts.map(\.caseID), contact: Drafts.contact)
        for receipt in receipts {
            _ = try await platform.responses.respond(to: receipt.caseID, Drafts.remedyDone())
        }
        let figures = try await association.figures.get(
            platform: "amazon", byMonth: true, byPlatformAndCategory: true)
        let total = try #require(figures.lines.first)
        #expect(total.platformID == "amazon")
        #expect(total[.received] == 6 && total[.answered] == 6 && total[.open] == 6)
        #expect(total[.escalated] == 0)
        #expect(total.duration(.answer)?.sample == 6)
        #expect(total.duration(.answer)?.medianMinutes != nil)
        #expect(total.duration(.resolve) == nil)
        #expect(figures.lines.contains { $0.category == .delisting && $0[.filed] == 6 })
        #expect(figures.lines.contains { !$0.month.isEmpty && $0[.received] == 6 })
        await server.stop()
    }

    @Test("One firm's withdrawal is nobody's business")
    func withheld() async throws {
        let server = try await RecoursTestServer.start()
        let association = try await server.client(.association, "ateliers")
        _ = try await server.client(.platform, "amazon")
        let mediator = try await server.client(.mediator, "durand")
        try await server.addMandate(association: "ateliers", siren: Drafts.siren)
        for number in 1...7 {
            let receipt = try await association.cases.submit(Drafts.draft("R-\(number)"))
            guard number == 1 else { continue }
            _ = try await association.cases.withdraw(id: receipt.caseID, reason: "")
        }
        let seen = try #require(try await association.figures.get().lines.first)
        #expect(seen[.filed] == 7 && seen[.withdrawn] == nil)
        let all = try #require(try await mediator.figures.get().lines.first)
        #expect(all[.withdrawn] == 1)
        await server.stop()
    }
}
