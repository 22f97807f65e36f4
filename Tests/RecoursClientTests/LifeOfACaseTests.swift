// SPDX-License-Identifier: EUPL-1.2

import RecoursClient
import RecoursTesting
import Testing

@Suite("A case from its filing to its end, through the client")
struct LifeOfACaseTests {
    @Test("A case is filed, pulled, acknowledged, answered and accepted")
    func life() async throws {
        let server = try await RecoursTestServer.start()
        let association = try await server.client(.association, "ateliers")
        let platform = try await server.client(.platform, "amazon")
        try await server.addMandate(association: "ateliers", siren: Drafts.siren)

        let receipt = try await association.cases.submit(Drafts.draft("R-1"))
        #expect(receipt.state == .transmitted)
        #expect(!receipt.alreadyFiled)

        var entries = platform.inbox.entries().makeAsyncIterator()
        let entry = try #require(try await entries.next())
        #expect(entry.caseFile?.publicNumber == receipt.publicNumber)

        let results = try await platform.inbox.acknowledge(
            [receipt.caseID], contact: Drafts.contact)
        guard case .acknowledged(let acknowledged)? = results.first?.outcome else {
            Issue.record("not acknowledged: \(results)")
            return
        }
        #expect(acknowledged.state == .acknowledged)

        let responded = try await platform.responses.respond(
            to: receipt.caseID, expectedVersion: acknowledged.version, Drafts.remedyDone())
        #expect(responded.state == .answered)

        let accepted = try await association.cases.accept(
            id: receipt.caseID, expectedVersion: responded.version)
        #expect(accepted.state == .resolved)

        let (found, events) = try await association.cases.history(id: receipt.caseID)
        #expect(found.state == .resolved)
        #expect(
            events.map(\.kind) == [
                .submitted, .transmitted, .acknowledged, .responded, .answerAccepted,
            ])
        await server.stop()
    }

    @Test("The same key gives the same case, and other content under it is a conflict")
    func idempotency() async throws {
        let server = try await RecoursTestServer.start()
        let association = try await server.client(.association, "ateliers")
        _ = try await server.client(.platform, "amazon")
        try await server.addMandate(association: "ateliers", siren: Drafts.siren)
        let key = IdempotencyKey()

        let first = try await association.cases.submit(Drafts.draft("R-1"), key: key)
        let second = try await association.cases.submit(Drafts.draft("R-1"), key: key)
        #expect(second.caseID == first.caseID)
        #expect(second.alreadyFiled)

        var other = Drafts.draft("R-1")
        other.title = "Un autre titre"
        let error = await #expect(throws: RecoursError.self) {
            try await association.cases.submit(other, key: key)
        }
        #expect(error?.code == .alreadyExists)
        #expect(error?.idempotencyConflict?.caseID == first.caseID)
        await server.stop()
    }

    @Test("A refused case names all its violations, and one without mandate is refused")
    func violations() async throws {
        let server = try await RecoursTestServer.start()
        let association = try await server.client(.association, "ateliers")
        _ = try await server.client(.platform, "amazon")

        var bad = Drafts.draft("R-1")
        bad.complainant?.siren = "732829321"
        bad.facts = "court"
        bad.incidentOn = "31/02/2018"
        let error = await #expect(throws: RecoursError.self) {
            try await association.cases.submit(bad)
        }
        let paths = Set(error?.violations.map(\.fieldPath) ?? [])
        #expect(paths.isSuperset(of: ["complainant.siren", "facts", "incident_on"]))

        let unmandated = await #expect(throws: RecoursError.self) {
            try await association.cases.submit(Drafts.draft("R-2"))
        }
        #expect(unmandated?.violations.map(\.code) == ["NO_MANDATE"])
        await server.stop()
    }

    @Test("Another association's case is not found, in the words for one that isn't there")
    func tenancy() async throws {
        let server = try await RecoursTestServer.start()
        let owner = try await server.client(.association, "ateliers")
        let stranger = try await server.client(.association, "autres")
        _ = try await server.client(.platform, "amazon")
        try await server.addMandate(association: "ateliers", siren: Drafts.siren)
        let receipt = try await owner.cases.submit(Drafts.draft("R-1"))

        let foreign = await #expect(throws: RecoursError.self) {
            try await stranger.cases.get(id: receipt.caseID)
        }
        let absent = await #expect(throws: RecoursError.self) {
            try await stranger.cases.get(id: [UInt8](repeating: 7, count: 16))
        }
        #expect(foreign?.code == .notFound)
        #expect(foreign?.message == absent?.message)
        await server.stop()
    }

    @Test("Pages of a list hold every case once")
    func pages() async throws {
        let server = try await RecoursTestServer.start()
        let association = try await server.client(.association, "ateliers")
        _ = try await server.client(.platform, "amazon")
        try await server.addMandate(association: "ateliers", siren: Drafts.siren)
        let drafts = (1...250).map { Drafts.draft("R-\($0)") }
        for try await result in association.cases.submitAll(drafts) {
            _ = try result.outcome.get()
        }
        var list = association.cases.list(CaseFilter(states: [.transmitted]))
        list.pageSize = 40
        var references: [String] = []
        for try await one in list { references.append(one.draft?.externalRef ?? "") }
        #expect(references.count == 250)
        #expect(Set(references).count == 250)
        await server.stop()
    }
}
