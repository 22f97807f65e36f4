// SPDX-License-Identifier: EUPL-1.2

import RecoursClient
import RecoursTesting
import Testing

@Suite("Many cases over one stream")
struct BulkTests {
    @Test("Each draft has one result; a refused one does not fail its neighbours")
    func mixed() async throws {
        let server = try await RecoursTestServer.start()
        let association = try await server.client(.association, "ateliers") { $0.bulkWindow = 16 }
        _ = try await server.client(.platform, "amazon")
        try await server.addMandate(association: "ateliers", siren: Drafts.siren)
        let drafts = (0..<300).map { number in
            var draft = Drafts.draft("R-\(number)")
            if number % 50 == 7 { draft.facts = "court" }
            return draft
        }
        var filed: Set<Int> = []
        var refused: Set<Int> = []
        for try await result in association.cases.submitAll(drafts) {
            switch result.outcome {
            case .success: #expect(filed.insert(result.place).inserted)
            case .failure(let error):
                #expect(refused.insert(result.place).inserted)
                #expect(error.violations.map(\.fieldPath) == ["facts"])
            }
        }
        #expect(refused == Set(stride(from: 7, to: 300, by: 50)))
        #expect(filed.union(refused) == Set(0..<300))
        await server.stop()
    }

    @Test("A stream that breaks goes on where it was, and nothing is filed twice")
    func broken() async throws {
        let recours = try await ScriptedRecours.start()
        recours.script(
            "CaseService/SubmitCases", [.cut, .fail(.unavailable), .cut, .answer])
        let client = try recours.client { $0.retry.initialBackoff = .milliseconds(5) }
        var places: Set<Int> = []
        for try await result in client.cases.submitAll((0..<100).map { Drafts.draft("R-\($0)") }) {
            _ = try result.outcome.get()
            #expect(places.insert(result.place).inserted)
        }
        #expect(places == Set(0..<100))
        #expect(recours.calls.count == 4)
        await recours.stop()
    }

    @Test("Input is read no further than the window when results are not")
    func bounded() async throws {
        let recours = try await ScriptedRecours.start()
        let client = try recours.client { $0.bulkWindow = 8 }
        let source = CountedFilings(count: 1_000)
        var results = client.cases.submitAll(source).makeAsyncIterator()
        for _ in 0..<3 { _ = try await results.next() }
        for _ in 0..<1_000 { await Task.yield() }
        // Three read, eight in the window, one in the hand of the feeder.
        #expect(source.given <= 12)
        await recours.stop()
    }

    @Test("Leaving the loop stops the stream")
    func left() async throws {
        let recours = try await ScriptedRecours.start()
        let client = try recours.client { $0.bulkWindow = 4 }
        let source = CountedFilings(count: 1_000_000)
        for try await _ in client.cases.submitAll(source) { break }
        let given = source.given
        #expect(given < 100)
        _ = try await client.health.check()
        await recours.stop()
    }

    @Test("Answers without an identifier get one, and a broken stream answers nothing twice")
    func answers() async throws {
        let server = try await RecoursTestServer.start()
        let association = try await server.client(.association, "ateliers")
        let platform = try await server.client(.platform, "amazon")
        try await server.addMandate(association: "ateliers", siren: Drafts.siren)
        var requests: [RespondRequest] = []
        for number in 0..<20 {
            let receipt = try await association.cases.submit(Drafts.draft("R-\(number)"))
            requests.append(
                RespondRequest(caseID: receipt.caseID, response: Drafts.remedyDone()))
        }
        for try await result in platform.responses.respondAll(requests) {
            #expect(try result.outcome.get().state == .answered)
        }
        for try await one in association.cases.list() { #expect(one.responses.count == 1) }
        await server.stop()
    }
}
