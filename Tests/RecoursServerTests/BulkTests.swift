// SPDX-License-Identifier: EUPL-1.2

import RecoursMessages
import RecoursTransport
import RecoursWire
import Testing

@testable import RecoursServer

@Suite("Bulk streams", .timeLimit(.minutes(1)))
struct BulkTests {
    private typealias Submissions = StreamingCall<SubmitCasesItem, SubmitCasesResult>

    private func open(_ connection: ClientConnection) async throws -> Submissions {
        try await connection.streaming(
            CaseServiceMethods.submitCases, CallOptions(timeout: .seconds(30)))
    }

    private func item(_ number: Int, siren: String = World.siren) -> SubmitCasesItem {
        SubmitCasesItem(
            clientSequence: UInt64(number), idempotencyKey: Sample.key(),
            draft: Sample.draft("B-\(number)", siren: siren))
    }

    @Test("Each item has its own result; a refused one does not fail its neighbours")
    func mixed() async throws {
        let world = try await World()
        let association = try await world.join(.association, "ajc")
        try await world.mandate("ajc")
        var items = (0..<40).map { item($0) }
        items[3].draft?.title = ""
        items[4].draft = Sample.draft("B-4", siren: "404833048")
        items[5].idempotencyKey = []
        items[6].idempotencyKey = items[7].idempotencyKey
        items[6].draft = items[7].draft
        items[9].draft = nil
        let call = try await open(association)
        for item in items { try await call.send(item) }
        call.finishSending()
        var receipts: [UInt64: SubmissionReceipt] = [:]
        var refusals: [UInt64: Status] = [:]
        for try await result in call.responses {
            switch result.outcome {
            case .receipt(let receipt): receipts[result.clientSequence] = receipt
            case .refusal(let status): refusals[result.clientSequence] = status
            case nil: Issue.record("no outcome for \(result.clientSequence)")
            }
        }
        #expect(refusals.keys.sorted() == [3, 4, 5, 9])
        #expect(receipts.count == 36)
        #expect(refusals.values.allSatisfy { $0.code == .invalidArgument && !$0.requestID.isEmpty })
        #expect(receipts[6]?.caseID == receipts[7]?.caseID)
        #expect([receipts[6], receipts[7]].filter { $0?.alreadyFiled == true }.count == 1)
        await world.stop()
    }

    @Test("A stream sent again makes nothing new")
    func resumption() async throws {
        let world = try await World()
        let association = try await world.join(.association, "ajc")
        try await world.mandate("ajc")
        let items = (0..<20).map { item($0) }
        var identifiers: [Set<[UInt8]>] = []
        for _ in 0..<2 {
            let call = try await open(association)
            for item in items { try await call.send(item) }
            call.finishSending()
            var found: Set<[UInt8]> = []
            for try await result in call.responses {
                if case .receipt(let receipt)? = result.outcome { found.insert(receipt.caseID) }
            }
            identifiers.append(found)
        }
        #expect(identifiers[0].count == 20)
        #expect(identifiers[0] == identifiers[1])
        await world.stop()
    }

    @Test("More items than the window are all answered, with no more than a window under way")
    func window() async throws {
        var limits = ServiceLimits()
        limits.bulkWindow = 4
        limits.bulkWindowTotal = 6
        let world = try await World(limits: limits)
        let association = try await world.join(.association, "ajc")
        try await world.mandate("ajc")
        try await withThrowingTaskGroup(of: Int.self) { group in
            for stream in 0..<3 {
                let call = try await open(association)
                group.addTask {
                    try await withThrowingTaskGroup(of: Void.self) { sender in
                        sender.addTask {
                            for number in 0..<100 {
                                try await call.send(item(stream * 100 + number))
                            }
                            call.finishSending()
                        }
                        var count = 0
                        for try await result in call.responses {
                            if case .receipt? = result.outcome { count += 1 }
                        }
                        try await sender.waitForAll()
                        return count
                    }
                }
            }
            for try await count in group { #expect(count == 100) }
        }
        await world.stop()
    }

    @Test("An abandoned stream gives its permits back")
    func abandoned() async throws {
        var limits = ServiceLimits()
        limits.bulkWindow = 2
        limits.bulkWindowTotal = 2
        let world = try await World(limits: limits)
        let association = try await world.join(.association, "ajc")
        try await world.mandate("ajc")
        for round in 0..<5 {
            let call = try await open(association)
            for number in 0..<10 { try await call.send(item(round * 10 + number)) }
            call.cancel()
        }
        let call = try await open(association)
        for number in 100..<110 { try await call.send(item(number)) }
        call.finishSending()
        var count = 0
        for try await _ in call.responses { count += 1 }
        #expect(count == 10)
        await world.stop()
    }

    @Test("A store that has stopped ends the stream with UNAVAILABLE, to be retried")
    func storeGone() async throws {
        let world = try await World()
        let association = try await world.join(.association, "ajc")
        try await world.mandate("ajc")
        let call = try await open(association)
        try await call.send(item(1))
        var results = call.responses.makeAsyncIterator()
        let first = try await results.next(isolation: nil)
        #expect(first?.clientSequence == 1)
        world.closeStore()
        // Whichever notices first: the sending of more, or the reading of results.
        let failure = await #expect(throws: CallFailure.self) {
            try await call.send(item(2))
            while try await results.next(isolation: nil) != nil {}
        }
        #expect(failure?.status.code == .unavailable)
        await world.stop()
    }

    @Test("Platforms answer many cases on one stream, each answer once")
    func answers() async throws {
        let world = try await World()
        let association = try await world.join(.association, "ajc")
        let platform = try await world.join(.platform, "amazon")
        try await world.mandate("ajc")
        var cases: [[UInt8]] = []
        for number in 0..<5 {
            let answer: SubmitCaseResponse = try await association.call(
                CaseServiceMethods.submitCase,
                SubmitCaseRequest(draft: Sample.draft("R-\(number)")), key: Sample.key())
            cases.append(try #require(answer.receipt?.caseID))
        }
        let call: StreamingCall<RespondManyItem, RespondManyResult> = try await platform.streaming(
            ResponseServiceMethods.respondMany, CallOptions(timeout: .seconds(10)))
        let keys = cases.map { _ in Sample.key() }
        for (number, identifier) in cases.enumerated() {
            for _ in 0..<2 {
                try await call.send(
                    RespondManyItem(
                        clientSequence: UInt64(number),
                        request: RespondRequest(
                            caseID: identifier, response: Sample.explanation(keys[number]))))
            }
        }
        try await call.send(
            RespondManyItem(
                clientSequence: 99,
                request: RespondRequest(
                    caseID: [UInt8](repeating: 1, count: 16),
                    response: Sample.explanation(Sample.key()))))
        call.finishSending()
        var fresh = 0
        var repeated = 0
        for try await result in call.responses {
            switch result.outcome {
            case .responded(let answered):
                #expect(answered.state == .answered)
                if answered.alreadyAnswered { repeated += 1 } else { fresh += 1 }
            case .refusal(let status):
                #expect(result.clientSequence == 99)
                #expect(status.code == .notFound)
            case nil: Issue.record("no outcome")
            }
        }
        #expect(fresh == 5)
        #expect(repeated == 5)
        await world.stop()
    }
}
