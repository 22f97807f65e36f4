// SPDX-License-Identifier: EUPL-1.2

import RecoursMessages
import RecoursTransport
import RecoursWire
import Testing

@testable import RecoursServer

@Suite("Inbox and response services", .timeLimit(.minutes(1)))
struct InboxServiceTests {
    private func file(_ connection: ClientConnection, _ reference: String) async throws -> [UInt8] {
        let answer: SubmitCaseResponse = try await connection.call(
            CaseServiceMethods.submitCase, SubmitCaseRequest(draft: Sample.draft(reference)),
            key: Sample.key())
        return try #require(answer.receipt?.caseID)
    }

    private func pull(
        _ connection: ClientConnection, _ request: PullCasesRequest
    ) async throws -> PullCasesResponse {
        try await connection.call(InboxServiceMethods.pullCases, request)
    }

    @Test("A reader that goes on from its cursor misses nothing and sees nothing twice")
    func cursors() async throws {
        let world = try await World()
        let association = try await world.join(.association, "ajc")
        let platform = try await world.join(.platform, "amazon")
        try await world.mandate("ajc")
        var filed: [[UInt8]] = []
        for number in 0..<7 { filed.append(try await file(association, "R-\(number)")) }
        var seen: [[UInt8]] = []
        var cursor: [UInt8] = []
        var more = true
        while more {
            let page = try await pull(platform, PullCasesRequest(cursor: cursor, maxCases: 3))
            seen += page.entries.compactMap { $0.caseFile?.id }
            #expect(page.entries.last?.cursor == page.cursor)
            cursor = page.cursor
            more = page.more
        }
        #expect(seen == filed)
        let nothing = try await pull(platform, PullCasesRequest(cursor: cursor))
        #expect(nothing.entries.isEmpty)
        #expect(nothing.cursor == cursor)
        filed.append(try await file(association, "R-8"))
        let next = try await pull(platform, PullCasesRequest(cursor: cursor))
        #expect(next.entries.compactMap { $0.caseFile?.id } == filed.suffix(1))
        await world.stop()
    }

    @Test("A forged or foreign cursor is refused; that of another store has expired")
    func foreignCursors() async throws {
        let world = try await World()
        let association = try await world.join(.association, "ajc")
        let platform = try await world.join(.platform, "amazon")
        let mine = try await pull(platform, PullCasesRequest()).cursor
        let theirs = try await pull(association, PullCasesRequest()).cursor
        #expect(!mine.isEmpty)
        for wrong in [theirs, [1, 2, 3], Array(mine.dropLast()), mine + [0]] {
            let status = await platform.failure(
                InboxServiceMethods.pullCases, PullCasesRequest(cursor: wrong))
            #expect(status.code == .invalidArgument)
            #expect(status.violations.map(\.fieldPath) == ["cursor"])
        }
        let other = try await World()
        let elsewhere = try await other.join(.platform, "amazon")
        let status = await elsewhere.failure(
            InboxServiceMethods.pullCases, PullCasesRequest(cursor: mine))
        #expect(status.code == .outOfRange)
        #expect(status.reason == "CURSOR_EXPIRED")
        await other.stop()
        await world.stop()
    }

    @Test("A store that cannot take acknowledgements fails the whole call, which is tried again")
    func storeGone() async throws {
        let world = try await World()
        let platform = try await world.join(.platform, "amazon")
        world.closeStore()
        let status = await platform.failure(
            InboxServiceMethods.acknowledgeCases,
            AcknowledgeCasesRequest(
                caseIDs: [[1], [UInt8](repeating: 1, count: 16)],
                contact: .init(name: "Seller desk", email: "desk@amazon.example")))
        #expect(status.code == .unavailable)
        await world.stop()
    }

    @Test("A long pull is woken by a commit")
    func woken() async throws {
        let world = try await World()
        let association = try await world.join(.association, "ajc")
        let platform = try await world.join(.platform, "amazon")
        try await world.mandate("ajc")
        let cursor = try await pull(platform, PullCasesRequest()).cursor
        async let page = pull(platform, PullCasesRequest(cursor: cursor, waitMs: 8_000))
        while world.server.counts.calls == 0 { await Task.yield() }
        let identifier = try await file(association, "R-1")
        #expect(try await page.entries.compactMap { $0.caseFile?.id } == [identifier])
        await world.stop()
    }

