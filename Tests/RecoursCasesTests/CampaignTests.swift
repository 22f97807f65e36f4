// SPDX-License-Identifier: EUPL-1.2

import CaseHistories
import RecoursCases
import Testing

@Suite("Campaigns")
struct CampaignTests {
    static let plan = CampaignPlan(
        name: "Novembre 2018", opensOn: CalendarDate(iso: "2018-11-01"),
        closesOn: CalendarDate(iso: "2018-11-30"), resolveBy: CalendarDate(iso: "2018-12-24"),
        targetCount: 100, platforms: ["amazon", "wish"], acknowledgeDays: 1, answerDays: 10,
        finalAnswerDays: 30)

    struct Fault: Sendable, CustomTestStringConvertible {
        let path: String
        let code: ViolationCode
        let change: @Sendable (inout CampaignPlan) -> Void

        var testDescription: String { "\(code.rawValue) at \(path)" }
    }

    static let faults: [Fault] = [
        Fault(path: "plan.name", code: .required) { $0.name = " " },
        Fault(path: "plan.name", code: .tooLong) { $0.name = .init(repeating: "é", count: 201) },
        Fault(path: "plan.opens_on", code: .required) { $0.opensOn = nil },
        Fault(path: "plan.closes_on", code: .required) { $0.closesOn = nil },
        Fault(path: "plan.closes_on", code: .dateOrder) {
            $0.closesOn = CalendarDate(iso: "2018-10-31")
        },
        Fault(path: "plan.closes_on", code: .dateTooFar) {
            $0.closesOn = CalendarDate(iso: "2081-11-30")
            $0.resolveBy = nil
        },
        Fault(path: "plan.resolve_by", code: .dateOrder) {
            $0.resolveBy = CalendarDate(iso: "2018-11-29")
        },
        Fault(path: "plan.target_count", code: .tooSmall) { $0.targetCount = 0 },
        Fault(path: "plan.target_count", code: .tooLarge) { $0.targetCount = 1_000_001 },
        Fault(path: "plan.platforms", code: .tooMany) {
            $0.platforms = (1...51).map { "p\($0)" }
        },
        Fault(path: "plan.platforms[1]", code: .slugForm) { $0.platforms[1] = "Wish!" },
        Fault(path: "plan.platforms[1]", code: .duplicate) { $0.platforms[1] = "amazon" },
        Fault(path: "plan.acknowledge_days", code: .tooSmall) { $0.acknowledgeDays = 0 },
        Fault(path: "plan.answer_days", code: .tooLarge) { $0.answerDays = 61 },
        Fault(path: "plan.final_answer_days", code: .tooLarge) { $0.finalAnswerDays = 61 },
    ]

    @Test("A fault of a plan is named once, at its place", arguments: faults)
    func oneFault(fault: Fault) {
        var plan = Self.plan
        fault.change(&plan)
        let found = plan.violations()
        #expect(found.map(\.fieldPath) == [fault.path])
        #expect(found.map(\.code) == [fault.code])
    }

    @Test("The interview's own plan passes, and one without a day to be solved by")
    func valid() {
        #expect(Self.plan.violations() == [])
        var open = Self.plan
        open.resolveBy = nil
        #expect(open.violations() == [])
    }

