// SPDX-License-Identifier: EUPL-1.2

import RecoursMessages
import RecoursTransport
import RecoursWire
import Testing

@testable import RecoursServer

@Suite("Action service", .timeLimit(.minutes(1)))
struct ActionServiceTests {
    /// An association, a platform and a mediator over one server, with a case filed.
    private struct Table {
        let world: World
        let association: ClientConnection
        let platform: ClientConnection
        let mediator: ClientConnection
        let caseID: [UInt8]
        let publicNumber: String

        init(platform slug: String = "amazon") async throws {
            world = try await World()
            association = try await world.join(.association, "ajc")
            platform = try await world.join(.platform, "amazon")
            mediator = try await world.join(.mediator, "claire")
            try await world.mandate("ajc")
            let receipt = try await Self.filed(association, "R-1", platform: slug)
            caseID = receipt.caseID
            publicNumber = receipt.publicNumber
        }

        static func filed(
            _ association: ClientConnection, _ reference: String, platform: String = "amazon"
        ) async throws -> SubmissionReceipt {
            let answer: SubmitCaseResponse = try await association.call(
                CaseServiceMethods.submitCase,
                SubmitCaseRequest(draft: Sample.draft(reference, platform: platform)),
                key: Sample.key())
            return try #require(answer.receipt)
        }

        func act(
            _ actor: ClientConnection, _ action: Action.Kind, version: UInt64 = 0,
            key: [UInt8] = Sample.key()
        ) async throws -> ActResponse {
            try await actor.call(
                ActionServiceMethods.act,
                ActRequest(
                    caseID: caseID, expectedVersion: version, action: Action(kind: action)),
                key: key)
        }

        func failure(_ actor: ClientConnection, _ action: Action.Kind) async -> RPCStatus {
            await actor.failure(
                ActionServiceMethods.act,
                ActRequest(caseID: caseID, action: Action(kind: action)), key: Sample.key())
        }

        func respond(_ type: ResponseType) async throws -> RespondResponse {
            var response = PlatformResponse(
                responseID: Sample.key(), type: type, text: "What we have to say.")
            if type == .notConcerned { response.notConcernedReason = .homonym }
            if type == .remedyDone { response.remedies = [Remedy(kind: .relisted)] }
            return try await platform.call(
                ResponseServiceMethods.respond,
                RespondRequest(caseID: caseID, response: response))
        }

        func acknowledge() async throws {
            let _: AcknowledgeCasesResponse = try await platform.call(
                InboxServiceMethods.acknowledgeCases,
                AcknowledgeCasesRequest(
                    caseIDs: [caseID],
                    contact: Contact(name: "Vendor desk", email: "desk@amazon.example")))
        }

        func read() async throws -> Case {
            let answer: GetCaseResponse = try await association.call(
                CaseServiceMethods.getCase, GetCaseRequest(reference: .id(caseID)))
            return try #require(answer.caseFile)
        }
    }

    @Test("A platform's question stops its clock until the complainant has answered it")
    func question() async throws {
        let table = try await Table()
        try await table.acknowledge()
        let asked = try await table.respond(.infoNeeded)
        #expect(asked.result?.state == .infoRequested)
        #expect(try await table.read().deadlines.map(\.kind) == [.information])
        let told = try await table.act(
            table.association, .addInformation(Writing(text: "The invoice is number 12.")))
        #expect(told.state == .acknowledged)
        let found = try await table.read()
        #expect(found.deadlines.map(\.kind) == [.answer])
        #expect(found.exchanges.map(\.kind) == [.information])
        await table.world.stop()
    }

    @Test("A case goes to another platform after NOT_CONCERNED, and is no longer the first's")
    func readdressing() async throws {
        let table = try await Table()
        let wish = try await table.world.join(.platform, "wish")
        _ = try await table.respond(.notConcerned)
        let moved = try await table.act(
            table.association, .readdress(Readdress(platformID: "wish", reason: "The seller.")))
        #expect(moved.state == .transmitted)
        let reference = GetCaseRequest(reference: .id(table.caseID))
        let _: GetCaseResponse = try await wish.call(CaseServiceMethods.getCase, reference)
        let gone = await table.platform.failure(CaseServiceMethods.getCase, reference)
        #expect(gone.code == .notFound)
        await table.world.stop()
    }

    @Test("A mediation runs from the refused answer to an agreement and a closing word")
    func mediation() async throws {
        let table = try await Table()
        _ = try await table.respond(.remedyDone)
        let _: GiveVerdictResponse = try await table.association.call(
            CaseServiceMethods.giveVerdict,
            GiveVerdictRequest(caseID: table.caseID, reason: "Nothing was done."))
        #expect(try await table.read().state == .inMediation)
        let writing = Writing(text: "I have read what both of you wrote.")
        _ = try await table.act(table.mediator, .makeStatement(writing))
        _ = try await table.act(
            table.platform, .note(ConfidentialNote(side: .platform, writing: writing)))
        _ = try await table.act(
            table.mediator, .proposeAgreement(Writing(text: "Relisted by Friday.")))
        let answer = AnswerAgreement(accepted: true)
        _ = try await table.act(table.platform, .answerAgreement(answer))
        _ = try await table.act(table.association, .answerAgreement(answer))
        let closed = try await table.act(
            table.mediator,
            .closeMediation(MediationOutcome(result: .resolved, reasons: "Both agree.")))
        #expect(closed.state == .resolved)
        let found = try await table.read()
        #expect(found.mediation?.mediator == "claire")
        #expect(found.mediation?.agreement?.acceptedByPlatform == true)
        #expect(found.deadlines.isEmpty)
        await table.world.stop()
    }

