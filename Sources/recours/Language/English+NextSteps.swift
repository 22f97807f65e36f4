// SPDX-License-Identifier: EUPL-1.2

internal import RecoursMessages

extension StepSentence {
    var english: String {
        switch self {
        case .nobodyMust: "Nobody has to do anything any more."
        case .must(let task, let party, let isViewer):
            English.must(task, party, isViewer: isViewer) + "."
        case .before(let date, let daysLeft): English.before(date: date, daysLeft: daysLeft)
        case .otherwise(let what): English.otherwise(what)
        case .paused(let clock, let party): English.paused(clock, party)
        case .youMay(let until): until.map { "You may, until \($0):" } ?? "You may:"
        case .timeLeft(let days): English.timeLeft(days)
        }
    }
}

extension English {
    /// "The platform must answer", "You must …".
    fileprivate static func must(_ task: NextStep.Task, _ party: PartyKind, isViewer: Bool)
        -> String
    {
        if task == .awaitLikeCases {
            return "The case waits until five firms complain of the same"
        }
        return "\(isViewer ? "You" : subject(party)) must \(infinitive(task, isViewer))"
    }

    private static func subject(_ party: PartyKind) -> String {
        switch party {
        case .business: "The firm"
        case .association: "The association"
        case .platform: "The platform"
        case .mediator: "A mediator"
        case .unspecified, .unrecognized: "Somebody"
        }
    }

    private static func infinitive(_ task: NextStep.Task, _ isViewer: Bool) -> String {
        let own = isViewer ? "your" : "its"
        return switch task {
        case .fileDraft: "file this draft"
        case .awaitLikeCases: "wait for cases like it"
        case .route: "send the case on its way"
        case .readdress: "say which other platform to address"
        case .acknowledge: "acknowledge the case and name a contact"
        case .answer: "answer"
        case .answerFinally: "give \(own) final answer"
        case .provideInformation: "give the information asked for"
        case .judge: "accept or refuse the answer"
        case .carryOutRemedy: "keep \(own) promise and prove it"
        case .confirmRemedy: "confirm that the promise was kept"
        case .takeCharge: "take charge of the case"
        case .sayFirstWord: "say a first word to the parties"
        case .mediate: "bring the mediation to its end"
        case .answerAgreement: "accept or decline the proposed agreement"
        case .judgeContest: "look at what was contested"
        }
    }

    fileprivate static func otherwise(_ otherwise: NextStep.Otherwise) -> String {
        switch otherwise {
        case .nothing: "There is no hurry: the mediation goes on."
        case .draftErased: "Otherwise the draft is erased."
        case .mediation: "Otherwise the case goes to a mediator by itself."
        case .flagged: "Otherwise the delay is noted and a mediator told; the answer clock runs."
        case .backToAsker: "Otherwise the case goes back to who asked, without it."
        case .acceptedAsPromise: "Otherwise the promise counts as accepted, and its clock runs."
        case .resolved: "Otherwise silence counts as consent, and the case is resolved."
        case .alarm: "Otherwise the delay is counted in public and the operator told."
        }
    }

    fileprivate static func before(date: String, daysLeft: Int) -> String {
        switch daysLeft {
        case ..<0: "The time ended on \(date), \(Language.english.days(-daysLeft)) ago."
        case 0: "It is the last day: before midnight tonight (\(date))."
        case 1: "1 day is left: before midnight on \(date)."
        default: "\(daysLeft) days are left: before midnight on \(date)."
        }
    }

    fileprivate static func paused(_ clock: DeadlineKind, _ party: PartyKind) -> String {
        let name = Labels.clocks.name(of: clock, in: .english)
        let whose = party == .platform ? "platform’s" : "mediator’s"
        return "Meanwhile the \(whose) clock stands still (\(name))."
    }

    fileprivate static func timeLeft(_ days: Int) -> String {
        switch days {
        case ..<0: "\(-days) d late"
        case 0: "last day"
        default: "\(days) d"
        }
    }
}
