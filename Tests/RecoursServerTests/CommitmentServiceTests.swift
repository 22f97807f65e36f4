// SPDX-License-Identifier: EUPL-1.2

import RecoursCases
import RecoursMessages
import RecoursTransport
import RecoursWire
import Testing

@testable import RecoursServer

@Suite("Commitment service", .timeLimit(.minutes(1)))
struct CommitmentServiceTests {
    private func list(
        as viewer: ClientConnection, _ request: ListCommitmentsRequest = ListCommitmentsRequest()
    ) async throws -> [RecoursMessages.Commitment] {
        var found: [RecoursMessages.Commitment] = []
        var request = request
        request.pageSize = 2
        repeat {
            let page: ListCommitmentsResponse = try await viewer.call(
                CommitmentServiceMethods.listCommitments, request)
            found += page.commitments
            request.pageToken = page.nextPageToken
        } while !request.pageToken.isEmpty
        return found
    }

    @Test("A platform commits itself, once a key, and a mediator says what became of it")
    func life() async throws {
        let cast = try await CampaignServiceTests.Cast(on: "2018-11-10")
        let campaign = try #require(try await cast.create().campaign)
        let key = Sample.key()
        let request = MakeCommitmentRequest(
            text: "Chaque cas reçoit une réponse avant Noël.", dueOn: "2018-12-24",
            scope: .campaignID(campaign.id))
        for _ in 1...2 {
            let made: MakeCommitmentResponse = try await cast.amazon.call(
                CommitmentServiceMethods.makeCommitment, request, key: key)
            #expect(made.commitment?.state == .open)
        }
        let other: MakeCommitmentResponse = try await cast.wish.call(
            CommitmentServiceMethods.makeCommitment,
            MakeCommitmentRequest(
                text: "Un interlocuteur nommé.", dueOn: "2018-11-30",
                scope: .category(.noHumanContact)), key: key)
        #expect(try await list(as: cast.mediator).count == 2)
        #expect(try await list(as: cast.amazon).map(\.platformID) == ["amazon"])
        #expect(try await list(as: cast.association).count == 2)
        let settled: SettleCommitmentResponse = try await cast.mediator.call(
            CommitmentServiceMethods.settleCommitment,
            SettleCommitmentRequest(
                commitmentID: try #require(other.commitment).id, state: .honoured,
                reason: "Constaté le 20 novembre."))
        #expect(settled.commitment?.history.map(\.state) == [.open, .honoured])
        #expect(
            settled.commitment?.history.last?.actor
                == PartnerReference(kind: "mediator", slug: "durand"))
        let open = try await list(as: cast.mediator, ListCommitmentsRequest(state: .open))
        #expect(open.map(\.platformID) == ["amazon"])
        await cast.world.stop()
    }

    @Test("A promise in an answer is a commitment that its case settles")
    func promise() async throws {
        let cast = try await CampaignServiceTests.Cast(on: "2018-11-10")
        let receipt = try await cast.file(cast.draft(1, []))
        let _: RespondResponse = try await cast.amazon.call(
            ResponseServiceMethods.respond,
            RespondRequest(
                caseID: receipt.caseID,
                response: RecoursMessages.PlatformResponse(
                    responseID: Sample.key(), type: .remedyPromised,
                    remedies: [.init(kind: .humanContact)], text: "Nous nommons quelqu’un.",
                    dueOn: "2018-11-20")))
        let made = try #require(try await list(as: cast.association).first)
        #expect(made.scope == .case && made.caseID == receipt.caseID)
        #expect(made.text == "HUMAN_CONTACT" && made.dueOn == "2018-11-20")
        #expect(made.publicNumber == receipt.publicNumber)
        let _: GiveVerdictResponse = try await cast.association.call(
            CaseServiceMethods.giveVerdict,
            GiveVerdictRequest(caseID: receipt.caseID, accepted: true))
        try cast.world.setDay("2018-11-22")
        try await cast.elapse(receipt.caseID, on: "2018-11-22")
        #expect(try await list(as: cast.mediator).map(\.state) == [.broken])
        let refused = await cast.mediator.failure(
            CommitmentServiceMethods.settleCommitment,
            SettleCommitmentRequest(commitmentID: made.id, state: .waived, reason: "x"))
        #expect(refused.code == .invalidArgument)
        await cast.world.stop()
    }

    @Test("What cannot be a commitment is refused")
    func refusals() async throws {
        let cast = try await CampaignServiceTests.Cast(on: "2018-11-10")
        let empty = await cast.amazon.failure(
            CommitmentServiceMethods.makeCommitment, MakeCommitmentRequest(), key: Sample.key())
        #expect(empty.code == .invalidArgument)
        let unknown = await cast.amazon.failure(
            CommitmentServiceMethods.makeCommitment,
            MakeCommitmentRequest(
                text: "Tout", dueOn: "2018-12-01",
                scope: .campaignID([UInt8](repeating: 1, count: 16))), key: Sample.key())
        #expect(unknown.code == .notFound)
        await cast.world.stop()
    }
}
