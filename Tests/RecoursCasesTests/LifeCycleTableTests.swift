// SPDX-License-Identifier: EUPL-1.2

import CaseHistories
import RecoursCases
import Testing

/// The table of `domain.md` §3.6, written from the page: each command, who may send it, and from
/// where to where it leads. All else is refused.
@Suite("The table of the life cycle")
struct LifeCycleTableTests {
    /// C complainant, P platform, M mediator, S system; stages before > state after.
    private static let rows: [(CaseCommand, String, String)] = [
        (.act(.changeDraft(Samples.draft(.ranking))), "C", "1>1"),
        (.act(.file, filing: Filing(routing: .held)), "C", "1>2"),
        (.act(.transmit(reason: "")), "SM", "2>3 2n>3"),
        (.act(.declareInadmissible(Actions.inadmissibility)), "M", "2>12 2n>12"),
        (.act(.readdress(platform: "wish", reason: "")), "CM", "2n>2"),
        (.act(.contest(Actions.writing)), "C", "12>12"),
        (.act(.readmit(reason: "Fondée.")), "M", "12c>2"),
        (.act(.split(reason: "Deux affaires.")), "M", "13>2"),
        (.withdraw(reason: ""), "C", underWay(to: "14")),
        (.act(.restore(reason: "")), "C", "14>3"),
        (.act(.raiseDisclosure(.identified)), "C", underWayStaying()),
        (Stage.contact, "P", "3>4"),
        (.answer(.inProgress), "P", "4>5"), (.answer(.infoNeeded), "P", "4>6 5>6"),
        (.answer(.notConcerned), "P", "3>2 4>2 5>2"),
        (.answer(.remedyDone), "P", final), (.answer(.remedyPromised), "P", final),
        (.answer(.explanation), "P", final), (.answer(.decisionUpheld), "P", final),
        (.answer(.alreadySettled), "P", final), (.answer(.duplicateOf), "P", final),
        (.giveVerdict(accepted: true, reason: ""), "C", "7>10 7p>8"),
        (.giveVerdict(accepted: false, reason: "Non."), "C", "7>9 7p>9 8p>9"),
        (.act(.proveRemedy(Actions.writing)), "P", "8>8"),
        (.act(.reopen(Actions.writing)), "C", "10>9"),
        (
            .act(.addInformation(Actions.writing)), "C",
            "2>2 2n>2 3>3 4>4 5>5 6>4 7>7 7p>7 8>8 8p>8 9>9 9a>9"
        ),
        (
            .act(.postMessage(Actions.writing)), "CPM",
            "3>3 4>4 5>5 6>6 7>7 7p>7 8>8 8p>8 9>9 9a>9"
        ),
        (.act(.requestInformation(Actions.writing)), "M", "9>6 9a>6"),
        (.act(.makeStatement(Actions.writing)), "M", "9>9 9a>9"),
        (.act(.extendMediation(reason: "Expertise.")), "M", "9>9 9a>9"),
        (.act(.proposeAgreement(text: "Un avoir.")), "M", "9>9 9a>9"),
        (.act(.answerAgreement(accepted: true, reason: "")), "CP", "9a>9"),
        (.act(.answerAgreement(accepted: false, reason: "Non.")), "CP", "9a>9"),
        (.act(.closeMediation(Actions.agreed)), "M", "9>10 9a>10"),
        (.act(.closeMediation(Actions.noAgreement)), "M", "9>11 9a>11"),
        (.act(.recuse(reason: "Ancien client.")), "M", underWayStaying()),
        (.act(.setLegalHold(reason: "Procédure.")), "M", underWayStaying() + closedStaying),
        // No stage has one to lift.
        (.act(.liftLegalHold(reason: "Close.")), "M", ""),
        (.act(.erase(reason: "Demandé.")), "SM", "1>15 10>15 11>15 12>15 12c>15 13>15 14>15"),
    ]

    private static let final = "3>7 4>7 5>7 9>7 9a>7"
    private static let closedStaying = " 10>10 11>11 12>12 12c>12 13>13 14>14"

    private static func underWay(to state: String) -> String {
        "2 2n 3 4 5 6 7 7p 8 8p 9 9a".split(separator: " ").map { "\($0)>\(state)" }
            .joined(separator: " ")
    }

    private static func underWayStaying() -> String {
        "2 2n 3 4 5 6 7 7p 8 8p 9 9a".split(separator: " ")
            .map { "\($0)>\($0.filter(\.isNumber))" }.joined(separator: " ")
    }

    private static let actors: [(Actor, Character)] = [
        (.partner(Samples.association), "C"), (.partner(Samples.platform), "P"),
        (.partner(Samples.mediator), "M"), (.system, "S"),
        // Strangers: to them the case is not there.
        (.partner(Samples.otherAssociation), "-"), (.partner(Samples.otherPlatform), "-"),
        (.partner(PartnerReference(kind: .business, slug: Samples.association.slug)), "-"),
        (.partner(PartnerReference(kind: .operator, slug: "o")), "-"),
    ]

