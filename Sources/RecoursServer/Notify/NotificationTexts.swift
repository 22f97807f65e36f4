// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCases

/// What notifications say, in both languages.
enum NotificationTexts {
    struct Pair: Sendable, Hashable {
        let french: String
        let english: String
    }

    static func reminder(_ number: String, _ kind: DeadlineKind, until due: Instant) -> Pair {
        let day = date(due)
        return Pair(
            french:
                "Dossier \(number) : il reste jusqu’au \(day.french) à 23 h 59 (heure de Paris) "
                + "pour \(deed(kind).french).",
            english: "Case \(number): there is time until \(day.english), 23:59 in Paris, "
                + "to \(deed(kind).english).")
    }

    static func missed(_ number: String, _ kind: DeadlineKind, isMediated: Bool) -> Pair {
        let sequel = isMediated ? withMediator : Pair(french: "", english: "")
        return Pair(
            french: "Dossier \(number) : le délai pour \(deed(kind).french) est passé."
                + sequel.french,
            english: "Case \(number): the time to \(deed(kind).english) has passed."
                + sequel.english)
    }

    static func escalated(_ number: String, _ kind: DeadlineKind) -> Pair {
        let who: Pair =
            switch kind {
            case .acknowledge, .answer, .finalAnswer, .remedy:
                Pair(french: "la plateforme", english: "the platform")
            case .information, .verdict, .remedyConfirmation, .draftIdle:
                Pair(french: "l’auteur de la réclamation", english: "the complainant")
            case .route, .mediatorFirstWord, .mediationEnd:
                Pair(french: "le médiateur", english: "the mediator")
            }
        return Pair(
            french: "Dossier \(number) : \(who.french) a laissé passer le délai pour "
                + "\(deed(kind).french).\(withMediator.french)",
            english: "Case \(number): \(who.english) has let the time to "
                + "\(deed(kind).english) pass.\(withMediator.english)")
    }

    static func newMediation(_ number: String) -> Pair {
        Pair(
            french: "Dossier \(number) : une nouvelle médiation vous attend.",
            english: "Case \(number): a new mediation awaits you.")
    }

    static func mediatorOverdue(_ number: String, _ kind: DeadlineKind) -> Pair {
        Pair(
            french: "Dossier \(number) : le médiateur a laissé passer le délai pour "
                + "\(deed(kind).french). Veillez à ce que quelqu’un s’en charge.",
            english: "Case \(number): the mediator has let the time to \(deed(kind).english) pass. "
                + "See to it that somebody takes it up.")
    }

    static func flagged(_ number: String) -> Pair {
        Pair(
            french: "Dossier \(number) : un signalement demande l’attention d’un médiateur.",
            english: "Case \(number): a flag asks for a mediator's attention.")
    }

    /// The platform has not even taken note, and its answer is still awaited.
    static func unacknowledged(_ number: String) -> Pair {
        Pair(
            french: "Dossier \(number) : la plateforme n’a pas accusé réception dans le délai.",
            english: "Case \(number): the platform has not acknowledged it in time.")
    }

    // MARK: Parts

    private static let withMediator = Pair(
        french: " Le dossier est maintenant confié à un médiateur.",
        english: " A mediator has the case now.")

    private static func deed(_ kind: DeadlineKind) -> Pair {
        switch kind {
        case .route: Pair(french: "orienter le dossier", english: "route the case")
        case .acknowledge: Pair(french: "accuser réception", english: "acknowledge it")
        case .answer: Pair(french: "répondre", english: "answer it")
        case .finalAnswer:
            Pair(french: "donner la réponse définitive", english: "give the final answer")
        case .information:
            Pair(
                french: "fournir les informations demandées",
                english: "give the information asked for")
        case .verdict:
            Pair(french: "accepter ou refuser la réponse", english: "accept or refuse the answer")
        case .remedy: Pair(french: "tenir l’engagement pris", english: "keep the promise made")
        case .remedyConfirmation:
            Pair(
                french: "confirmer que l’engagement a été tenu",
                english: "confirm that the promise was kept")
        case .mediatorFirstWord:
            Pair(french: "s’adresser aux parties", english: "speak to the parties")
        case .mediationEnd: Pair(french: "clore la médiation", english: "end the mediation")
        case .draftIdle: Pair(french: "compléter le brouillon", english: "complete the draft")
        }
    }

    private static func date(_ instant: Instant) -> Pair {
        let date = instant.dateInParis
        let (year, month, day) = date.components
        func two(_ number: Int) -> String { (number < 10 ? "0" : "") + "\(number)" }
        return Pair(
            french: "\(two(day))/\(two(month))/\(year)", english: date.description)
    }
}
