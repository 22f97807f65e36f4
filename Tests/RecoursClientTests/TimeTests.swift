// SPDX-License-Identifier: EUPL-1.2

import RecoursClient
import RecoursTesting
import Testing

@Suite("Time in a partner's tests", .timeLimit(.minutes(1)))
struct TimeTests {
    /// 1 November 2026, noon in Paris.
    private static let november: Int64 = 1_793_530_800_000
    private static let day: Duration = .seconds(86_400)

    @Test("A test server begins when a test wants, and a silent platform's case goes to mediation")
    func silence() async throws {
        let server = try await RecoursTestServer.start(atMilliseconds: Self.november)
        #expect(server.nowMilliseconds - Self.november < 60_000)
        let association = try await server.client(.association, "ateliers")
        _ = try await server.client(.platform, "amazon")
        try await server.addMandate(association: "ateliers", siren: Drafts.siren)
        let receipt = try await association.cases.submit(Drafts.draft("R-1"))
        #expect(receipt.filedAtMs - Self.november < 60_000)
        #expect(try await server.advance(by: Self.day / 2) == 0)
        #expect(try await server.advance(by: Self.day * 17) > 0)
        let (found, events) = try await association.cases.history(id: receipt.caseID)
        #expect(found.state == .inMediation)
        #expect(events.contains { $0.kind == .reminded })
        #expect(events.map(\.atMs) == events.map(\.atMs).sorted())
        let me = try await association.partners.whoAmI()
        #expect(me.sandbox)
        #expect(me.serverTimeMs >= Self.november + 17 * 86_400_000)
        await server.stop()
    }

    @Test("Only the operator moves time, and only forward")
    func bounds() async throws {
        let server = try await RecoursTestServer.start()
        let association = try await server.client(.association, "ateliers")
        let refused = await #expect(throws: RecoursError.self) {
            try await association.operator.advanceClock(by: Self.day)
        }
        #expect(refused?.code == .permissionDenied)
        let past = await #expect(throws: RecoursError.self) {
            try await server.operator.operator.advanceClock(toMilliseconds: Self.november / 2)
        }
        #expect(past?.code == .invalidArgument)
        let clock = try await server.operator.operator.clock()
        #expect(clock.sandbox && clock.nextAlarmMs == 0)
        await server.stop()
    }
}
