// SPDX-License-Identifier: EUPL-1.2

import RecoursMessages
import RecoursTransport
import RecoursWire
import Testing

@testable import RecoursServer

@Suite("Mediation service", .timeLimit(.minutes(1)))
struct MediationServiceTests {
    private func file(
        _ connection: ClientConnection, _ reference: String, platform: String = "temu"
    ) async throws -> [UInt8] {
        let answer: SubmitCaseResponse = try await connection.call(
            CaseServiceMethods.submitCase,
            SubmitCaseRequest(draft: Sample.draft(reference, platform: platform)),
            key: Sample.key())
        return try #require(answer.receipt?.caseID)
    }

    private func queue(
        _ mediator: ClientConnection, _ request: ListQueueRequest = ListQueueRequest()
    ) async throws -> [[UInt8]] {
        var request = request
        var found: [[UInt8]] = []
        repeat {
            let answer: ListQueueResponse = try await mediator.call(
                MediationServiceMethods.listQueue, request)
            found += answer.items.map(\.caseID)
            request.pageToken = answer.nextPageToken
        } while !request.pageToken.isEmpty
        return found
    }

    @Test("A mediator pages through the queue, by who is in charge and by class")
    func pages() async throws {
        let world = try await World()
        let association = try await world.join(.association, "ajc")
        let claire = try await world.join(.mediator, "claire")
        let denis = try await world.join(.mediator, "denis")
        try await world.mandate("ajc")
        var filed: [[UInt8]] = []
        for number in 0..<5 {
            let platform = number < 3 ? "temu" : "shein"
            filed.append(try await file(association, "R-\(number)", platform: platform))
        }
        #expect(try await queue(claire) == filed)
        #expect(try await queue(claire, ListQueueRequest(pageSize: 2)) == filed)
        let _: ActResponse = try await claire.call(
            ActionServiceMethods.act,
            ActRequest(
                caseID: filed[1], action: Action(kind: .takeOver(Reason(text: "It is mine.")))),
            key: Sample.key())
        #expect(try await queue(claire, ListQueueRequest(assignment: .mine)) == [filed[1]])
        #expect(try await queue(denis, ListQueueRequest(assignment: .mine)).isEmpty)
        #expect(try await queue(denis, ListQueueRequest(assignment: .nobody)).count == 4)
        let clusters: ListClustersResponse = try await denis.call(
            MediationServiceMethods.listClusters, ListClustersRequest())
        #expect(clusters.clusters.map(\.open) == [3, 2])
        #expect(clusters.clusters.map(\.waiting) == [3, 2])
        let largest = try #require(clusters.clusters.first?.key)
        #expect(largest.platformID == "temu")
        #expect(
            try await queue(denis, ListQueueRequest(pageSize: 1, like: largest))
                == Array(filed[..<3]))
        await world.stop()
    }

    @Test("The queue is the mediators' alone, and a token goes on with its own filters only")
    func refused() async throws {
        let world = try await World()
        let association = try await world.join(.association, "ajc")
        let claire = try await world.join(.mediator, "claire")
        let denis = try await world.join(.mediator, "denis")
        try await world.mandate("ajc")
        for number in 0..<3 { _ = try await file(association, "R-\(number)") }
        let foreign = await association.failure(
            MediationServiceMethods.listQueue, ListQueueRequest())
        #expect(foreign.code == .permissionDenied)
        let page: ListQueueResponse = try await claire.call(
            MediationServiceMethods.listQueue, ListQueueRequest(pageSize: 1))
        let token = page.nextPageToken
        for (reader, request) in [
            (claire, ListQueueRequest(pageToken: token, platformID: "temu")),
            (denis, ListQueueRequest(pageToken: token)),
        ] {
            let status = await reader.failure(MediationServiceMethods.listQueue, request)
            #expect(status.violations.map(\.fieldPath) == ["page_token"])
        }
        let both = await claire.failure(
            MediationServiceMethods.listQueue,
            ListQueueRequest(
                platformID: "temu", like: ClusterKey(platformID: "temu", category: .delisting)))
        #expect(both.violations.map(\.fieldPath) == ["platform_id"])
        await world.stop()
    }

    @Test("A watched queue tells of each case that comes, and that it waits no more")
    func watched() async throws {
        let world = try await World()
        let association = try await world.join(.association, "ajc")
        let claire = try await world.join(.mediator, "claire")
        try await world.mandate("ajc")
        let call: StreamingCall<WatchQueueRequest, WatchQueueResponse> =
            try await claire.streaming(WatchServiceMethods.watchQueue, CallOptions())
        try await call.send(WatchQueueRequest(fromNow: true))
        call.finishSending()
        var iterator = call.responses.makeAsyncIterator()
        func next() async throws -> QueueItem? {
            while let response = try await iterator.next(isolation: nil) {
                if case .change(let change) = response.content { return change.item }
            }
            return nil
        }
        _ = try await iterator.next(isolation: nil)
        let identifier = try await file(association, "R-1")
        let come = try #require(try await next())
        #expect(come.caseID == identifier)
        #expect(come.reason == .mediation)
        #expect(come.title == "Listing taken down")
        let _: WithdrawCaseResponse = try await association.call(
            CaseServiceMethods.withdrawCase,
            WithdrawCaseRequest(caseID: identifier, reason: "It is settled."), key: Sample.key())
        let gone = try #require(try await next())
        #expect(gone.caseID == identifier)
        #expect(gone.reason == .unspecified)
        await world.stop()
    }
}
