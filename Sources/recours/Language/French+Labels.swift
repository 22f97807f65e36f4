// SPDX-License-Identifier: EUPL-1.2

internal import RecoursMessages

// French names of what the protocol enumerates: cases and those who deal with them.
extension French {
    static let states: [(CaseState, String)] = [
        (.draft, "brouillon"),
        (.submitted, "déposé"),
        (.transmitted, "transmis"),
        (.acknowledged, "pris en compte"),
        (.inProgress, "en cours"),
        (.infoRequested, "complément demandé"),
        (.answered, "répondu"),
        (.remedyPending, "remède attendu"),
        (.inMediation, "en médiation"),
        (.resolved, "résolu"),
        (.noAgreement, "sans accord"),
        (.inadmissible, "irrecevable"),
        (.duplicate, "doublon"),
        (.withdrawn, "retiré"),
        (.erased, "effacé"),
    ]

    static let categories: [(CaseCategory, String)] = [
        (.delisting, "déréférencement"),
        (.listingSuppressed, "annonce supprimée"),
        (.accountSuspended, "compte suspendu"),
        (.accountTerminated, "compte résilié"),
        (.noHumanContact, "aucun interlocuteur"),
        (.counterfeit, "contrefaçon"),
        (.otherIp, "autre propriété intellectuelle"),
        (.unfairTerms, "conditions abusives"),
        (.termsChange, "changement de conditions"),
        (.feeChange, "changement de tarif"),
        (.ranking, "classement"),
        (.selfPreference, "auto-préférence"),
        (.parityClause, "clause de parité"),
        (.fundsWithheld, "fonds bloqués"),
        (.chargebackOrRefundAbuse, "remboursement abusif"),
        (.falseReviews, "faux avis"),
        (.dataAccess, "accès aux données"),
        (.accountHijacked, "compte piraté"),
        (.unexplainedDecision, "décision inexpliquée"),
        (.taxQuestion, "question fiscale"),
        (.other, "autre"),
    ]

    static let parties: [(PartyKind, String)] = [
        (.business, "entreprise"),
        (.association, "association"),
        (.platform, "plateforme"),
        (.mediator, "médiateur"),
    ]

    static let partners: [(PartnerKind, String)] = [
        (.association, "association"),
        (.business, "entreprise"),
        (.platform, "plateforme"),
        (.mediator, "médiateur"),
        (.operator, "opérateur"),
    ]

    static let sides: [(PartySide, String)] = [
        (.complainant, "plaignant"),
        (.platform, "plateforme"),
    ]

    static let clocks: [(DeadlineKind, String)] = [
        (.route, "acheminement"),
        (.acknowledge, "prise en compte"),
        (.answer, "réponse"),
        (.finalAnswer, "réponse définitive"),
        (.information, "complément"),
        (.verdict, "avis du plaignant"),
        (.remedy, "remède"),
        (.remedyConfirmation, "confirmation du remède"),
        (.mediatorFirstWord, "premier mot du médiateur"),
        (.mediationEnd, "fin de médiation"),
        (.draftIdle, "brouillon délaissé"),
    ]

    static let reminders: [(ReminderStage, String)] = [
        (.half, "à mi-délai"),
        (.fourFifths, "aux quatre cinquièmes du délai"),
        (.lastDay, "le dernier jour"),
    ]

