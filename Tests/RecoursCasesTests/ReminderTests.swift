// SPDX-License-Identifier: EUPL-1.2

import CaseHistories
import RecoursCases
import Testing

@Suite("Reminders, pauses and campaigns")
struct ReminderTests {
    private func noon(_ days: Int) -> Instant {
        Instant(
            millisecondsSince1970: Samples.now.millisecondsSince1970 + Int64(days) * 86_400_000)
    }

    private func elapse(_ caseFile: CaseFile, _ days: Int) throws -> Decision {
        try CaseRules.decide(.elapse, on: caseFile, by: .system, at: noon(days))
    }

    private func reminders(_ decision: Decision) -> [ReminderStage] {
        decision.events.compactMap { event in
            guard case .reminded(.answer, let stage) = event.kind else { return nil }
            return stage
        }
    }

    private func due(_ caseFile: CaseFile, _ kind: DeadlineKind) throws -> Int {
        let deadline = try #require(caseFile.deadlines.first { $0.kind == kind })
        return Samples.today.days(until: deadline.dueAt.dateInParis)
    }

    @Test("Of fifteen days, reminders come on the eighth, the thirteenth and the last, once each")
    func stages() throws {
        // Acknowledged, so that the answer's is the only clock.
        var caseFile = try Stage.acknowledged.caseFile()
        var days: [Int: ReminderStage] = [:]
        for day in 0...15 {
            let decision = try elapse(caseFile, day)
            #expect(decision.events.count == reminders(decision).count)
            if let stage = reminders(decision).first { days[day] = stage }
            caseFile = decision.caseFile
            #expect(try elapse(caseFile, day).events.isEmpty)
        }
        // Fifteen and a half days from noon to midnight: their half is day 7.7, their fifth 12.4.
        #expect(days == [8: .half, 13: .fourFifths, 15: .lastDay])
    }

    @Test("After a long stop only the latest reminder is given, and none of those before it later")
    func longStop() throws {
        let decision = try elapse(try Stage.acknowledged.caseFile(), 15)
        #expect(reminders(decision) == [.lastDay])
        #expect(decision.caseFile.alarmAt.map { $0 > noon(15) } == true)
        #expect(try elapse(decision.caseFile, 15).events.isEmpty)
        // Longer still, and there is nothing to remind of.
        let late = try elapse(try Stage.acknowledged.caseFile(), 40)
        #expect(reminders(late) == [])
        #expect(late.caseFile.state == .inMediation)
    }

    @Test("Days on which a question was open, or the case withdrawn, are given back to the clock")
    func pauses() throws {
        let asked = try Stage.acknowledged.caseFile().after(
            .answer(.infoNeeded), by: Samples.platform, at: noon(3))
        #expect(asked.deadlines.map(\.kind) == [.information])
        let withdrawn = try asked.after(
            .withdraw(reason: ""), by: Samples.association, at: noon(5))
        let restored = try withdrawn.after(
            .act(.restore(reason: "")), by: Samples.association, at: noon(11))
        #expect(try due(restored, .information) == 3 + 14 + 6)
        let informed = try restored.after(
            .act(.addInformation(Actions.writing)), by: Samples.association, at: noon(13))
        #expect(informed.state == .acknowledged)
        #expect(try due(informed, .answer) == 15 + 10)
        // An interim answer counts on from there.
        var interim = Samples.response(.inProgress, identifier: 9)
        interim.dueOn = Samples.today.adding(days: 60)
        let inProgress = try informed.after(
            .respond(interim), by: Samples.platform, at: noon(14))
        #expect(try due(inProgress, .finalAnswer) == 60 + 10)
    }

    @Test("A mediator has back the days of his question, and of a withdrawal, when he extends too")
    func pausedMediation() throws {
        let taken = try Stage.acknowledged.caseFile().after(
            .act(.takeOver(reason: "Urgence.")), by: Samples.mediator, at: noon(1))
        #expect(try due(taken, .mediationEnd) == 1 + 90)
        let asked = try taken.after(
            .act(.requestInformation(Actions.writing)), by: Samples.mediator, at: noon(2))
        let restored = try asked.after(.withdraw(reason: ""), by: Samples.association, at: noon(4))
            .after(.act(.restore(reason: "")), by: Samples.association, at: noon(10))
        let informed = try restored.after(
            .act(.addInformation(Actions.writing)), by: Samples.association, at: noon(11))
        #expect(informed.state == .inMediation)
        #expect(try due(informed, .mediationEnd) == 1 + 90 + 9)
        let extended = try informed.after(
            .act(.extendMediation(reason: "Expertise.")), by: Samples.mediator, at: noon(12))
        #expect(try due(extended, .mediationEnd) == 1 + 180 + 9)
    }

