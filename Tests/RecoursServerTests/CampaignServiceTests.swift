// SPDX-License-Identifier: EUPL-1.2

import RecoursCases
import RecoursMessages
import RecoursStore
import RecoursTransport
import RecoursWire
import Testing

@testable import RecoursServer

@Suite("Campaign service", .timeLimit(.minutes(2)))
struct CampaignServiceTests {
    /// Everybody who has to do with the campaign of November 2018, and a server that believes it is
    /// then.
    struct Cast {
        let world: World
        let association: ClientConnection
        let amazon: ClientConnection
        let wish: ClientConnection
        let mediator: ClientConnection

        init(on day: String) async throws {
            world = try await World(beginning: World.noon(day))
            association = try await world.join(.association, "cma")
            amazon = try await world.join(.platform, "amazon")
            wish = try await world.join(.platform, "wish")
            mediator = try await world.join(.mediator, "durand")
            try await Registration.register(
                [
                    RecoursStore.Mandate(
                        association: "cma", siren: World.siren,
                        from: try #require(CalendarDate(iso: "2018-01-01")), until: nil,
                        documentSHA256: [])
                ], in: world.store)
        }

        static let plan = RecoursMessages.CampaignPlan(
            name: "Novembre 2018", opensOn: "2018-11-01", closesOn: "2018-11-30",
            resolveBy: "2018-12-24", targetCount: 100)

        func create(
            _ plan: RecoursMessages.CampaignPlan = Cast.plan
        ) async throws -> CreateCampaignResponse {
            try await mediator.call(
                CampaignServiceMethods.createCampaign, CreateCampaignRequest(plan: plan),
                key: Sample.key())
        }

        func draft(
            _ number: Int, _ campaign: [UInt8], platform: String = "amazon"
        ) -> RecoursMessages.CaseDraft {
            var draft = Sample.draft("N-\(number)", platform: platform)
            draft.incidentOn = "2018-10-20"
            draft.category = .noHumanContact
            draft.campaignID = campaign
            return draft
        }

        func file(_ draft: RecoursMessages.CaseDraft) async throws -> SubmissionReceipt {
            let answer: SubmitCaseResponse = try await association.call(
                CaseServiceMethods.submitCase, SubmitCaseRequest(draft: draft),
                key: Sample.key())
            return try #require(answer.receipt)
        }

        func campaign(
            _ identifier: [UInt8], as viewer: ClientConnection? = nil
        ) async throws -> Campaign {
            let answer: GetCampaignResponse = try await (viewer ?? mediator).call(
                CampaignServiceMethods.getCampaign,
                GetCampaignRequest(reference: .id(identifier)))
            return try #require(answer.campaign)
        }

        /// All pages of what a viewer is told to be at risk.
        func atRisk(
            _ campaign: [UInt8], as viewer: ClientConnection, all: Bool = false
        ) async throws -> [CampaignCase] {
            var found: [CampaignCase] = []
            var request = ListAtRiskRequest(campaignID: campaign, pageSize: 7, allOpen: all)
            repeat {
                let page: ListAtRiskResponse = try await viewer.call(
                    CampaignServiceMethods.listAtRisk, request)
                found += page.cases
                request.pageToken = page.nextPageToken
            } while !request.pageToken.isEmpty
            return found
        }

        /// What the clock does to a case that is due.
        func elapse(_ identifier: [UInt8], on day: String) async throws {
            let change = CaseChange(
                identifier: try #require(CaseIdentifier(bytes: identifier)), actor: .system,
                key: nil, command: .elapse, at: try World.noon(day))
            guard case .applied = await world.store.execute(.change(change)) else {
                Issue.record("the clock did nothing")
                return
            }
        }
    }

    @Test("A hundred cases in November are collected, and all answered before Christmas")
    func november() async throws {
        let cast = try await Cast(on: "2018-10-25")
        let campaign = try #require(try await cast.create().campaign)
        let early = await cast.association.failure(
            CaseServiceMethods.submitCase,
            SubmitCaseRequest(draft: cast.draft(0, campaign.id)), key: Sample.key())
        #expect(early.code == .invalidArgument)

        try cast.world.setDay("2018-11-06")
        var filed: [(receipt: SubmissionReceipt, platform: String)] = []
        for number in 1...100 {
            if number == 61 { try cast.world.setDay("2018-11-20") }
            let platform = number % 4 == 0 ? "wish" : "amazon"
            let receipt = try await cast.file(
                cast.draft(number, campaign.id, platform: platform))
            filed.append((receipt, platform))
        }
        let collected = try await cast.campaign(campaign.id)
        #expect(collected.counts?.collected == 100)
        #expect(collected.counts?.openUnanswered == 100)
        let reached = try #require(collected.targetReachedAtMs)
        #expect(Instant(millisecondsSince1970: reached).dateInParis.description == "2018-11-20")

        try await answer(filed, cast)
        let solved = try await cast.campaign(campaign.id)
        let counts = try #require(solved.counts)
        #expect(counts.answered == 100)
        #expect(counts.openUnanswered == 0 && counts.openAnswered == 0)
        #expect(counts.resolved + counts.explained + counts.noAgreement == counts.collected)
        #expect(counts.resolved == 50 && counts.explained == 25 && counts.noAgreement == 25)
        let left = try await cast.atRisk(campaign.id, as: cast.mediator, all: true)
        #expect(left.isEmpty)
        await cast.world.stop()
    }