    static let events: [(EventKind, String)] = [
        (.submitted, "déposé"),
        (.transmitted, "transmis à la plateforme"),
        (.routedOutOfScope, "hors du champ"),
        (.routedToMediation, "confié à la médiation"),
        (.acknowledged, "pris en compte"),
        (.responded, "réponse de la plateforme"),
        (.answerAccepted, "réponse acceptée"),
        (.answerRefused, "réponse refusée"),
        (.withdrawn, "retiré"),
        (.draftSaved, "brouillon enregistré"),
        (.restored, "rétabli"),
        (.declaredInadmissible, "déclaré irrecevable"),
        (.inadmissibilityContested, "irrecevabilité contestée"),
        (.readmitted, "admis de nouveau"),
        (.merged, "joint à un autre"),
        (.split, "séparé"),
        (.readdressed, "réadressé"),
        (.informationRequested, "complément demandé"),
        (.informationProvided, "complément fourni"),
        (.messagePosted, "message"),
        (.takenOver, "pris en médiation"),
        (.reopened, "rouvert"),
        (.remedyProved, "preuve du remède"),
        (.reminded, "rappel"),
        (.deadlineMissed, "délai dépassé"),
        (.mediatorAssigned, "médiateur désigné"),
        (.mediatorRecused, "médiateur récusé"),
        (.mediatorStatement, "mot du médiateur"),
        (.mediationExtended, "médiation prolongée"),
        (.confidentialNote, "note confidentielle"),
        (.agreementProposed, "accord proposé"),
        (.agreementAccepted, "accord accepté"),
        (.agreementDeclined, "accord refusé"),
        (.mediationClosed, "médiation close"),
        (.disclosureRaised, "identité dévoilée"),
        (.flagged, "signalé"),
        (.legalHoldSet, "conservation ordonnée"),
        (.legalHoldLifted, "conservation levée"),
        (.erased, "effacé"),
    ]

    static let exchanges: [(ExchangeKind, String)] = [
        (.question, "question du médiateur"),
        (.information, "complément"),
        (.message, "message"),
        (.statement, "mot du médiateur"),
        (.contest, "contestation"),
        (.reopening, "fait nouveau"),
        (.remedyProof, "preuve du remède"),
    ]

    static let results: [(MediationResult, String)] = [
        (.resolved, "résolu"),
        (.noAgreement, "sans accord"),
    ]

    static let inadmissibilities: [(InadmissibilityReason, String)] = [
        (.outOfScope, "hors du champ"),
        (.abusive, "abusif"),
        (.noMandate, "sans mandat"),
        (.notABusiness, "pas une entreprise"),
        (.beforeACourt, "devant un tribunal"),
        (.notSubstantiated, "non étayé"),
    ]

    static let flags: [(CaseFlagKind, String)] = [
        (.retaliation, "représailles possibles")
    ]

    static let disclosures: [(Disclosure, String)] = [
        (.identified, "identité visible"),
        (.pseudonym, "pseudonyme"),
        (.aggregate, "groupé"),
    ]

    static let urgencies: [(Urgency, String)] = [
        (.standard, "normale"),
        (.urgent, "urgente"),
    ]

    static let sizes: [(CompanySize, String)] = [
        (.micro, "micro-entreprise"),
        (.small, "petite entreprise"),
        (.medium, "entreprise moyenne"),
        (.midCap, "entreprise de taille intermédiaire"),
    ]

    static let servings: [(ServingState, String)] = [
        (.serving, "en service"),
        (.readOnly, "en lecture seule"),
        (.draining, "en cours d’arrêt"),
        (.notServing, "hors service"),
    ]

    static let queueReasons: [(QueueReason, String)] = [
        (.held, "retenu"),
        (.contested, "contesté"),
        (.mediation, "en médiation"),
        (.unacknowledged, "sans accusé de réception"),
    ]

    static let evidenceMedia: [(EvidenceMedia, String)] = [
        (.jpeg, "image JPEG"),
        (.png, "image PNG"),
        (.webp, "image WebP"),
        (.pdf, "document PDF"),
        (.text, "texte"),
        (.csv, "tableau CSV"),
        (.email, "courriel"),
        (.docx, "document DOCX"),
        (.json, "données JSON"),
    ]

    static let evidenceVisibilities: [(EvidenceVisibility, String)] = [
        (.parties, "parties"),
        (.mediatorOnly, "médiateur seul"),
    ]

    static let evidenceScans: [(EvidenceScan, String)] = [
        (.pending, "en attente"),
        (.clean, "sain"),
        (.infected, "infecté"),
    ]
}
