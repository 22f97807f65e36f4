// SPDX-License-Identifier: EUPL-1.2

internal import RecoursMessages

extension StepSentence {
    var french: String {
        switch self {
        case .nobodyMust: "Personne n’a plus rien à faire."
        case .must(let task, let party, let isViewer):
            French.must(task, party, isViewer: isViewer) + "."
        case .before(let date, let daysLeft): French.before(date: date, daysLeft: daysLeft)
        case .otherwise(let what): French.otherwise(what)
        case .paused(let clock, let party): French.paused(clock, party)
        case .youMay(let until): until.map { "Vous pouvez, jusqu’au \($0) :" } ?? "Vous pouvez :"
        case .timeLeft(let days): French.timeLeft(days)
        }
    }
}

extension French {
    /// « La plateforme doit répondre », « Vous devez … ».
    fileprivate static func must(_ task: NextStep.Task, _ party: PartyKind, isViewer: Bool)
        -> String
    {
        if task == .awaitLikeCases {
            return "Le dossier attend que cinq entreprises se plaignent de la même chose"
        }
        if isViewer { return "Vous devez \(infinitive(task))" }
        return "\(subject(party)) doit \(infinitive(task))"
    }

    private static func subject(_ party: PartyKind) -> String {
        switch party {
        case .business: "L’entreprise"
        case .association: "L’association"
        case .platform: "La plateforme"
        case .mediator: "Un médiateur"
        case .unspecified, .unrecognized: "Quelqu’un"
        }
    }

    private static func infinitive(_ task: NextStep.Task) -> String {
        switch task {
        case .fileDraft: "déposer ce brouillon"
        case .awaitLikeCases: "attendre d’autres dossiers semblables"
        case .route: "acheminer le dossier"
        case .readdress: "dire à quelle autre plateforme s’adresser"
        case .acknowledge: "prendre en compte le dossier et nommer un interlocuteur"
        case .answer: "répondre"
        case .answerFinally: "donner sa réponse définitive"
        case .provideInformation: "fournir le complément demandé"
        case .judge: "accepter ou refuser la réponse"
        case .carryOutRemedy: "tenir sa promesse et le prouver"
        case .confirmRemedy: "confirmer que la promesse est tenue"
        case .takeCharge: "prendre le dossier en charge"
        case .sayFirstWord: "dire un premier mot aux parties"
        case .mediate: "conclure la médiation"
        case .answerAgreement: "accepter ou refuser l’accord proposé"
        case .judgeContest: "examiner la contestation"
        }
    }

    fileprivate static func otherwise(_ otherwise: NextStep.Otherwise) -> String {
        switch otherwise {
        case .nothing: "Rien ne presse : la médiation suit son cours."
        case .draftErased: "Sinon, le brouillon est effacé."
        case .mediation: "Sinon, le dossier passe de lui-même à un médiateur."
        case .flagged:
            "Sinon, le retard est noté et un médiateur averti ; le délai de réponse court."
        case .backToAsker: "Sinon, le dossier revient à qui a demandé, sans complément."
        case .acceptedAsPromise: "Sinon, la promesse est tenue pour acceptée et son délai court."
        case .resolved: "Sinon, le silence vaut accord et le dossier est résolu."
        case .alarm: "Sinon, le retard est compté publiquement et l’opérateur averti."
        }
    }

    fileprivate static func before(date: String, daysLeft: Int) -> String {
        switch daysLeft {
        case ..<0:
            "Le délai a pris fin le \(date), il y a \(Language.french.days(-daysLeft))."
        case 0: "C’est le dernier jour : avant ce soir minuit (\(date))."
        case 1: "Il reste 1 jour : avant le \(date) à minuit."
        default: "Il reste \(daysLeft) jours : avant le \(date) à minuit."
        }
    }

    fileprivate static func paused(_ clock: DeadlineKind, _ party: PartyKind) -> String {
        let name = Labels.clocks.name(of: clock, in: .french)
        let whose = party == .platform ? "de la plateforme" : "du médiateur"
        return "Pendant ce temps, le délai \(whose) est suspendu (\(name))."
    }

    fileprivate static func timeLeft(_ days: Int) -> String {
        switch days {
        case ..<0: "en retard de \(-days) j"
        case 0: "dernier jour"
        default: "\(days) j"
        }
    }
}
