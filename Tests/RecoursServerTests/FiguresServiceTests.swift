// SPDX-License-Identifier: EUPL-1.2

import RecoursMessages
import RecoursTransport
import RecoursWire
import Testing

@testable import RecoursServer

@Suite("Figures service", .timeLimit(.minutes(1)))
struct FiguresServiceTests {
    private func file(_ count: Int, _ connection: ClientConnection, platform: String) async throws {
        for number in 0..<count {
            let _: SubmitCaseResponse = try await connection.call(
                CaseServiceMethods.submitCase,
                SubmitCaseRequest(
                    draft: Sample.draft("\(platform)-\(number)", platform: platform)),
                key: Sample.key())
        }
    }

    private func figures(
        _ connection: ClientConnection, _ request: GetFiguresRequest = GetFiguresRequest()
    ) async throws -> GetFiguresResponse {
        try await connection.call(FiguresServiceMethods.getFigures, request)
    }

    private func count(_ line: FigureLine?, _ counter: FigureCounter) -> UInt64? {
        line?.counts.first { $0.counter == counter }?.count
    }

    @Test("Partners see what has five or more, a mediator sees all")
    func secrecy() async throws {
        let world = try await World()
        let association = try await world.join(.association, "ajc")
        let platform = try await world.join(.platform, "amazon")
        let mediator = try await world.join(.mediator, "durand")
        try await world.mandate("ajc")
        try await file(6, association, platform: "amazon")
        try await file(3, association, platform: "wish")

        let seen = try await figures(platform)
        #expect(seen.threshold == 5)
        #expect(count(seen.lines.first, .filed) == 9)
        let others = seen.lines.filter { !$0.platformID.isEmpty }
        #expect(others.map(\.platformID) == ["amazon", "wish"])
        #expect(others.map(\.platformName) == ["Partner amazon", ""])
        // The three would be nine less six.
        #expect(others.map { count($0, .filed) } == [nil, nil])
        #expect(others.allSatisfy { $0.counts.contains { $0.counter == .filed } })

        let all = try await figures(mediator)
        #expect(all.threshold == 0)
        #expect(all.lines.filter { !$0.platformID.isEmpty }.map { count($0, .filed) } == [6, 3])
        await world.stop()
    }

    @Test("A request narrows to a platform, a category, a campaign, and widens to months")
    func narrowing() async throws {
        let world = try await World()
        let association = try await world.join(.association, "ajc")
        _ = try await world.join(.platform, "amazon")
        try await world.mandate("ajc")
        try await file(7, association, platform: "amazon")

        let one = try await figures(
            association,
            GetFiguresRequest(platformID: "amazon", byMonth: true))
        #expect(one.lines.count == 3)
        #expect(one.lines.first?.platformID == "amazon")
        #expect(count(one.lines.last, .received) == 7)
        #expect(one.lines.last?.month.count == 7)
        let matter = try await figures(
            association, GetFiguresRequest(category: .delisting, byMonth: true))
        #expect(matter.lines.map(\.category) == [.delisting, .delisting, .delisting])
        #expect(matter.lines.map(\.platformID) == ["", "amazon", ""])
        #expect(matter.lines.last?.month.count == 7 && !matter.monthsLeftOut)
        let within = try await figures(
            association,
            GetFiguresRequest(
                category: .delisting, campaignID: [UInt8](repeating: 1, count: 16), byMonth: true))
        #expect(within.monthsLeftOut)
        let none = try await figures(
            association, GetFiguresRequest(campaignID: [UInt8](repeating: 1, count: 16)))
        #expect(none.lines.count == 1)
        #expect(none.lines.first?.counts == [])
        let pairs = try await figures(
            association, GetFiguresRequest(byPlatformAndCategory: true))
        #expect(pairs.lines.count == 4)
        await world.stop()
    }

    @Test("A campaign that is none and an unknown category are refused by their field")
    func refusals() async throws {
        let world = try await World()
        let association = try await world.join(.association, "ajc")
        let short = await association.failure(
            FiguresServiceMethods.getFigures, GetFiguresRequest(campaignID: [1, 2]))
        #expect(short.code == .invalidArgument)
        let unknown = await association.failure(
            FiguresServiceMethods.getFigures, GetFiguresRequest(category: .init(rawValue: 99)))
        #expect(unknown.code == .invalidArgument)
        await world.stop()
    }

    @Test("A complainant sees its own removals month by month, whatever is withheld from others")
    func ownRemovals() async throws {
        let world = try await World()
        let association = try await world.join(.association, "ajc")
        let other = try await world.join(.association, "other")
        let platform = try await world.join(.platform, "amazon")
        try await world.mandate("ajc")
        var draft = Sample.draft("R-1")
        draft.desiredRemedies = [.listingsRemoved]
        let filed: SubmitCaseResponse = try await association.call(
            CaseServiceMethods.submitCase, SubmitCaseRequest(draft: draft), key: Sample.key())
        var answer = Sample.explanation([UInt8](repeating: 3, count: 16))
        answer.remedies = [.init(kind: .listingsRemoved)]
        let _: RespondResponse = try await platform.call(
            ResponseServiceMethods.respond,
            RespondRequest(caseID: try #require(filed.receipt?.caseID), response: answer))
        func own(
            _ connection: ClientConnection, siren: String = ""
        ) async throws -> GetOwnRemovalsResponse {
            try await connection.call(
                FiguresServiceMethods.getOwnRemovals, GetOwnRemovalsRequest(siren: siren))
        }
        let seen = try await own(association, siren: World.siren)
        #expect(seen.lines.map { count($0, .removals) } == [1, 1, 1, 1])
        #expect(seen.lines.last?.platformName == "Partner amazon")
        #expect(seen.lines.last?.month.count == 7 && seen.lines.last?.durations.count == 1)
        #expect(seen.lines.last?.durations.first?.medianMinutes != nil)
        #expect(try await own(association, siren: "404833048").lines.map(\.counts) == [[]])
        #expect(try await own(other).lines.map(\.counts) == [[]])
        let all = try await figures(association, GetFiguresRequest(removalsByPlatform: true))
        #expect(count(all.lines.last, .removals) == nil, "the same is one case to others")
        let wrong = await association.failure(
            FiguresServiceMethods.getOwnRemovals, GetOwnRemovalsRequest(siren: "12"))
        #expect(wrong.violations.map(\.fieldPath) == ["siren"])
        let refused = await platform.failure(
            FiguresServiceMethods.getOwnRemovals, GetOwnRemovalsRequest())
        #expect(refused.code == .permissionDenied)
        await world.stop()
    }

    @Test("More lines than an answer holds are refused with their number")
    func tooMany() async throws {
        var limits = ServiceLimits()
        limits.figureLines = 2
        let world = try await World(limits: limits)
        let association = try await world.join(.association, "ajc")
        try await world.mandate("ajc")
        try await file(1, association, platform: "amazon")
        let status = await association.failure(
            FiguresServiceMethods.getFigures, GetFiguresRequest())
        #expect(status.code == .invalidArgument)
        await world.stop()
    }
}
