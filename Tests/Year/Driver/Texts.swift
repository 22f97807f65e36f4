// SPDX-License-Identifier: EUPL-1.2

internal import RecoursClient

/// What is written, the same again and again.
enum Texts {
    static let desk = Contact(
        name: "Camille Martin", role: "Relations vendeurs", email: "desk@platform.example.org",
        phone: "+33123456789", hours: "9 h – 17 h")
    static let refusal = "Rien n'a changé pour nous depuis cette réponse."
    static let writing = Writing(text: "Voici ce que nous avons à ajouter, avec les pièces utiles.")
    static let question = Writing(text: "Pouvez-vous préciser les dates et les montants ?")

    static func draft(_ number: Int, platform: String, siren: String, _ dice: Dice, _ day: Day)
        -> CaseDraft
    {
        let id = "Y-\(number)"
        let categories: [CaseCategory] = [
            .delisting, .delisting, .listingSuppressed, .accountSuspended, .noHumanContact,
            .noHumanContact, .counterfeit, .unfairTerms, .feeChange, .ranking, .fundsWithheld,
            .falseReviews, .unexplainedDecision,
        ]
        // One in a hundred asks about taxes.
        let category: CaseCategory =
            dice.percent(id, "tax") == 0
            ? .taxQuestion : dice.pick(categories, id, "category") ?? .delisting
        var draft = CaseDraft(
            complainant: Party(
                kind: .business, legalName: "Atelier \(siren)", siren: siren, size: .micro,
                nafCode: "3212Z",
                contact: Contact(name: "Service client", email: "atelier@example.org")),
            platformID: platform, platformAccountRef: "FR\(number)", category: category,
            title: "Différend numéro \(number) avec la plateforme",
            facts: "Depuis quelques jours, la plateforme ne répond plus à nos messages, "
                + "et nos ventes de fin d'année en souffrent.",
            desiredRemedies: [.relisted], incidentOn: day.date(-5), country: "FR",
            language: "fr", disclosure: dice.percent(id, "shy") < 10 ? .pseudonym : .identified,
            urgency: dice.percent(id, "urgent") < 15 ? .urgent : .standard, externalRef: id)
        switch category {
        case .counterfeit:
            draft.ipClaim = IpClaim(
                kind: .design, office: "FR", number: "2018\(number)", owner: draft.complainant,
                originals: [Listing(url: "https://example.org/puzzle")], goodFaith: true)
            draft.listings = [
                Listing(url: "https://copies.example.org/\(number)", title: "Puzzle en bois")
            ]
        case .feeChange:
            draft.termsChange = TermsChange(
                announcedOn: day.date(-10), effectiveOn: day.date(dice.within(-2...20, id, "n")),
                kind: .fees)
        case .fundsWithheld:
            draft.funds = FundsWithheld(
                amount: Money(minorUnits: 120_000, currency: "EUR"), heldSince: day.date(-30))
        default: break
        }
        return draft
    }

    static func answer(_ type: ResponseType, _ day: Day, due: Int = 10) -> PlatformResponse {
        var answer = PlatformResponse(
            type: type, text: "Votre demande a été étudiée par une personne de notre service.")
        switch type {
        case .remedyDone: answer.remedies = [Remedy(kind: .relisted)]
        case .remedyPromised:
            answer.remedies = [Remedy(kind: .relisted)]
            answer.dueOn = day.date(due)
        case .inProgress: answer.dueOn = day.date(due)
        case .explanation, .decisionUpheld:
            answer.statementOfReasons = StatementOfReasons(
                visibility: .contentDemoted, ground: .terms,
                legalOrTermsRef: "Conditions de vente, article 7.2",
                facts: "La mesure suit un examen des annonces et du compte.",
                explanation: "Nos conditions le prévoient, votre espace vendeur le détaille.",
                source: .voluntary, automatedDecision: .partially, decidedOn: day.date(-8),
                effectiveOn: day.date(-7),
                redress: Redress(
                    internalComplaint: "Formulaire de réclamation", mediators: ["CMAP"]))
        case .alreadySettled: answer.proof = "Virement du mois dernier."
        case .notConcerned: answer.notConcernedReason = .thirdPartySeller
        default: break
        }
        return answer
    }
}
