// SPDX-License-Identifier: EUPL-1.2

import CaseHistories
import RecoursCases
import Testing

@Suite("Life of a case")
struct LifeCycleTests {
    private let submitter = Actor.partner(Samples.association)
    private let platform = Actor.partner(Samples.platform)
    private let verdict = CaseCommand.giveVerdict(accepted: true, reason: "")
    private let refusal = CaseCommand.giveVerdict(accepted: false, reason: "Rien n’a changé.")

    private func respond(_ type: ResponseType) -> CaseCommand {
        .respond(Samples.response(type))
    }

    /// A case in each state that this version can reach.
    private func caseFile(in state: CaseState) throws -> CaseFile {
        let transmitted = try Submitting.caseFile()
        switch state {
        case .submitted: return try Submitting.caseFile(routing: .held)
        case .transmitted: return transmitted
        case .acknowledged:
            return try transmitted.after(.acknowledge(Samples.contact), by: Samples.platform)
        case .inProgress:
            return try caseFile(in: .acknowledged)
                .after(respond(.inProgress), by: Samples.platform)
        case .answered:
            return try transmitted.after(respond(.explanation), by: Samples.platform)
        case .remedyPending:
            return try transmitted.after(respond(.remedyPromised), by: Samples.platform)
                .after(verdict, by: Samples.association)
        case .inMediation:
            return try caseFile(in: .answered).after(refusal, by: Samples.association)
        case .resolved: return try caseFile(in: .answered).after(verdict, by: Samples.association)
        case .inadmissible: return try Submitting.caseFile(Samples.draft(.taxQuestion))
        case .withdrawn:
            return try transmitted.after(.withdraw(reason: ""), by: Samples.association)
        case .draft, .infoRequested, .noAgreement, .duplicate, .erased:
            throw Unreachable(state: state)
        }
    }

    private struct Unreachable: Error {
        let state: CaseState
    }

    static let reachable: [CaseState] = [
        .submitted, .transmitted, .acknowledged, .inProgress, .answered, .remedyPending,
        .inMediation, .resolved, .inadmissible, .withdrawn,
    ]

    // MARK: Submission and routing

    @Test("A submission is two events: submitted by the partner, transmitted by the system")
    func submit() throws {
        let decision = try Submitting.decision()
        #expect(decision.events.map(\.kind.number) == [1, 2])
        #expect(decision.events.map(\.sequence) == [1, 2])
        #expect(decision.events.map(\.actor) == [submitter, .system])
        #expect(decision.events.map(\.stateBefore) == [nil, .submitted])
        #expect(decision.events.map(\.stateAfter) == [.submitted, .transmitted])
        #expect(decision.caseFile.state == .transmitted)
        #expect(decision.caseFile.version == 2)
        #expect(decision.caseFile.transmittedAt == Samples.now)
    }

    @Test("A case against a platform without an account goes to a mediator, with the reason")
    func withoutAccount() throws {
        let decision = try Submitting.decision(routing: .platformWithoutAccount)
        #expect(decision.events.map(\.kind.number) == [1, 4])
        #expect(decision.caseFile.state == .inMediation)
        #expect(decision.caseFile.deadlines.map(\.kind) == [.mediatorFirstWord, .mediationEnd])
        #expect(!decision.caseFile.stateReason.isEmpty)
        #expect(!decision.caseFile.isVisible(to: Samples.platform))
    }

    @Test("A question of tax is counted, explained and out of scope, wherever it was going")
    func taxQuestion() throws {
        for routing in [Routing.platformInbox, .platformWithoutAccount, .held] {
            let decision = try Submitting.decision(Samples.draft(.taxQuestion), routing: routing)
            #expect(decision.events.map(\.kind.number) == [1, 3])
            #expect(decision.caseFile.state == .inadmissible)
            #expect(!decision.caseFile.stateReason.isEmpty)
            #expect(decision.caseFile.deadlines.isEmpty)
        }
    }

    @Test("A held case waits for a mediator, two working days, and is then transmitted")
    func held() throws {
        let held = try caseFile(in: .submitted)
        #expect(held.deadlines.map(\.kind) == [.route])
        #expect(held.refusal(of: .act(.transmit(reason: "")), by: submitter) == .notAllowed)
        let sent = try held.after(
            .act(.transmit(reason: ""), expectedVersion: 1), by: Samples.mediator)
        #expect(sent.state == .transmitted)
        let bySystem = try CaseRules.decide(
            .act(.transmit(reason: "")), on: held, by: .system, at: Samples.now)
        #expect(bySystem.caseFile == sent)
    }

