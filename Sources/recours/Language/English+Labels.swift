// SPDX-License-Identifier: EUPL-1.2

internal import RecoursMessages

// English names of what the protocol enumerates: cases and those who deal with them.
extension English {
    static let states: [(CaseState, String)] = [
        (.draft, "draft"),
        (.submitted, "submitted"),
        (.transmitted, "transmitted"),
        (.acknowledged, "acknowledged"),
        (.inProgress, "in progress"),
        (.infoRequested, "information asked"),
        (.answered, "answered"),
        (.remedyPending, "remedy pending"),
        (.inMediation, "in mediation"),
        (.resolved, "resolved"),
        (.noAgreement, "no agreement"),
        (.inadmissible, "inadmissible"),
        (.duplicate, "duplicate"),
        (.withdrawn, "withdrawn"),
        (.erased, "erased"),
    ]

    static let categories: [(CaseCategory, String)] = [
        (.delisting, "delisting"),
        (.listingSuppressed, "listing suppressed"),
        (.accountSuspended, "account suspended"),
        (.accountTerminated, "account terminated"),
        (.noHumanContact, "no human contact"),
        (.counterfeit, "counterfeit"),
        (.otherIp, "other intellectual property"),
        (.unfairTerms, "unfair terms"),
        (.termsChange, "change of terms"),
        (.feeChange, "change of fees"),
        (.ranking, "ranking"),
        (.selfPreference, "self-preference"),
        (.parityClause, "parity clause"),
        (.fundsWithheld, "funds withheld"),
        (.chargebackOrRefundAbuse, "chargeback or refund abuse"),
        (.falseReviews, "false reviews"),
        (.dataAccess, "access to data"),
        (.accountHijacked, "account hijacked"),
        (.unexplainedDecision, "unexplained decision"),
        (.taxQuestion, "tax question"),
        (.other, "other"),
    ]

    static let parties: [(PartyKind, String)] = [
        (.business, "firm"),
        (.association, "association"),
        (.platform, "platform"),
        (.mediator, "mediator"),
    ]

    static let partners: [(PartnerKind, String)] = [
        (.association, "association"),
        (.business, "firm"),
        (.platform, "platform"),
        (.mediator, "mediator"),
        (.operator, "operator"),
    ]

    static let sides: [(PartySide, String)] = [
        (.complainant, "complainant"),
        (.platform, "platform"),
    ]

    static let clocks: [(DeadlineKind, String)] = [
        (.route, "routing"),
        (.acknowledge, "acknowledgement"),
        (.answer, "answer"),
        (.finalAnswer, "final answer"),
        (.information, "information"),
        (.verdict, "complainant’s verdict"),
        (.remedy, "remedy"),
        (.remedyConfirmation, "confirmation of the remedy"),
        (.mediatorFirstWord, "mediator’s first word"),
        (.mediationEnd, "end of mediation"),
        (.draftIdle, "idle draft"),
    ]

    static let reminders: [(ReminderStage, String)] = [
        (.half, "at half of the time"),
        (.fourFifths, "at four fifths of the time"),
        (.lastDay, "on the last day"),
    ]

    static let events: [(EventKind, String)] = [
        (.submitted, "submitted"),
        (.transmitted, "sent to the platform"),
        (.routedOutOfScope, "out of scope"),
        (.routedToMediation, "sent to mediation"),
        (.acknowledged, "acknowledged"),
        (.responded, "platform’s answer"),
        (.answerAccepted, "answer accepted"),
        (.answerRefused, "answer refused"),
        (.withdrawn, "withdrawn"),
        (.draftSaved, "draft saved"),
        (.restored, "restored"),
        (.declaredInadmissible, "declared inadmissible"),
        (.inadmissibilityContested, "inadmissibility contested"),
        (.readmitted, "readmitted"),
        (.merged, "merged into another"),
        (.split, "split off"),
        (.readdressed, "re-addressed"),
        (.informationRequested, "information asked"),
        (.informationProvided, "information given"),
        (.messagePosted, "message"),
        (.takenOver, "taken over by a mediator"),
        (.reopened, "reopened"),
        (.remedyProved, "proof of the remedy"),
        (.reminded, "reminder"),
        (.deadlineMissed, "deadline missed"),
        (.mediatorAssigned, "mediator assigned"),
        (.mediatorRecused, "mediator recused"),
        (.mediatorStatement, "mediator’s word"),
        (.mediationExtended, "mediation extended"),
        (.confidentialNote, "confidential note"),
        (.agreementProposed, "agreement proposed"),
        (.agreementAccepted, "agreement accepted"),
        (.agreementDeclined, "agreement declined"),
        (.mediationClosed, "mediation closed"),
        (.disclosureRaised, "identity disclosed"),
        (.flagged, "flagged"),
        (.legalHoldSet, "legal hold set"),
        (.legalHoldLifted, "legal hold lifted"),
        (.erased, "erased"),
    ]

    static let exchanges: [(ExchangeKind, String)] = [
        (.question, "mediator’s question"),
        (.information, "information"),
        (.message, "message"),
        (.statement, "mediator’s word"),
        (.contest, "contest"),
        (.reopening, "new fact"),
        (.remedyProof, "proof of the remedy"),
    ]

    static let results: [(MediationResult, String)] = [
        (.resolved, "resolved"),
        (.noAgreement, "no agreement"),
    ]

    static let inadmissibilities: [(InadmissibilityReason, String)] = [
        (.outOfScope, "out of scope"),
        (.abusive, "abusive"),
        (.noMandate, "no mandate"),
        (.notABusiness, "not a business"),
        (.beforeACourt, "before a court"),
        (.notSubstantiated, "not substantiated"),
    ]

    static let flags: [(CaseFlagKind, String)] = [
        (.retaliation, "possible retaliation")
    ]

    static let disclosures: [(Disclosure, String)] = [
        (.identified, "identified"),
        (.pseudonym, "pseudonym"),
        (.aggregate, "aggregate"),
    ]

    static let urgencies: [(Urgency, String)] = [
        (.standard, "standard"),
        (.urgent, "urgent"),
    ]

    static let sizes: [(CompanySize, String)] = [
        (.micro, "micro-enterprise"),
        (.small, "small enterprise"),
        (.medium, "medium-sized enterprise"),
        (.midCap, "mid-cap"),
    ]

    static let servings: [(ServingState, String)] = [
        (.serving, "serving"),
        (.readOnly, "read-only"),
        (.draining, "draining"),
        (.notServing, "not serving"),
    ]

    static let queueReasons: [(QueueReason, String)] = [
        (.held, "held"),
        (.contested, "contested"),
        (.mediation, "in mediation"),
        (.unacknowledged, "not acknowledged"),
    ]

    static let evidenceMedia: [(EvidenceMedia, String)] = [
        (.jpeg, "JPEG image"),
        (.png, "PNG image"),
        (.webp, "WebP image"),
        (.pdf, "PDF document"),
        (.text, "plain text"),
        (.csv, "CSV table"),
        (.email, "e-mail"),
        (.docx, "DOCX document"),
        (.json, "JSON data"),
    ]

    static let evidenceVisibilities: [(EvidenceVisibility, String)] = [
        (.parties, "parties"),
        (.mediatorOnly, "mediator only"),
    ]

    static let evidenceScans: [(EvidenceScan, String)] = [
        (.pending, "pending"),
        (.clean, "clean"),
        (.infected, "infected"),
    ]
}
