// SPDX-License-Identifier: EUPL-1.2

import CaseHistories
import RecoursCases
import Testing

/// What time alone does, and how long each has.
@Suite("Silence and windows")
struct SilenceTests {
    /// Noon in Paris, so many days after the samples' day.
    private func noon(_ days: Int) -> Instant {
        Instant(
            millisecondsSince1970: Samples.now.millisecondsSince1970 + Int64(days) * 86_400_000)
    }

    private func elapsed(_ caseFile: CaseFile, _ days: Int) throws -> CaseFile {
        try CaseRules.decide(.elapse, on: caseFile, by: .system, at: noon(days)).caseFile
    }

    @Test(
        "Each clock lasts as long as the page says, and silence leads where it says",
        arguments: [
            (Stage.draft, 30, CaseState.erased), (.transmitted, 15, .inMediation),
            (.acknowledged, 15, .inMediation), (.inProgress, 60, .inMediation),
            (.infoRequested, 14, .acknowledged), (.answered, 21, .resolved),
            (.promised, 21, .remedyPending), (.remedyPending, 10, .inMediation),
            (.remedyProved, 7, .resolved),
        ])
    func silence(stage: Stage, days: Int, after: CaseState) throws {
        let before = try stage.caseFile()
        // Noon of the last day is in time, noon of the next is not.
        #expect(try elapsed(before, days).state == before.state)
        let late = try elapsed(before, days + 1)
        #expect(late.state == after)
        #expect(try elapsed(late, days + 1) == late)
    }

    @Test(
        "Silence on an answer accepts a remedy and an explanation, and nothing else",
        arguments: [
            (ResponseType.remedyDone, CaseState.resolved), (.explanation, .resolved),
            (.remedyPromised, .remedyPending), (.decisionUpheld, .inMediation),
            (.alreadySettled, .inMediation), (.duplicateOf, .inMediation),
        ])
    func verdict(type: ResponseType, after: CaseState) throws {
        let answered = try Stage.transmitted.caseFile().after(.answer(type), by: Samples.platform)
        #expect(try elapsed(answered, 22).state == after)
    }

    @Test("A mediator who misses two working days of routing is sent the case")
    func routing() throws {
        // A Friday: Monday and Tuesday are the two.
        let held = try Stage.submitted.caseFile()
        #expect(try elapsed(held, 4).state == .submitted)
        #expect(try elapsed(held, 5).state == .inMediation)
        let contested = try elapsed(try Stage.contested.caseFile(), 5)
        #expect(contested.state == .inadmissible)
        #expect(contested.deadlines.map(\.kind) == [.route])
    }

    @Test("An overdue mediator is called again and again, until the case has its answer")
    func overdueMediator() throws {
        var caseFile = try Stage.answered.caseFile().after(
            .giveVerdict(accepted: false, reason: "Non."), by: Samples.association)
        var calls = 0
        while let alarm = caseFile.alarmAt, alarm < noon(365) {
            let decision = try CaseRules.decide(.elapse, on: caseFile, by: .system, at: alarm)
            calls += decision.events.count { $0.kind.number == 25 }
            caseFile = decision.caseFile
        }
        #expect(caseFile.state == .inMediation)
        #expect(calls > 100)
        let closed = try caseFile.after(
            .act(.closeMediation(Actions.noAgreement)), by: Samples.mediator, at: noon(366))
        #expect(closed.state == .noAgreement)
        #expect(closed.alarmAt == nil)
    }

    @Test(
        "A window is open through its last day and shut after it",
        arguments: [
            (Stage.inadmissible, CaseAction.contest(Actions.writing), 21),
            (.withdrawn, .restore(reason: ""), 30), (.resolved, .reopen(Actions.writing), 60),
        ])
    func windows(stage: Stage, action: CaseAction, days: Int) throws {
        let before = try stage.caseFile()
        let complainant = Actor.partner(Samples.association)
        #expect(before.refusal(of: .act(action), by: complainant, at: noon(days)) == nil)
        #expect(
            before.refusal(of: .act(action), by: complainant, at: noon(days + 1))
                == .stateConflict(state: before.state, version: before.version))
    }

    @Test("A case is reopened once by its complainant, by a mediator whenever need be")
    func reopening() throws {
        let reopen = CaseCommand.act(.reopen(Actions.writing))
        var caseFile = try Stage.resolved.caseFile().after(reopen, by: Samples.association)
            .after(.act(.closeMediation(Actions.agreed)), by: Samples.mediator)
        #expect(
            caseFile.refusal(of: reopen, by: .partner(Samples.association))
                == .stateConflict(state: .resolved, version: caseFile.version))
        for _ in 0..<3 {
            caseFile = try caseFile.after(
                .act(.takeOver(reason: "Fait nouveau.")), by: Samples.mediator
            ).after(.act(.closeMediation(Actions.agreed)), by: Samples.mediator)
        }
        #expect(caseFile.state == .resolved)
    }

    @Test("Each side asks two questions, and no third")
    func questions() throws {
        var caseFile = try Stage.acknowledged.caseFile()
        let answer = CaseCommand.act(.addInformation(Actions.writing))
        for identifier: UInt8 in 1...2 {
            caseFile = try caseFile.after(
                .answer(.infoNeeded, identifier: identifier), by: Samples.platform
            ).after(answer, by: Samples.association)
        }
        #expect(
            caseFile.refusal(
                of: .answer(.infoNeeded, identifier: 3), by: .partner(Samples.platform))
                == .stateConflict(state: .acknowledged, version: caseFile.version))
    }

    @Test(
        "Two re-addressings are the complainant's; a third platform not concerned is for a mediator"
    )
    func readdressings() throws {
        var caseFile = try Stage.sentBack.caseFile()
        for platform in ["wish", "ebay"] {
            let partner = PartnerReference(kind: .platform, slug: platform)
            caseFile = try caseFile.after(
                .act(
                    .readdress(platform: platform, reason: ""),
                    filing: Filing(routing: .platformInbox)), by: Samples.association)
            #expect(caseFile.addressee == platform)
            #expect(caseFile.draft.platformSlug == "amazon")
            #expect(!caseFile.isVisible(to: Samples.platform))
            caseFile = try caseFile.after(.answer(.notConcerned), by: partner)
        }
        #expect(caseFile.state == .inMediation)
    }
}
