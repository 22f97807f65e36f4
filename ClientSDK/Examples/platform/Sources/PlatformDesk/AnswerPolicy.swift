// SPDX-License-Identifier: EUPL-1.2

import Foundation
import RecoursClient

/// How this platform answers: what a real one would look up in its own systems, made up from the
/// case's category.
public struct AnswerPolicy: Sendable {
    /// Every so manieth case stays unanswered, as with a platform that falls behind; 0: none.
    public var silentEvery = 0
    private let today: String
    private let promisedFor: String

    /// A policy as of a moment; what it promises falls due ten days later.
    public init(now: Date = .now) {
        today = now.formatted(.iso8601.year().month().day())
        promisedFor = now.addingTimeInterval(10 * 86_400)
            .formatted(.iso8601.year().month().day())
    }

    /// The person this platform names for its cases.
    public static let contact = Contact(
        name: "Service des vendeurs", role: "Relations avec les entreprises",
        email: "vendeurs@platform.example", phone: "+33199005678", hours: "lun.–ven. 9 h–18 h",
        language: "fr")

    /// The answer to one case.
    public func answer(to one: Case) -> PlatformResponse {
        let draft = one.draft ?? CaseDraft()
        var response = PlatformResponse(contact: Self.contact)
        switch draft.category {
        case .counterfeit, .otherIp:
            response.type = .remedyDone
            response.remedies = [Remedy(kind: .listingsRemoved), Remedy(kind: .stayDownEnabled)]
            response.text = "Les annonces signalées ont été retirées et leur retour est bloqué."
            response.listingAnswers = draft.listings.filter { !$0.platformListingID.isEmpty }.map {
                ListingAnswer(platformListingID: $0.platformListingID, kind: .removed)
            }
        case .fundsWithheld:
            response.type = .remedyPromised
            response.remedies = [Remedy(kind: .fundsReleased, amount: draft.funds?.amount)]
            response.text = "Les fonds seront versés à la date indiquée."
            response.dueOn = promisedFor
        case .noHumanContact:
            response.type = .remedyDone
            response.remedies = [Remedy(kind: .humanContact)]
            // The remedy is a person: who, as what, how and when.
            response.contact = Contact(
                name: "Camille Martin", role: "Relations vendeurs",
                email: "vendeurs@plateforme.example.org", hours: "9 h – 17 h")
            response.text = "Une interlocutrice nommée suit désormais ce dossier."
        case .termsChange, .feeChange:
            response.type = .remedyDone
            response.remedies = [Remedy(kind: .termsNoticeGiven)]
            response.text = "Le changement est reporté pour respecter le préavis de quinze jours."
        case .unfairTerms, .parityClause, .selfPreference:
            response.type = .decisionUpheld
            response.text = "La clause est maintenue ; les motifs et les recours sont joints."
            response.statementOfReasons = reasons("Clause du contrat maintenue après examen.")
        default:
            response.type = .explanation
            response.text = "Voici les motifs de la décision, qui manquaient à notre message."
            response.statementOfReasons = reasons(
                "Décision d’un contrôle automatique, revue depuis.")
        }
        return response
    }

    private func reasons(_ explanation: String) -> StatementOfReasons {
        StatementOfReasons(
            visibility: .contentDisabled, ground: .terms,
            legalOrTermsRef: "Conditions générales de vente, article 7",
            facts: "Un contrôle de la boutique a conduit à la mesure contestée.",
            explanation: explanation, source: .voluntary, automatedDetection: true,
            automatedDecision: .partially, decidedOn: today, effectiveOn: today,
            redress: Redress(
                internalComplaint: "https://platform.example/plaintes",
                mediators: ["Médiateur des entreprises"]))
    }
}
