// SPDX-License-Identifier: EUPL-1.2

import CaseHistories
import RecoursCases
import Testing

@Suite("What an event counts")
struct FigureChangeTests {
    private let accept = CaseCommand.giveVerdict(accepted: true, reason: "")

    @Test("An answered and accepted case is received, timed, and resolved by a person's word")
    func life() throws {
        var history = try FigureHistory()
        #expect(history[.filed] == 1 && history[.received] == 1)
        #expect(history.standing == [.open])
        try history.then(.acknowledge(Samples.contact), minutesLater: 30)
        try history.then(.respond(Samples.response(.explanation)), minutesLater: 60)
        #expect(history[.answered] == 1)
        #expect(history.standing == [.open, .explainedDelistings])
        try history.then(accept, by: Samples.association, minutesLater: 1_440)
        #expect(
            history.standing == [.concluded, .resolved, .confirmed, .explainedDelistings])
        #expect(history.minutes(.acknowledge) == [30])
        #expect(history.minutes(.answer) == [90])
        // 1,530 minutes are 25.5 hours.
        #expect(history.minutes(.resolve) == [1_560])
        #expect(try history.recount() == history.tally.compact)
    }

    @Test("A platform's silence escalates, leaves a delisting unexplained, and is no answer")
    func silence() throws {
        var history = try FigureHistory()
        #expect(history[.unexplainedDelistings] == 0, "there is still time")
        try history.wait(days: 20)
        #expect(history[.missedAcknowledgements] == 1)
        #expect(history[.escalated] == 1 && history[.mediated] == 1)
        #expect(history[.answered] == 0)
        #expect(history[.mediatorOverdue] == 1, "nor does the mediator say a word")
        #expect(history.standing == [.open, .unexplainedDelistings, .mediatorOverdue])
        try history.then(
            .act(.closeMediation(Actions.noAgreement)), by: Samples.mediator)
        #expect(
            history.standing == [
                .concluded, .noAgreement, .unexplainedDelistings, .mediatorOverdue,
            ])
        #expect(try history.recount() == history.tally.compact)
    }

    @Test("Silence after a remedy resolves without a person's word")
    func silentResolution() throws {
        var history = try FigureHistory()
        try history.then(.respond(Samples.response(.remedyDone)))
        try history.wait(days: 30)
        #expect(history[.resolvedInSilence] == 1 && history[.confirmed] == 0)
        #expect(history[.resolutions] == 1)
        #expect(try history.recount() == history.tally.compact)
    }

    @Test("A promise that is not kept is broken, and a reopened case is resolved no more")
    func promise() throws {
        var history = try FigureHistory()
        try history.then(.respond(Samples.response(.remedyPromised)))
        try history.then(accept, by: Samples.association)
        try history.wait(days: 15)
        #expect(history[.brokenPromises] == 1 && history[.mediated] == 1)
        #expect(history[.escalated] == 0, "the platform had answered")
        try history.then(.act(.closeMediation(Actions.agreed)), by: Samples.mediator)
        #expect(history[.resolvedByMediator] == 1 && history[.resolved] == 1)
        try history.then(.act(.reopen(Actions.writing)), by: Samples.association)
        #expect(history[.resolvedByMediator] == 0 && history[.resolved] == 0)
        #expect(history[.reopened] == 1 && history[.open] == 1 && history[.mediated] == 2)
        try history.then(.respond(Samples.response(.remedyDone, identifier: 2)))
        try history.then(accept, by: Samples.association)
        #expect(history[.confirmed] == 1 && history[.resolutions] == 2)
        #expect(history[.answered] == 1, "only the first final answer is one")
        #expect(try history.recount() == history.tally.compact)
    }

    @Test("A case sent on counts for each platform by its own clock")
    func readdressing() throws {
        var history = try FigureHistory()
        try history.then(.acknowledge(Samples.contact), minutesLater: 5)
        try history.then(.respond(Samples.response(.notConcerned)), minutesLater: 5)
        try history.then(
            .act(
                .readdress(platform: "wish", reason: ""), filing: Filing(routing: .platformInbox)),
            by: Samples.association, minutesLater: 100)
        #expect(history[.received] == 1 && history[.readdressed] == 1 && history[.answered] == 0)
        #expect(history[.open] == 0 && history[.unexplainedDelistings] == 0)
        #expect(history[.received, "wish"] == 1 && history[.open, "wish"] == 1)
        try history.then(
            .respond(Samples.response(.remedyDone, identifier: 2)), by: Samples.otherPlatform,
            minutesLater: 7)
        #expect(history.minutes(.answer, platform: "wish") == [7])
        #expect(history.minutes(.acknowledge) == [5])
        #expect(history[.answered, "wish"] == 1)
        #expect(try history.recount() == history.tally.compact)
    }

    @Test("An erased case stays counted as it stood")
    func erasing() throws {
        var history = try FigureHistory()
        try history.then(.act(.takeOver(reason: "Urgent.")), by: Samples.mediator)
        try history.then(.act(.closeMediation(Actions.noAgreement)), by: Samples.mediator)
        let standing = history.standing
        try history.then(.act(.erase(reason: "Demande.")), by: Samples.mediator)
        #expect(history.caseFile.state == .erased)
        #expect(history.standing == standing)
        #expect(history[.filed] == 1)
    }

    @Test("A question of tax is counted, and says nothing about the platform")
    func outOfScope() throws {
        let history = try FigureHistory(Samples.draft(.taxQuestion))
        #expect(history[.filed] == 1 && history[.received] == 0)
        #expect(history.standing == [.inadmissible])
    }

    @Test("Too short a notice is counted: 15 days for terms, 30 for a termination")
    func notices() throws {
        let terms = try FigureHistory(Samples.draft(.termsChange))
        #expect(terms[.shortTermsNotices] == 1)
        var ended = try FigureHistory(Samples.draft(.accountTerminated))
        var answer = Samples.response(.decisionUpheld)
        answer.statementOfReasons?.account = .terminated
        try ended.then(.respond(answer))
        #expect(ended[.shortTerminationNotices] == 1)
        #expect(ended[.explainedDelistings] == 1)
    }

    @Test("A campaign's case counts under its campaign")
    func campaign() throws {
        let terms = CampaignTerms(campaign: [UInt8](repeating: 9, count: 16))
        let history = try FigureHistory(terms: terms)
        #expect(history[.received, "amazon", terms.campaign] == 1)
        #expect(history[.received] == 0)
    }

    @Test("A case without a platform of ours is filed, mediated and open, and never received")
    func withoutAccount() throws {
        let history = try FigureHistory(routing: .platformWithoutAccount)
        #expect(history[.filed] == 1 && history[.received] == 0 && history[.mediated] == 1)
        #expect(history.standing == [.open])
    }

    @Test("Withdrawn while the platform had time to explain, a delisting is not unexplained")
    func withdrawnInTime() throws {
        let withdraw = CaseCommand.withdraw(reason: "")
        var waiting = try FigureHistory()
        try waiting.then(withdraw, by: Samples.association)
        #expect(waiting.standing == [.withdrawn])
        var asked = try FigureHistory()
        try asked.then(.acknowledge(Samples.contact))
        try asked.then(.respond(Samples.response(.infoNeeded)))
        #expect(asked.standing == [.open])
        try asked.then(withdraw, by: Samples.association)
        #expect(asked.standing == [.withdrawn])
        for history in [waiting, asked] {
            #expect(try history.recount() == history.tally.compact)
        }
    }

    @Test("Withdrawn after its answer clock ran out, a delisting stays unexplained")
    func withdrawnTooLate() throws {
        var history = try FigureHistory()
        try history.wait(days: 17)
        #expect(history[.escalated] == 1)
        try history.then(.withdraw(reason: ""), by: Samples.association)
        #expect(history[.unexplainedDelistings] == 1 && history[.withdrawn] == 1)
        var asked = try FigureHistory()
        try asked.wait(days: 17)
        try asked.then(.act(.requestInformation(Actions.writing)), by: Samples.mediator)
        try asked.then(.withdraw(reason: ""), by: Samples.association)
        #expect(asked[.unexplainedDelistings] == 1, "also while the mediator asks")
        #expect(try asked.recount() == asked.tally.compact)
    }

    @Test("Every counter has a number of its own, and knows no part but its own")
    func counters() {
        #expect(Set(FigureCounter.allCases.map(\.rawValue)).count == FigureCounter.allCases.count)
    }
}