    @Test("Who may not, and a state that does not allow it, are told apart; nothing happens")
    func refusals() async throws {
        let table = try await Table()
        let reason = Reason(text: "Because.")
        #expect(
            await table.failure(table.platform, .takeOver(reason)).code == .permissionDenied)
        let early = await table.failure(table.association, .restore(reason))
        #expect(early.code == .failedPrecondition)
        let version = try await table.read().version
        #expect(
            early.details.contains(
                .init(
                    kind: .stateConflict(
                        .init(state: CaseState.transmitted.rawValue, version: version)))))
        let empty = await table.failure(table.mediator, .takeOver(Reason()))
        #expect(empty.code == .invalidArgument)
        let stranger = try await table.world.join(.platform, "wish")
        #expect(
            await table.failure(stranger, .postMessage(Writing(text: "Hello."))).code
                == .notFound)
        await table.world.stop()
    }

    @Test("The same key does the same once, and says so")
    func repetition() async throws {
        let table = try await Table()
        let key = Sample.key()
        let message = Action.Kind.postMessage(Writing(text: "Is anybody there?"))
        let first = try await table.act(table.association, message, key: key)
        let again = try await table.act(table.association, message, key: key)
        #expect(!first.alreadyDone)
        #expect(again.alreadyDone)
        #expect(again.version == first.version)
        #expect(try await table.read().exchanges.count == 1)
        await table.world.stop()
    }

    @Test("A draft may lack what is not there yet, is its owner's alone, and is filed whole")
    func drafts() async throws {
        let table = try await Table()
        var draft = Sample.draft("R-2")
        draft.facts = ""
        let saved: SaveDraftResponse = try await table.association.call(
            ActionServiceMethods.saveDraft, SaveDraftRequest(draft: draft), key: Sample.key())
        let reference = GetCaseRequest(reference: .id(saved.caseID))
        #expect(
            await table.mediator.failure(CaseServiceMethods.getCase, reference).code == .notFound)
        let file = ActRequest(caseID: saved.caseID, action: Action(kind: .file(FileDraft())))
        let incomplete = await table.association.failure(ActionServiceMethods.act, file)
        #expect(incomplete.code == .invalidArgument)
        draft.facts = "The listing was taken down without any word of why."
        let change = ActRequest(caseID: saved.caseID, action: Action(kind: .changeDraft(draft)))
        let _: ActResponse = try await table.association.call(ActionServiceMethods.act, change)
        let filed: ActResponse = try await table.association.call(ActionServiceMethods.act, file)
        #expect(filed.state == .transmitted)
        await table.world.stop()
    }

    @Test("A mediator merges a case into another and splits it off again")
    func merging() async throws {
        let table = try await Table()
        let other = try await Table.filed(table.association, "R-2")
        let merged = try await table.act(
            table.mediator,
            .merge(MergeTarget(publicNumber: other.publicNumber, reason: "The same decision.")))
        #expect(merged.state == .duplicate)
        #expect(try await table.read().mergedInto?.caseID == other.caseID)
        let unknown = await table.failure(
            table.mediator, .merge(MergeTarget(publicNumber: "RC-1", reason: "None.")))
        #expect(unknown.code == .invalidArgument)
        let split = try await table.act(table.mediator, .split(Reason(text: "Not the same.")))
        #expect(split.state == .submitted)
        await table.world.stop()
    }

    @Test("One word to a class of like cases: each has its own result")
    func many() async throws {
        let table = try await Table(platform: "nowhere")
        let other = try await Table.filed(table.association, "R-2", platform: "nowhere")
        let call: StreamingCall<ActManyItem, ActManyResult> = try await table.mediator.streaming(
            ActionServiceMethods.actMany, CallOptions(timeout: .seconds(10)))
        let outcome = MediationOutcome(
            result: .noAgreement, reasons: "The platform does not answer.",
            nextSteps: ["The commercial court."])
        for (place, caseID) in [table.caseID, other.caseID, Sample.key()].enumerated() {
            try await call.send(
                ActManyItem(
                    clientSequence: UInt64(place), idempotencyKey: Sample.key(),
                    request: ActRequest(
                        caseID: caseID, action: Action(kind: .closeMediation(outcome)))))
        }
        call.finishSending()
        var results: [UInt64: ActManyResult.Outcome] = [:]
        for try await result in call.responses {
            results[result.clientSequence] = result.outcome
        }
        for place in [UInt64(0), 1] {
            guard case .done(let done) = results[place] else {
                Issue.record("item \(place) was refused")
                continue
            }
            #expect(done.state == .noAgreement)
        }
        guard case .refusal(let refusal) = results[2] else {
            Issue.record("a case that isn't there was closed")
            return
        }
        #expect(refusal.code == .notFound)
        await table.world.stop()
    }
}
