// SPDX-License-Identifier: EUPL-1.2

internal import RecoursMessages

// French names of what the protocol enumerates: answers and what they are about.
extension French {
    static let answers: [(ResponseType, String)] = [
        (.remedyDone, "remède apporté"),
        (.remedyPromised, "remède promis"),
        (.explanation, "explication"),
        (.decisionUpheld, "décision maintenue"),
        (.notConcerned, "non concerné"),
        (.infoNeeded, "complément demandé"),
        (.inProgress, "en cours"),
        (.duplicateOf, "doublon"),
        (.alreadySettled, "déjà réglé"),
    ]

    static let remedies: [(RemedyKind, String)] = [
        (.relisted, "remise en ligne"),
        (.accountReinstated, "compte rétabli"),
        (.fundsReleased, "fonds débloqués"),
        (.feeRefunded, "frais remboursés"),
        (.listingsRemoved, "annonces retirées"),
        (.sellerSanctioned, "vendeur sanctionné"),
        (.stayDownEnabled, "retrait durable"),
        (.humanContact, "interlocuteur humain"),
        (.termsNoticeGiven, "préavis donné"),
        (.termsWithdrawn, "conditions retirées"),
        (.rankingExplained, "classement expliqué"),
        (.dataProvided, "données fournies"),
        (.reviewCorrected, "avis corrigé"),
        (.compensation, "indemnisation"),
    ]

    static let notConcernedReasons: [(NotConcernedReason, String)] = [
        (.homonym, "homonyme"),
        (.sameGroup, "même groupe"),
        (.thirdPartySeller, "vendeur tiers"),
        (.unknown, "inconnu"),
        (.impersonation, "usurpation"),
    ]

    static let listingAnswers: [(ListingAnswerKind, String)] = [
        (.underReview, "en examen"),
        (.removed, "retirée"),
        (.refused, "refusée"),
        (.restored, "rétablie"),
    ]

    static let listings: [(ListingState, String)] = [
        (.observed, "constatée"),
        (.reported, "signalée"),
        (.underReview, "en examen"),
        (.removed, "retirée"),
        (.refused, "maintenue"),
        (.reappeared, "réapparue"),
    ]

    static let rights: [(IpRightKind, String)] = [
        (.trademark, "marque"),
        (.design, "dessin ou modèle"),
        (.patent, "brevet"),
        (.utilityModel, "certificat d’utilité"),
        (.copyright, "droit d’auteur"),
        (.geographicalIndication, "indication géographique"),
    ]

    static let termsChanges: [(TermsChangeKind, String)] = [
        (.terms, "conditions"),
        (.fees, "tarifs"),
    ]

    static let visibilityDecisions: [(VisibilityDecision, String)] = [
        (.contentRemoved, "contenu retiré"),
        (.contentDisabled, "contenu désactivé"),
        (.contentDemoted, "contenu rétrogradé"),
        (.contentAgeRestricted, "contenu réservé aux adultes"),
        (.contentInteractionRestricted, "interactions limitées"),
        (.contentLabelled, "contenu étiqueté"),
        (.other, "autre mesure de visibilité"),
    ]

    static let monetaryDecisions: [(MonetaryDecision, String)] = [
        (.suspension, "paiements suspendus"),
        (.termination, "paiements arrêtés"),
        (.other, "autre mesure financière"),
    ]

    static let provisionDecisions: [(ProvisionDecision, String)] = [
        (.partialSuspension, "service suspendu en partie"),
        (.totalSuspension, "service suspendu"),
        (.partialTermination, "service résilié en partie"),
        (.totalTermination, "service résilié"),
    ]

    static let accountDecisions: [(AccountDecision, String)] = [
        (.suspended, "compte suspendu"),
        (.terminated, "compte résilié"),
    ]

    static let grounds: [(DecisionGround, String)] = [
        (.illegal, "contenu illicite"),
        (.terms, "conditions générales"),
    ]

    static let sources: [(DecisionSource, String)] = [
        (.article16, "notification (article 16)"),
        (.trustedFlagger, "signaleur de confiance"),
        (.otherNotification, "autre signalement"),
        (.voluntary, "initiative propre"),
    ]

    static let automations: [(AutomatedDecision, String)] = [
        (.fully, "automatisée"),
        (.partially, "automatisée en partie"),
        (.notAutomated, "prise par une personne"),
    ]
}
