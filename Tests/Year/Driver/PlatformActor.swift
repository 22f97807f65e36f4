// SPDX-License-Identifier: EUPL-1.2

internal import RecoursClient

/// A platform of one of four characters.
struct PlatformActor: YearActor {
    enum Character: String, CaseIterable {
        /// Takes note at once and answers within days.
        case prompt
        /// Interim answers, questions, and final answers near or after the last day.
        case slow
        /// Hardly ever says anything.
        case silent
        /// Promises what it doesn't keep, proves what isn't so, asks to gain time.
        case dishonest
    }

    let character: Character
    let client: RecoursClient
    let dice: Dice
    var agenda = Agenda()
    var cursor: [UInt8] = []
    var tally = Tally()

    init(_ character: Character, _ client: RecoursClient, _ dice: Dice) {
        self.character = character
        self.client = client
        self.dice = dice
    }

    mutating func plan(_ caseFile: Case, on day: Day) {
        let id = caseFile.chanceName
        switch caseFile.state {
        case .transmitted: take(caseFile, id, day)
        case .acknowledged: answer(caseFile, id, day)
        case .inProgress:
            let wait = dice.within(3...30, id, "final")
            respond(to: caseFile, finalType(id), wait, day)
        case .remedyPending: prove(caseFile, id, day)
        case .inMediation:
            // Some answer at last, once a mediator has the case.
            if character != .silent, caseFile.responses.count < 3, dice.percent(id, "late") < 15 {
                respond(to: caseFile, .remedyDone, dice.within(2...9, id, "late"), day)
            }
        default: break
        }
    }

    private mutating func take(_ caseFile: Case, _ id: String, _ day: Day) {
        switch character {
        case .silent where dice.percent(id, "silent") >= 12: return
        case .slow:
            agenda.plan(.acknowledge, for: caseFile, on: day.number + dice.within(0...4, id, "n"))
        default: agenda.plan(.acknowledge, for: caseFile, on: day.number)
        }
        // A platform does not hear of what it did itself: it goes on from here.
        answer(caseFile, id, day)
    }

    private mutating func answer(_ caseFile: Case, _ id: String, _ day: Day) {
        let chance = dice.percent(id, "answer")
        let asked = caseFile.platformQuestions
        switch character {
        case .prompt: respond(to: caseFile, finalType(id), dice.within(1...5, id, "d"), day)
        case .silent: respond(to: caseFile, .explanation, dice.within(3...20, id, "d"), day)
        case .slow where chance < 15 && asked == 0:
            respond(to: caseFile, .infoNeeded, dice.within(5...10, id, "d"), day)
        case .slow where chance < 55:
            respond(to: caseFile, .inProgress, dice.within(5...10, id, "d"), day)
            respond(to: caseFile, finalType(id), dice.within(12...50, id, "e"), day)
        case .slow: respond(to: caseFile, finalType(id), dice.within(6...20, id, "d"), day)
        case .dishonest where asked < 2 && chance < 40:
            respond(to: caseFile, .infoNeeded, dice.within(8...14, id, "d\(asked)"), day)
        case .dishonest where chance < 50:
            respond(to: caseFile, .notConcerned, dice.within(3...9, id, "d"), day)
        case .dishonest where chance < 85:
            respond(to: caseFile, .remedyPromised, dice.within(2...12, id, "d"), day)
        case .dishonest: respond(to: caseFile, .explanation, dice.within(2...12, id, "d"), day)
        }
    }

    private func finalType(_ id: String) -> ResponseType {
        switch dice.percent(id, "type") {
        case ..<45: .remedyDone
        case ..<70: .explanation
        case ..<85: .decisionUpheld
        case ..<95: .remedyPromised
        default: .alreadySettled
        }
    }

    private mutating func prove(_ caseFile: Case, _ id: String, _ day: Day) {
        // The dishonest prove three promises in ten, falsely; the complainant knows.
        let keeps = character == .dishonest ? 30 : 90
        guard dice.percent(id, "prove") < keeps else { return }
        agenda.plan(
            .act(.proveRemedy(Texts.writing)), for: caseFile,
            on: day.number + dice.within(1...5, id, "p"))
    }

    private mutating func respond(
        to caseFile: Case, _ type: ResponseType, _ wait: Int, _ day: Day
    ) {
        let then = Day(
            number: day.number + wait, nowMs: day.nowMs + Int64(wait) * 86_400_000)
        var answer = Texts.answer(type, then)
        if type == .remedyDone, caseFile.draft?.category == .counterfeit {
            answer.remedies = [Remedy(kind: .listingsRemoved)]
        }
        answer.responseID = IdempotencyKey().bytes
        agenda.plan(.respond(answer), for: caseFile, on: then.number)
    }
}