    @Test("A long pull is back before its deadline, and at once when the server drains")
    func waits() async throws {
        let world = try await World()
        let platform = try await world.join(.platform, "amazon")
        let begun = ContinuousClock.now
        let page: PullCasesResponse = try await platform.call(
            InboxServiceMethods.pullCases, PullCasesRequest(waitMs: 30_000),
            timeout: .milliseconds(1_200))
        #expect(page.entries.isEmpty)
        #expect(ContinuousClock.now - begun < .milliseconds(1_200))
        async let long = pull(platform, PullCasesRequest(waitMs: 9_000))
        while world.server.counts.calls == 0 { await Task.yield() }
        let draining = ContinuousClock.now
        await world.stop()
        #expect(try await long.entries.isEmpty)
        #expect(ContinuousClock.now - draining < .seconds(4))
    }

    @Test("Acknowledging, answering and judging move a case on, and its submitter reads of each")
    func life() async throws {
        let world = try await World()
        let association = try await world.join(.association, "ajc")
        let platform = try await world.join(.platform, "amazon")
        try await world.mandate("ajc")
        let identifier = try await file(association, "R-1")
        let acknowledgement = AcknowledgeCasesRequest(
            caseIDs: [identifier, [UInt8](repeating: 1, count: 16), [1]],
            contact: .init(name: "Seller desk", email: "desk@amazon.example"))
        for round in 0..<2 {
            let answer: AcknowledgeCasesResponse = try await platform.call(
                InboxServiceMethods.acknowledgeCases, acknowledgement)
            #expect(answer.results.map(\.caseID) == acknowledgement.caseIDs)
            guard case .acknowledged(let first)? = answer.results[0].outcome,
                case .refusal(let second)? = answer.results[1].outcome,
                case .refusal(let third)? = answer.results[2].outcome
            else {
                Issue.record("\(answer.results)")
                return
            }
            #expect(first.state == .acknowledged)
            #expect(first.alreadyAcknowledged == (round == 1))
            #expect(second.code == .notFound)
            #expect(third.code == .invalidArgument)
        }
        let response = RespondRequest(
            caseID: identifier, response: Sample.explanation(Sample.key()))
        for round in 0..<2 {
            let answer: RespondResponse = try await platform.call(
                ResponseServiceMethods.respond, response)
            #expect(answer.result?.state == .answered)
            #expect(answer.result?.alreadyAnswered == (round == 1))
        }
        let verdict: GiveVerdictResponse = try await association.call(
            CaseServiceMethods.giveVerdict,
            GiveVerdictRequest(caseID: identifier, accepted: true), key: Sample.key())
        #expect(verdict.state == .resolved)
        let inbox = try await pull(association, PullCasesRequest())
        #expect(inbox.entries.map(\.kind).suffix(2).contains(.responded))
        #expect(inbox.entries.allSatisfy { $0.caseFile?.id == identifier })
        await world.stop()
    }

    @Test("An answer without its required parts, or at another version, is refused")
    func wrongAnswers() async throws {
        let world = try await World()
        let association = try await world.join(.association, "ajc")
        let platform = try await world.join(.platform, "amazon")
        try await world.mandate("ajc")
        let identifier = try await file(association, "R-1")
        let bare = PlatformResponse(
            responseID: Sample.key(), type: .explanation, text: "It is as it is.")
        let status = await platform.failure(
            ResponseServiceMethods.respond, RespondRequest(caseID: identifier, response: bare))
        #expect(status.violations.map(\.fieldPath).contains("statement_of_reasons"))
        let late = await platform.failure(
            ResponseServiceMethods.respond,
            RespondRequest(
                caseID: identifier, expectedVersion: 77,
                response: Sample.explanation(Sample.key())))
        #expect(late.code == .failedPrecondition)
        #expect(late.reason == "STATE_CONFLICT")
        await world.stop()
    }
}

extension RPCStatus {
    /// The stable reason.
    var reason: String {
        for detail in details {
            if case .errorInfo(let info)? = detail.kind { return info.reason }
        }
        return ""
    }
}