    /// Amazon puts right or explains; Wish is silent, so that a mediator has the last word.
    private func answer(
        _ filed: [(receipt: SubmissionReceipt, platform: String)], _ cast: Cast
    ) async throws {
        try cast.world.setDay("2018-12-03")
        for (place, item) in filed.enumerated() where item.platform == "amazon" {
            let isExplanation = place % 4 == 0
            let response = isExplanation ? reasons : Sample.explanation(Sample.key())
            let _: RespondResponse = try await cast.amazon.call(
                ResponseServiceMethods.respond,
                RespondRequest(caseID: item.receipt.caseID, response: response))
            let _: GiveVerdictResponse = try await cast.association.call(
                CaseServiceMethods.giveVerdict,
                GiveVerdictRequest(caseID: item.receipt.caseID, accepted: true))
        }
        let identifier = try #require(try await list(cast).first).id
        try cast.world.setDay("2018-12-22")
        let pressing = try await cast.atRisk(identifier, as: cast.mediator)
        #expect(pressing.count == 25)
        #expect(pressing.allSatisfy { $0.platformID == "wish" && $0.daysLeft == 2 })
        #expect(pressing.allSatisfy { !$0.answered && $0.next?.party == .platform })
        let strangers = try await cast.atRisk(identifier, as: cast.amazon)
        #expect(strangers.isEmpty)
        for item in filed where item.platform == "wish" {
            try await cast.elapse(item.receipt.caseID, on: "2018-12-22")
            try await close(item.receipt.caseID, cast)
        }
    }

    private var reasons: RecoursMessages.PlatformResponse {
        RecoursMessages.PlatformResponse(
            responseID: Sample.key(), type: .explanation, text: "Voici pourquoi.",
            statementOfReasons: StatementOfReasons(
                visibility: .contentRemoved, ground: .terms, legalOrTermsRef: "art. 12",
                facts: "Trois acheteurs ont signalé un défaut.",
                explanation: "Le seuil de retours du contrat était dépassé.",
                source: .voluntary, automatedDecision: .partially, decidedOn: "2018-10-19",
                effectiveOn: "2018-10-20"))
    }

    private func list(_ cast: Cast) async throws -> [Campaign] {
        let page: ListCampaignsResponse = try await cast.association.call(
            CampaignServiceMethods.listCampaigns, ListCampaignsRequest())
        return page.campaigns
    }

    private func close(_ identifier: [UInt8], _ cast: Cast) async throws {
        let outcome = MediationOutcome(
            result: .noAgreement, reasons: "La plateforme n’a pas répondu.",
            nextSteps: ["Tribunal de commerce de Paris"])
        for kind in [
            Action.Kind.takeOver(Reason(text: "Sans réponse.")), .closeMediation(outcome),
        ] {
            let _: ActResponse = try await cast.mediator.call(
                ActionServiceMethods.act,
                ActRequest(caseID: identifier, action: Action(kind: kind)), key: Sample.key())
        }
    }

    @Test("Its day and its clocks bind every case of a campaign")
    func clocks() async throws {
        let cast = try await Cast(on: "2018-11-28")
        var plan = Cast.plan
        plan.name = "Noël"
        plan.resolveBy = "2018-12-05"
        plan.acknowledgeDays = 1
        let campaign = try #require(try await cast.create(plan).campaign)
        let receipt = try await cast.file(cast.draft(1, campaign.id))
        let answer: GetCaseResponse = try await cast.association.call(
            CaseServiceMethods.getCase,
            GetCaseRequest(reference: .id(receipt.caseID)))
        let deadlines = try #require(answer.caseFile?.deadlines)
        let days = deadlines.map {
            Instant(millisecondsSince1970: $0.dueAtMs).dateInParis.description
        }
        #expect(days == ["2018-11-29", "2018-12-05"])
        #expect(answer.caseFile?.terms?.campaignID == campaign.id)
        await cast.world.stop()
    }