    @Test("A case is taken from the first day to the last, about the platforms named")
    func admission() throws {
        let days = try ["2018-10-31", "2018-11-01", "2018-11-30", "2018-12-01"].map {
            try #require(CalendarDate(iso: $0))
        }
        #expect(
            days.map { Self.plan.objection(to: "amazon", on: $0) }
                == [.campaignNotOpen, nil, nil, .campaignNotOpen])
        #expect(Self.plan.objection(to: "ebay", on: days[1]) == .campaignOtherPlatforms)
    }

    @Test("With cases in it a plan may end later or sooner, from today on, and nothing else")
    func changes() throws {
        let today = try #require(CalendarDate(iso: "2018-11-20"))
        func codes(_ change: (inout CampaignPlan) -> Void) -> [ViolationCode] {
            var plan = Self.plan
            change(&plan)
            return plan.objections(toReplacing: Self.plan, today: today).map(\.code)
        }
        #expect(codes { $0.closesOn = today } == [])
        #expect(codes { $0.closesOn = CalendarDate(iso: "2018-12-10") } == [])
        #expect(codes { $0.resolveBy = CalendarDate(iso: "2019-01-15") } == [])
        #expect(codes { $0.closesOn = today.adding(days: -1) } == [.dateInPast])
        #expect(
            codes { $0.resolveBy = CalendarDate(iso: "2018-12-20") } == [.campaignHasCases])
        #expect(codes { $0.resolveBy = nil } == [.campaignHasCases])
        #expect(codes { $0.targetCount = 1 } == [.campaignHasCases])
        #expect(codes { $0.platforms = [] } == [.campaignHasCases])
    }

    @Test("A case counts by what it came to, whoever had the last word")
    func standing() throws {
        let filed = try Submitting.caseFile()
        #expect(try outcome(filed) == .openUnanswered)
        let explained = try filed.after(
            .respond(Samples.response(.explanation)), by: Samples.platform)
        #expect(try outcome(explained) == .openAnswered)
        let accept = CaseCommand.giveVerdict(accepted: true, reason: "")
        #expect(try outcome(try explained.after(accept, by: Samples.association)) == .explained)
        let done = try filed.after(.respond(Samples.response(.remedyDone)), by: Samples.platform)
        #expect(try outcome(try done.after(accept, by: Samples.association)) == .resolved)
        let taken = try explained.after(
            .act(.takeOver(reason: "Urgent.")), by: Samples.mediator)
        let agreed = try taken.after(
            .act(.closeMediation(Actions.agreed)), by: Samples.mediator)
        #expect(try outcome(agreed) == .resolved)
        let apart = try taken.after(
            .act(.closeMediation(Actions.noAgreement)), by: Samples.mediator)
        #expect(try outcome(apart) == .noAgreement)
        #expect(apart.isAnswered)
        let withdrawn = try filed.after(.withdraw(reason: ""), by: Samples.association)
        #expect(try outcome(withdrawn) == .withdrawn && !withdrawn.isAnswered)
    }

    @Test("What is erased keeps the outcome it had")
    func erased() throws {
        let withdrawn = try Submitting.caseFile().after(
            .withdraw(reason: ""), by: Samples.association)
        let former = try #require(CampaignStanding(of: withdrawn))
        let erased = try withdrawn.after(
            .act(.erase(reason: "Demande.")), by: Samples.mediator)
        let standing = try #require(CampaignStanding(of: erased, former: former))
        #expect(standing.outcome == .withdrawn && standing.state == .erased)
        #expect(CampaignStanding(of: erased) == nil)
    }

    @Test("A case is at risk when little time is left, and missed when none is")
    func risk() throws {
        let resolveBy = try #require(CalendarDate(iso: "2018-12-24"))
        let filed = try Submitting.caseFile()
        func risk(_ caseFile: CaseFile, daysLater days: Int64) -> CampaignRisk {
            let now = Samples.now.millisecondsSince1970 + days * 86_400_000
            return CampaignRisk(
                of: caseFile, resolveBy: resolveBy, at: Instant(millisecondsSince1970: now))
        }
        // Filed on 30 November: the answer is due on 15 December.
        #expect(risk(filed, daysLater: 1) == .onTime)
        #expect(risk(filed, daysLater: 16) == .atRisk)
        #expect(risk(filed, daysLater: 25) == .missed)
        let answered = try filed.after(
            .respond(Samples.response(.remedyDone)), by: Samples.platform)
        #expect(risk(answered, daysLater: 23) == .onTime)
        #expect(risk(answered, daysLater: 25) == .missed)
        let mediated = try filed.after(.act(.takeOver(reason: "x")), by: Samples.mediator)
        #expect(risk(mediated, daysLater: 1) == .willMiss)
        #expect(CampaignRisk(of: filed, resolveBy: nil, at: Samples.now) == .onTime)
    }

    private func outcome(_ caseFile: CaseFile) throws -> CampaignOutcome {
        try #require(CampaignStanding(of: caseFile)).outcome
    }
}
