// SPDX-License-Identifier: EUPL-1.2

import RecoursCases
import RecoursMessages
import Testing

@testable import recours

@Suite("What happens next: who must act, by when, and what comes of silence")
struct NextStepTests {
    static let now = Instant(millisecondsSince1970: 1_543_536_000_000)  // 30 November 2018
    static let day: Int64 = 86_400_000

    static func clock(
        _ kind: RecoursMessages.DeadlineKind, _ party: RecoursMessages.PartyKind, days: Int64 = 5
    ) -> RecoursMessages.Deadline {
        RecoursMessages.Deadline(
            kind: kind, dueAtMs: now.millisecondsSince1970 + days * day, party: party)
    }

    static func answered(_ type: RecoursMessages.ResponseType) -> Case {
        Case(
            state: .answered, deadlines: [clock(.verdict, .association)],
            responses: [PlatformResponse(type: type)])
    }

    struct Row: Sendable, CustomStringConvertible {
        let name: String
        let message: Case
        let steps: [(NextStep.Task, RecoursMessages.PartyKind, NextStep.Otherwise)]
        var description: String { name }
    }

    static let rows: [Row] = openRows + closedRows

    /// Nobody has to do anything any more.
    private static let closedRows: [Row] = {
        let states: [RecoursMessages.CaseState] = [
            .resolved, .noAgreement, .inadmissible, .duplicate, .withdrawn, .erased,
        ]
        return states.map { Row(name: "\($0)", message: Case(state: $0), steps: []) }
    }()

    private static let openRows: [Row] =
        [
            Row(
                name: "draft",
                message: Case(state: .draft, deadlines: [clock(.draftIdle, .association)]),
                steps: [(.fileDraft, .association, .draftErased)]),
            Row(
                name: "submitted",
                message: Case(state: .submitted, deadlines: [clock(.route, .mediator)]),
                steps: [(.route, .mediator, .mediation)]),
            Row(
                name: "held until others complain",
                message: Case(
                    state: .submitted, deadlines: [clock(.route, .mediator)],
                    disclosure: .aggregate),
                steps: [(.awaitLikeCases, .mediator, .mediation)]),
            Row(
                name: "not concerned",
                message: Case(
                    state: .submitted, deadlines: [clock(.route, .mediator)],
                    responses: [PlatformResponse(type: .notConcerned)]),
                steps: [(.readdress, .association, .mediation)]),
            Row(
                name: "transmitted",
                message: Case(
                    state: .transmitted,
                    deadlines: [
                        clock(.answer, .platform, days: 15),
                        clock(.acknowledge, .platform, days: 2),
                    ]),
                steps: [(.acknowledge, .platform, .flagged), (.answer, .platform, .mediation)]),
            Row(
                name: "acknowledged",
                message: Case(state: .acknowledged, deadlines: [clock(.answer, .platform)]),
                steps: [(.answer, .platform, .mediation)]),
            Row(
                name: "in progress",
                message: Case(state: .inProgress, deadlines: [clock(.finalAnswer, .platform)]),
                steps: [(.answerFinally, .platform, .mediation)]),
            Row(
                name: "information asked",
                message: Case(
                    state: .infoRequested, submitter: PartnerReference(kind: "business", slug: "b"),
                    deadlines: [clock(.information, .business)],
                    pausedDeadlines: [clock(.answer, .platform)]),
                steps: [(.provideInformation, .business, .backToAsker)]),
            Row(
                name: "remedy done", message: answered(.remedyDone),
                steps: [(.judge, .association, .resolved)]),
            Row(
                name: "explained", message: answered(.explanation),
                steps: [(.judge, .association, .resolved)]),
            Row(
                name: "promised", message: answered(.remedyPromised),
                steps: [(.judge, .association, .acceptedAsPromise)]),
            Row(
                name: "upheld", message: answered(.decisionUpheld),
                steps: [(.judge, .association, .mediation)]),
            Row(
                name: "promise open",
                message: Case(state: .remedyPending, deadlines: [clock(.remedy, .platform)]),
                steps: [(.carryOutRemedy, .platform, .mediation)]),
            Row(
                name: "promise proved",
                message: Case(
                    state: .remedyPending, deadlines: [clock(.remedyConfirmation, .association)]),
                steps: [(.confirmRemedy, .association, .resolved)]),
            Row(
                name: "mediation without mediator",
                message: Case(
                    state: .inMediation,
                    deadlines: [
                        clock(.mediationEnd, .mediator, days: 90),
                        clock(.mediatorFirstWord, .mediator),
                    ]),
                steps: [(.takeCharge, .mediator, .alarm), (.mediate, .mediator, .alarm)]),
            Row(
                name: "agreement accepted by one side",
                message: Case(
                    state: .inMediation, deadlines: [clock(.mediationEnd, .mediator)],
                    mediation: Mediation(
                        mediator: "m", agreement: Agreement(text: "…", acceptedByPlatform: true))),
                steps: [
                    (.mediate, .mediator, .alarm), (.answerAgreement, .association, .nothing),
                ]),
            Row(
                name: "inadmissibility contested",
                message: Case(
                    state: .inadmissible, deadlines: [clock(.route, .mediator)],
                    inadmissibility: Inadmissibility(contested: true)),
                steps: [(.judgeContest, .mediator, .alarm)]),
        ]

