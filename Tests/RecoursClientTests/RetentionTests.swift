// SPDX-License-Identifier: EUPL-1.2

import RecoursClient
import RecoursTesting
import Testing

@Suite("Erasing and exporting, through the client")
struct RetentionTests {
    @Test("A mediator erases a closed case, and a receipt from before still proves it")
    func erase() async throws {
        let server = try await RecoursTestServer.start()
        let association = try await server.client(.association, "ateliers")
        _ = try await server.client(.platform, "amazon")
        let mediator = try await server.client(.mediator, "m-durand")
        try await server.addMandate(association: "ateliers", siren: Drafts.siren)
        let filed = try await association.cases.submit(Drafts.draft("R-1"))
        let early = await #expect(throws: RecoursError.self) {
            try await mediator.retention.erase(id: filed.caseID, reason: "asked for")
        }
        #expect(early?.code == .failedPrecondition)
        _ = try await association.cases.withdraw(id: filed.caseID)
        let receipt = try await association.proofs.receipt(of: filed.caseID, sequence: 1)
        let key = try await association.proofs.publicKey()
        let head = try await association.proofs.treeHead()

        let erased = try await mediator.retention.erase(
            publicNumber: filed.publicNumber, reason: "asked for")
        // Its answer may be lost: asked again, it says the same.
        let again = try await server.operator.retention.erase(
            id: filed.caseID, reason: "asked for")
        #expect(again == erased)
        let (found, events) = try await association.cases.history(id: filed.caseID)
        #expect(found.state == .erased && found.draft?.facts.isEmpty == true)
        #expect(events.count == 4 && events.last?.kind == .erased)
        #expect(events.dropLast().allSatisfy { $0.payload == nil && $0.actor == nil })

        #expect(try receipt.verify(key).event?.kind == .submitted)
        _ = try await association.proofs.treeHead(since: head)
        let later = try await association.proofs.receipt(of: filed.caseID, sequence: 1)
        let finding = try later.verify(key)
        #expect(finding.event == nil && finding.index == 0)
        await server.stop()
    }

    @Test("Retention counts by reason, and erases nothing beyond its ceiling or its time")
    func retention() async throws {
        let server = try await RecoursTestServer.start()
        let association = try await server.client(.association, "ateliers")
        _ = try await server.client(.platform, "amazon")
        try await server.addMandate(association: "ateliers", siren: Drafts.siren)
        for number in 1...3 {
            let filed = try await association.cases.submit(Drafts.draft("R-\(number)"))
            if number > 1 { _ = try await association.cases.withdraw(id: filed.caseID) }
        }
        let retention = server.operator.retention
        let now = try await retention.run()
        #expect(now.finished && now.erased == 0 && now.counts.allSatisfy { $0.due == 0 })
        // The year 2100, of which only a dry run may speak.
        let future = RunRetentionRequest(dryRun: true, asOfMs: 4_102_444_800_000)
        var messages = 0
        let counted = try await retention.run(future) { _ in messages += 1 }
        #expect(counted.seen == 3 && counted.erased == 0 && messages >= 2)
        #expect(counted.counts.first { $0.reason == .closed }?.due == 2)
        let early = await #expect(throws: RecoursError.self) {
            try await retention.run(RunRetentionRequest(asOfMs: 4_102_444_800_000))
        }
        #expect(early?.code == .invalidArgument)
        let refused = await #expect(throws: RecoursError.self) {
            try await association.retention.run()
        }
        #expect(refused?.code == .permissionDenied)
        await server.stop()
    }

    @Test("All that is stored of a firm comes out, with what must have arrived")
    func export() async throws {
        let server = try await RecoursTestServer.start()
        let association = try await server.client(.association, "ateliers")
        _ = try await server.client(.platform, "amazon")
        try await server.addMandate(association: "ateliers", siren: Drafts.siren)
        for number in 1...120 {
            _ = try await association.cases.submit(Drafts.draft("R-\(number)"))
        }
        var cases: Set<[UInt8]> = []
        var events = 0
        let summary = try await server.operator.exports.firm(siren: Drafts.siren) { item in
            switch item.item {
            case .caseFile(let found): cases.insert(found.id)
            case .event(let exported):
                #expect(cases.contains(exported.caseID))
                events += 1
            default: break
            }
        }
        #expect(cases.count == 120 && summary.cases == 120)
        #expect(events == 240 && summary.events == 240 && summary.mandates == 1)
        let none = try await server.operator.exports.firm(siren: "404833048") { _ in }
        #expect(none.cases == 0)
        await server.stop()
    }
}