    private func sees(_ letter: Character, _ stage: Stage) -> Bool {
        switch letter {
        case "C", "S": true
        case "P": stage.isKnownToPlatform
        case "M": stage != .draft
        default: false
        }
    }

    @Test(
        "Each command by each actor in each state does what the table says, or is refused so",
        arguments: Stage.allCases)
    func table(stage: Stage) throws {
        let before = try stage.caseFile()
        let state = try #require(stage.state)
        #expect(before.state == state)
        let conflict = Refusal.Code.stateConflict(state: state, version: before.version)
        for (command, sides, moves) in Self.rows {
            for (actor, letter) in Self.actors {
                let after = sides.contains(letter) ? target(moves, stage) : nil
                guard sees(letter, stage), let after else {
                    var expected = conflict
                    if !sides.contains(letter) { expected = .notAllowed }
                    if !sees(letter, stage) { expected = .notFound }
                    if sides == "P", letter == "P", command == Stage.contact,
                        stage.isAcknowledged
                    {
                        // Programs acknowledge at least once: that is no error.
                        #expect(before.refusal(of: command, by: actor) == nil)
                        continue
                    }
                    #expect(before.refusal(of: command, by: actor) == expected, "\(command)")
                    continue
                }
                let decision = try CaseRules.decide(
                    command, on: before, by: actor, at: Samples.now)
                #expect(decision.events.count == 1, "\(command)")
                #expect(decision.caseFile.state == after, "\(command)")
                #expect(decision.caseFile.version == before.version + 1)
                #expect(decision.events.first?.actor == actor)
            }
        }
    }

    private func target(_ moves: String, _ stage: Stage) -> CaseState? {
        for move in moves.split(separator: " ") {
            let ends = move.split(separator: ">")
            if ends.first == stage.rawValue[...] {
                return ends.last.flatMap { Int32($0) }.flatMap(CaseState.init(rawValue:))
            }
        }
        return nil
    }

    @Test(
        "A mediator may take over any case that a platform has, or that is over",
        arguments: [
            (Stage.transmitted, true), (.acknowledged, true), (.inProgress, true),
            (.answered, true),
            (.remedyPending, true), (.inMediation, true), (.resolved, true), (.noAgreement, true),
            (.inadmissible, true), (.contested, true), (.submitted, false), (.infoRequested, false),
            (.duplicate, false), (.withdrawn, false), (.erased, false),
        ])
    func takeOver(stage: Stage, isPossible: Bool) throws {
        let other = PartnerReference(kind: .mediator, slug: "m-leroy")
        let before = try stage.caseFile()
        let command = CaseCommand.act(.takeOver(reason: "Cas urgent."))
        guard isPossible else {
            #expect(
                before.refusal(of: command, by: .partner(other))
                    == .stateConflict(state: before.state, version: before.version))
            return
        }
        let after = try before.after(command, by: other)
        #expect(after.state == .inMediation)
        #expect(after.mediation?.mediator == "m-leroy")
    }

    @Test("The clock's command is the system's alone, and does nothing before its time")
    func elapse() throws {
        for stage in Stage.allCases {
            let before = try stage.caseFile()
            let decision = try CaseRules.decide(
                .elapse, on: before, by: .system, at: Samples.now)
            #expect(decision.events.isEmpty)
            #expect(decision.caseFile == before)
            #expect(
                before.refusal(of: .elapse, by: .partner(Samples.association)) == .notAllowed)
        }
    }

    @Test("A conflict names the version that was read, whatever was begun before it")
    func versionOfConflict() throws {
        // Nobody is in charge: the first act would put the mediator in charge.
        let refused = try Stage.answered.caseFile().after(
            .giveVerdict(accepted: false, reason: "Non."), by: Samples.association)
        let asked = try refused.after(
            .act(.requestInformation(Actions.writing)), by: Samples.mediator
        ).after(.act(.addInformation(Actions.writing)), by: Samples.association)
        let again = try asked.after(
            .act(.requestInformation(Actions.writing)), by: Samples.mediator
        ).after(
            .act(.addInformation(Actions.writing)), by: Samples.association
        ).after(.act(.recuse(reason: "Ancien client.")), by: Samples.mediator)
        #expect(again.mediation?.mediator == nil)
        let third = CaseCommand.act(.requestInformation(Actions.writing))
        let other = Actor.partner(PartnerReference(kind: .mediator, slug: "m-leroy"))
        #expect(
            again.refusal(of: third, by: other)
                == .stateConflict(state: .inMediation, version: again.version))
    }
}
