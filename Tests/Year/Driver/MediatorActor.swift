// SPDX-License-Identifier: EUPL-1.2

internal import RecoursClient

/// The mediators' desk: two people share an inbox and divide the cases between them.
struct MediatorActor: YearActor {
    let client: RecoursClient
    let dice: Dice
    /// Which half of the cases is this one's.
    let half: Int
    var agenda = Agenda()
    var cursor: [UInt8] = []
    var tally = Tally()

    init(_ client: RecoursClient, _ dice: Dice, half: Int) {
        self.client = client
        self.dice = dice
        self.half = half
    }

    mutating func plan(_ caseFile: Case, on day: Day) {
        let id = caseFile.chanceName
        guard dice.percent(id, "mediator") % 2 == half else { return }
        switch caseFile.state {
        case .inMediation: mediate(caseFile, id, day)
        case .inadmissible:
            agenda.plan(
                .act(.readmit(Reason(text: "La contestation est fondée."))), for: caseFile,
                on: day.number + 1)
        case .submitted:
            agenda.plan(.act(.transmit(Reason(text: ""))), for: caseFile, on: day.number + 2)
        default: break
        }
    }

    private mutating func mediate(_ caseFile: Case, _ id: String, _ day: Day) {
        let turn = caseFile.responses.count * 10 + Int(caseFile.mediatorQuestions)
        let first = day.number + dice.within(0...2, id, "first\(turn)")
        agenda.plan(.act(.makeStatement(Texts.writing)), for: caseFile, on: first)
        if caseFile.mediatorQuestions < 2, dice.percent(id, "ask\(turn)") < 25 {
            agenda.plan(.act(.requestInformation(Texts.question)), for: caseFile, on: first + 1)
        }
        // One in fifty takes longer than ninety days.
        let takesLong = dice.percent(id, "long") < 2
        let end = first + (takesLong ? 120 : dice.within(8...70, id, "end\(turn)"))
        if takesLong {
            agenda.plan(
                .act(.extendMediation(Reason(text: "Une expertise est en cours."))),
                for: caseFile, on: first + 60)
        }
        let isAgreed = dice.percent(id, "agreed") < 55
        let outcome = MediationOutcome(
            result: isAgreed ? .resolved : .noAgreement,
            reasons: "Les deux parties ont été entendues ; voici la conclusion.",
            nextSteps: isAgreed ? [] : ["Tribunal de commerce de Paris"])
        agenda.plan(.act(.closeMediation(outcome)), for: caseFile, on: end)
    }
}