    @Test("Each state has its steps, the most urgent first", arguments: rows)
    func steps(row: Row) {
        let steps = NextStep.steps(of: row.message)
        #expect(steps.map(\.task) == row.steps.map(\.0))
        #expect(steps.map(\.party) == row.steps.map(\.1))
        #expect(steps.map(\.otherwise) == row.steps.map(\.2))
    }

    @Test("The table holds every state")
    func everyState() {
        let states = Set(NextStepTests.rows.map(\.message.state))
        #expect(states == Set(RecoursMessages.CaseState.allCases).subtracting([.unspecified]))
    }

    @Test("Whoever must act is spoken to, others are told of them", arguments: rows)
    func viewers(row: Row) {
        for role in recours.Viewer.Role.allCases {
            for language in Language.allCases {
                let text = NextStepText(
                    row.message, for: recours.Viewer(role: role), now: NextStepTests.now,
                    language: language)
                let first = text.paragraphs().first?.first ?? ""
                #expect(!first.isEmpty)
                guard let step = row.steps.first, step.0 != .awaitLikeCases else { continue }
                let isOwn =
                    switch step.1 {
                    case .platform: role == .platform
                    case .mediator: role == .mediator
                    default: role == .complainant
                    }
                #expect(first.hasPrefix(language == .french ? "Vous devez" : "You must") == isOwn)
                let you = language.heading(.you)
                #expect((text.whoActs == you) == isOwn)
            }
        }
    }

    @Test("Tasks and consequences have words of their own in each language")
    func words() {
        for language in Language.allCases {
            var seen: Set<String> = []
            func add(_ sentence: StepSentence) {
                let text = language == .french ? sentence.french : sentence.english
                #expect(seen.insert(text).inserted, "\(text) is said of two things")
            }
            for task in NextStep.Task.allCases {
                add(.must(task, .platform, isViewer: true))
                if task != .awaitLikeCases { add(.must(task, .platform, isViewer: false)) }
            }
            for otherwise in NextStep.Otherwise.allCases { add(.otherwise(otherwise)) }
            for days in [-3, -1, 0, 1, 2] { add(.before(date: "X", daysLeft: days)) }
        }
    }

    @Test(
        "A viewer is offered what may be done now",
        arguments: [
            (answered(.explanation), recours.Viewer.Role.complainant, "accept RC-1"),
            (Case(state: .transmitted), .platform, "ack RC-1 --contact-name …"),
            (Case(state: .transmitted), .mediator, "mediate take RC-1 --reason …"),
            (Case(state: .inMediation), .complainant, "note RC-1 --text …"),
            (Case(state: .draft), .complainant, "draft file RC-1"),
            (Case(state: .answered), .platform, "message RC-1 --text …"),
            (Case(state: .resolved), .platform, nil), (Case(state: .erased), .complainant, nil),
            (Case(state: .answered), .operator, nil),
        ] as [(Case, recours.Viewer.Role, String?)])
    func choices(message: Case, role: recours.Viewer.Role, first: String?) {
        var message = message
        message.publicNumber = "RC-1"
        let choices = Choice.choices(
            of: message, for: recours.Viewer(role: role), today: NextStepTests.now.dateInParis)
        #expect(choices.first?.command == first)
    }

    @Test("What ends by itself is offered until its last day, and not after")
    func bounded() {
        let today = NextStepTests.now.dateInParis
        func offered(daysAgo: Int64) -> CalendarDate? {
            let since = NextStepTests.now.millisecondsSince1970 - daysAgo * NextStepTests.day
            let message = Case(publicNumber: "RC-1", state: .withdrawn, stateSinceMs: since)
            return Choice.choices(
                of: message, for: recours.Viewer(role: .complainant), today: today
            ).first?.until
        }
        #expect(offered(daysAgo: 10) == today.adding(days: 20))
        #expect(offered(daysAgo: 30) == today)
        #expect(offered(daysAgo: 31) == nil)
    }
}