    @Test("A case shown at last that has nowhere to go waits as briefly as any other")
    func raisedFromAggregate() throws {
        var draft = Samples.draft()
        draft.disclosure = .aggregate
        let held = try Submitting.caseFile(draft)
        #expect(held.deadlines.map(\.kind) == [.route])
        let patient = try #require(held.dueAt)
        let shown = try held.after(
            .act(.raiseDisclosure(.identified), filing: Filing(routing: .held)),
            by: Samples.association, at: noon(1))
        #expect(shown.state == .submitted)
        #expect(try #require(shown.dueAt) < patient)
    }

    @Test("A case restored and then taken note of keeps the days it was given back")
    func acknowledgedAfterRestoring() throws {
        let restored = try Stage.withdrawn.caseFile().after(
            .act(.restore(reason: "")), by: Samples.association, at: noon(20))
        let acknowledged = try restored.after(Stage.contact, by: Samples.platform, at: noon(21))
        #expect(try due(acknowledged, .answer) == 15 + 20)
        #expect(try elapse(acknowledged, 22).caseFile.state == .acknowledged)
    }

    @Test("A case sent to its platform anew waits to be taken note of anew")
    func sentAnew() throws {
        let merge = try #require(Actions.merges.first)
        let again = try Stage.acknowledged.caseFile()
            .after(.act(.merge(merge)), by: Samples.mediator)
            .after(.act(.split(reason: "Deux affaires.")), by: Samples.mediator)
            .after(.act(.transmit(reason: "")), by: Samples.mediator, at: noon(2))
        #expect(again.platformContact == nil)
        let noted = try again.after(Stage.contact, by: Samples.platform, at: noon(3))
        #expect(noted.state == .acknowledged)
        #expect(try due(noted, .answer) == 17)
    }

    @Test("Only the platform now addressed can make a case inadmissible by not being concerned")
    func concernedPlatform() throws {
        let merge = try #require(Actions.merges.first)
        let wish = try Stage.sentBack.caseFile().after(
            .act(
                .readdress(platform: "wish", reason: ""), filing: Filing(routing: .platformInbox)),
            by: Samples.association, at: noon(1))
        let split = try wish.after(.act(.merge(merge)), by: Samples.mediator, at: noon(2))
            .after(.act(.split(reason: "Deux affaires.")), by: Samples.mediator, at: noon(2))
        let conflict = Refusal.Code.stateConflict(state: .submitted, version: split.version)
        let mediator = Actor.partner(Samples.mediator)
        #expect(
            split.refusal(of: .act(.declareInadmissible(Actions.inadmissibility)), by: mediator)
                == conflict)
        #expect(
            split.refusal(of: .act(.readdress(platform: "ebay", reason: "")), by: mediator)
                == conflict)
    }

    // MARK: Campaigns

    private func inCampaign(_ days: Int) throws -> CaseFile {
        let terms = CampaignTerms(
            campaign: [UInt8](repeating: 1, count: 16),
            resolveBy: Samples.today.adding(days: days))
        let command = CaseCommand.submit(
            try ValidDraft(Samples.draft(), today: Samples.today),
            identifier: Submitting.identifier, publicNumber: try Submitting.number(),
            filing: Filing(routing: .platformInbox, terms: terms))
        return try CaseRules.decide(
            command, on: nil, by: .partner(Samples.association), at: Samples.now
        ).caseFile
    }

    @Test("A campaign's day caps each clock, and leaves two working days whatever it says")
    func caps() throws {
        #expect(try due(try inCampaign(9), .answer) == 9)
        #expect(try due(try inCampaign(40), .answer) == 15)
        // A Friday: Monday and Tuesday are the two.
        #expect(try due(try inCampaign(0), .answer) == 4)
        let answered = try inCampaign(9).after(.answer(.explanation), by: Samples.platform)
        #expect(try due(answered, .verdict) == 9)
        let refused = try answered.after(
            .giveVerdict(accepted: false, reason: "Non."), by: Samples.association)
        #expect(try due(refused, .mediationEnd) == 90)
    }

    @Test("A promise for after the campaign's day is refused")
    func promise() throws {
        var response = Samples.response(.remedyPromised)
        response.dueOn = Samples.today.adding(days: 10)
        let platform = Actor.partner(Samples.platform)
        #expect(
            try inCampaign(9).refusal(of: .respond(response), by: platform)
                == .invalid([Violation("due_on", .dateTooFar, limit: 9, actual: 10)]))
        #expect(try inCampaign(10).refusal(of: .respond(response), by: platform) == nil)
    }
}