    @Test("Others see totals, but no platform with fewer than five cases")
    func suppression() async throws {
        let cast = try await Cast(on: "2018-11-10")
        let campaign = try #require(try await cast.create().campaign)
        for number in 1...9 {
            let platform = number <= 6 ? "amazon" : "wish"
            _ = try await cast.file(cast.draft(number, campaign.id, platform: platform))
        }
        let full = try await cast.campaign(campaign.id)
        #expect(full.byPlatform.map(\.platformID) == ["amazon", "wish"])
        #expect(full.byPlatform.map { $0.counts?.openUnanswered } == [6, 3])
        // Three of Wish's would follow from nine and six: so none is told apart.
        let outside = try await cast.campaign(campaign.id, as: cast.association)
        #expect(outside.byPlatform.isEmpty && outside.suppressedPlatforms == 2)
        #expect(outside.counts?.collected == 9)
        let own = try await cast.campaign(campaign.id, as: cast.wish)
        #expect(own.byPlatform.map(\.platformID) == ["wish"])
        #expect(own.byPlatform.first?.counts?.collected == 3)
        // What waits to be shown among others is not counted by whom it is hidden from.
        var hidden = cast.draft(10, campaign.id, platform: "wish")
        hidden.disclosure = .aggregate
        #expect(try await cast.file(hidden).state == .submitted)
        #expect(try await cast.campaign(campaign.id).counts?.collected == 10)
        let still = try await cast.campaign(campaign.id, as: cast.wish)
        #expect(still.byPlatform.first?.counts?.collected == 3)
        #expect(still.byPlatform.first?.counts?.byState.map(\.state) == [.transmitted])
        // To which campaign a pseudonym belongs may say who it is.
        var pseudonym = cast.draft(11, campaign.id, platform: "wish")
        pseudonym.disclosure = .pseudonym
        let covered = try await cast.file(pseudonym)
        let shown = try await cast.atRisk(campaign.id, as: cast.wish, all: true)
        #expect(shown.count == 3 && !shown.contains { $0.caseID == covered.caseID })
        let all = try await cast.atRisk(campaign.id, as: cast.mediator, all: true)
        #expect(all.contains { $0.caseID == covered.caseID })
        await cast.world.stop()
    }

    @Test("A sanction after a complaint is linked to it, for the mediator alone to see")
    func retaliation() async throws {
        let cast = try await Cast(on: "2018-11-10")
        let first = try await cast.file(cast.draft(1, []))
        try cast.world.setDay("2018-11-20")
        var sanction = cast.draft(2, [])
        sanction.category = .delisting
        sanction.incidentOn = "2018-11-18"
        let second = try await cast.file(sanction)
        func flags(_ viewer: ClientConnection) async throws -> [RecoursMessages.CaseFlag] {
            let answer: GetCaseResponse = try await viewer.call(
                CaseServiceMethods.getCase, GetCaseRequest(reference: .id(second.caseID)))
            return try #require(answer.caseFile).flags
        }
        #expect(
            try await flags(cast.mediator)
                == [RecoursMessages.CaseFlag(kind: .retaliation, linkedCases: [first.publicNumber])]
        )
        #expect(try await flags(cast.amazon).isEmpty)
        await cast.world.stop()
    }

    @Test("A plan is refused with all that is wrong; a taken name and a stranger's wish as well")
    func refusals() async throws {
        let cast = try await Cast(on: "2018-11-10")
        var plan = Cast.plan
        plan.name = ""
        plan.closesOn = "2018-10-01"
        plan.targetCount = 0
        plan.answerDays = 61
        let wrong = await cast.mediator.failure(
            CampaignServiceMethods.createCampaign, CreateCampaignRequest(plan: plan))
        #expect(wrong.code == .invalidArgument)
        #expect(
            Set(wrong.fieldPaths) == [
                "plan.name", "plan.closes_on", "plan.target_count", "plan.answer_days",
            ])
        let first = try await cast.create()
        #expect(!first.alreadyThere)
        let again = try await cast.create()
        #expect(again.alreadyThere && again.campaign?.id == first.campaign?.id)
        var other = Cast.plan
        other.targetCount = 10
        let taken = await cast.mediator.failure(
            CampaignServiceMethods.createCampaign, CreateCampaignRequest(plan: other))
        #expect(taken.code == .alreadyExists)
        let stranger = await cast.association.failure(
            CampaignServiceMethods.createCampaign, CreateCampaignRequest(plan: other))
        #expect(stranger.code == .permissionDenied)
        let missing = await cast.association.failure(
            CampaignServiceMethods.getCampaign,
            GetCampaignRequest(reference: .name("Inconnue")))
        #expect(missing.code == .notFound)
        await cast.world.stop()
    }
}

extension RPCStatus {
    /// The fields that a refusal names.
    fileprivate var fieldPaths: [String] {
        details.flatMap { detail -> [String] in
            guard case .badRequest(let request) = detail.kind else { return [] }
            return request.violations.map(\.fieldPath)
        }
    }
}