    @Test(
        "Only associations and firms submit",
        arguments: [
            Samples.platform, Samples.mediator, PartnerReference(kind: .operator, slug: "o"),
        ])
    func submitters(partner: PartnerReference) throws {
        let refusal = #expect(throws: Refusal.self) { try Submitting.decision(by: partner) }
        #expect(refusal?.code == .notAllowed)
        let firm = PartnerReference(kind: .business, slug: "bijoux")
        #expect(try Submitting.decision(by: firm).caseFile.submitter == firm)
    }

    // MARK: Who sees what

    @Test("Others' cases look like cases that are not there")
    func invisible() throws {
        let transmitted = try caseFile(in: .transmitted)
        for command in [verdict, .withdraw(reason: ""), respond(.remedyDone)] {
            for partner in [
                Samples.otherAssociation, Samples.otherPlatform,
                PartnerReference(kind: .business, slug: Samples.association.slug),
                PartnerReference(kind: .operator, slug: "o"),
            ] {
                #expect(transmitted.refusal(of: command, by: .partner(partner)) == .notFound)
            }
        }
        let none = #expect(throws: Refusal.self) {
            try CaseRules.decide(verdict, on: nil, by: submitter, at: Samples.now)
        }
        #expect(none?.code == .notFound)
        // Not even its addressee knows of a case that was never transmitted.
        let held = try caseFile(in: .submitted)
        #expect(held.refusal(of: respond(.remedyDone), by: platform) == .notFound)
    }

    @Test("Each party has its own commands")
    func authority() throws {
        let answered = try caseFile(in: .answered)
        #expect(answered.refusal(of: verdict, by: platform) == .notAllowed)
        #expect(answered.refusal(of: .withdraw(reason: ""), by: platform) == .notAllowed)
        #expect(answered.refusal(of: verdict, by: .partner(Samples.mediator)) == .notAllowed)
        let transmitted = try caseFile(in: .transmitted)
        #expect(transmitted.refusal(of: respond(.remedyDone), by: submitter) == .notAllowed)
        let acknowledge = CaseCommand.acknowledge(Samples.contact)
        #expect(transmitted.refusal(of: acknowledge, by: submitter) == .notAllowed)
    }

    // MARK: Transitions

    /// Where each command leads from each state; what is not in it is a state conflict.
    @Test("Each command in each state does what the table says", arguments: reachable)
    func table(state: CaseState) throws {
        let final: [CaseState: CaseState] = [
            .transmitted: .answered, .acknowledged: .answered, .inProgress: .answered,
            .inMediation: .answered,
        ]
        var withdrawal: [CaseState: CaseState] = [:]
        for open in Self.reachable where !open.isClosed { withdrawal[open] = .withdrawn }
        let rows: [(CaseCommand, Actor, [CaseState: CaseState])] = [
            (.act(.transmit(reason: "")), .system, [.submitted: .transmitted]),
            (respond(.remedyDone), platform, final),
            (respond(.alreadySettled), platform, final),
            (respond(.inProgress), platform, [.acknowledged: .inProgress]),
            (verdict, submitter, [.answered: .resolved]),
            (refusal, submitter, [.answered: .inMediation]),
            (.withdraw(reason: "Réglé."), submitter, withdrawal),
        ]
        let before = try caseFile(in: state)
        for (command, actor, table) in rows {
            if actor == platform, before.transmittedAt == nil { continue }
            guard let expected = table[state] else {
                #expect(
                    before.refusal(of: command, by: actor)
                        == .stateConflict(state: state, version: before.version))
                continue
            }
            let decision = try CaseRules.decide(command, on: before, by: actor, at: Samples.now)
            #expect(decision.caseFile.state == expected)
            #expect(decision.caseFile.version == before.version + 1)
            #expect(decision.events.count == 1)
        }
    }

    @Test("An accepted promise is pending; what was promised is confirmed by who has seen it")
    func promise() throws {
        let pending = try caseFile(in: .remedyPending)
        #expect(pending.deadlines.map(\.kind) == [.remedy])
        let conflict = Refusal.Code.stateConflict(state: .remedyPending, version: pending.version)
        #expect(pending.refusal(of: verdict, by: submitter) == conflict)
        #expect(pending.refusal(of: refusal, by: submitter) == conflict)
        let confirmed = try pending.after(
            .giveVerdict(accepted: true, reason: "", expectedVersion: pending.version),
            by: Samples.association)
        #expect(confirmed.state == .resolved)
    }

    @Test("A command that expects another version is refused with state and version")
    func versions() throws {
        let answered = try caseFile(in: .answered)
        let command = CaseCommand.giveVerdict(accepted: true, reason: "", expectedVersion: 2)
        #expect(
            answered.refusal(of: command, by: submitter)
                == .stateConflict(state: .answered, version: 3))
        let right = CaseCommand.giveVerdict(accepted: true, reason: "", expectedVersion: 3)
        #expect(answered.refusal(of: right, by: submitter) == nil)
    }

    @Test("An acknowledgement repeated changes nothing and is no error, also later")
    func acknowledgedTwice() throws {
        for state in [CaseState.acknowledged, .inProgress] {
            let before = try caseFile(in: state)
            let again = try CaseRules.decide(
                .acknowledge(Contact(name: "Autre")), on: before, by: platform, at: Samples.now)
            #expect(again.events.isEmpty)
            #expect(again.caseFile == before)
        }
        // Answered without ever having been acknowledged: that is over.
        let answered = try caseFile(in: .answered)
        #expect(
            answered.refusal(of: .acknowledge(Samples.contact), by: platform)
                == .stateConflict(state: .answered, version: 3))
    }

    @Test("An acknowledgement names somebody, a refusal says why")
    func requiredWords() throws {
        let transmitted = try caseFile(in: .transmitted)
        #expect(
            transmitted.refusal(of: .acknowledge(Contact(phone: "+33123456789")), by: platform)
                == .invalid([Violation("contact.name", .required)]))
        let answered = try caseFile(in: .answered)
        #expect(
            answered.refusal(of: .giveVerdict(accepted: false, reason: ""), by: submitter)
                == .invalid([Violation("reason", .required)]))
        let long = CaseCommand.withdraw(reason: String(repeating: "a", count: 2001))
        #expect(
            answered.refusal(of: long, by: submitter)
                == .invalid([Violation("reason", .tooLong, limit: 2000, actual: 2001)]))
    }

    @Test("A refused answer lands in mediation, where the platform may answer anew")
    func mediation() throws {
        let mediation = try caseFile(in: .inMediation)
        #expect(mediation.stateReason == "Rien n’a changé.")
        #expect(mediation.deadlines.map(\.party) == [.mediator, .mediator])
        let again = try mediation.after(
            .respond(Samples.response(.remedyDone, identifier: 2)), by: Samples.platform)
        #expect(again.state == .answered)
        #expect(again.responses.count == 2)
        #expect(again.stateReason.isEmpty)
    }

    @Test("An interim answer is bound to sixty days from transmission, not from today")
    func interim() throws {
        let acknowledged = try caseFile(in: .acknowledged)
        let later = Instant(
            millisecondsSince1970: Samples.now.millisecondsSince1970 + 10 * 86_400_000)
        var response = Samples.response(.inProgress)
        response.dueOn = Samples.today.adding(days: 61)
        #expect(
            acknowledged.refusal(of: .respond(response), by: platform, at: later)
                == .invalid([Violation("due_on", .dateTooFar, limit: 50, actual: 51)]))
        response.dueOn = Samples.today.adding(days: 60)
        let inProgress = try acknowledged.after(
            .respond(response), by: Samples.platform, at: later)
        #expect(inProgress.deadlines.map(\.kind) == [.finalAnswer])
        #expect(inProgress.dueAt?.dateInParis == Samples.today.adding(days: 60))
    }

    @Test("The server's time is put on answers and verdicts")
    func times() throws {
        let resolved = try caseFile(in: .resolved)
        #expect(resolved.responses.map(\.givenAt) == [Samples.now])
        #expect(resolved.verdicts.map(\.givenAt) == [Samples.now])
        #expect(resolved.deadlines.isEmpty)
        #expect(resolved.dueAt == nil)
    }

    @Test("Events that do not follow from each other are refused, not applied")
    func brokenHistory() throws {
        let events = try Submitting.decision().events
        let number = try Submitting.number()
        for broken in [
            [], [events[1]], [events[0], events[0]], [events[0], events[1], events[1]],
        ] {
            let refusal = #expect(throws: Refusal.self) {
                try CaseRules.replay(
                    broken, identifier: Submitting.identifier, publicNumber: number)
            }
            guard case .brokenHistory = refusal?.code else {
                Issue.record("not refused as broken")
                continue
            }
        }
    }
}
