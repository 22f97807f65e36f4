// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/case.proto.

/// The enumeration `recours.v1.EventKind`.
public enum EventKind: RecoursEnumeration {
    /// `EVENT_KIND_UNSPECIFIED`.
    case unspecified
    /// `EVENT_KIND_SUBMITTED`.
    case submitted
    /// `EVENT_KIND_TRANSMITTED`.
    case transmitted
    /// `EVENT_KIND_ROUTED_OUT_OF_SCOPE`.
    case routedOutOfScope
    /// `EVENT_KIND_ROUTED_TO_MEDIATION`.
    case routedToMediation
    /// `EVENT_KIND_ACKNOWLEDGED`.
    case acknowledged
    /// `EVENT_KIND_RESPONDED`.
    case responded
    /// `EVENT_KIND_ANSWER_ACCEPTED`.
    case answerAccepted
    /// `EVENT_KIND_ANSWER_REFUSED`.
    case answerRefused
    /// `EVENT_KIND_WITHDRAWN`.
    case withdrawn
    /// `EVENT_KIND_DRAFT_SAVED`.
    case draftSaved
    /// `EVENT_KIND_RESTORED`.
    case restored
    /// `EVENT_KIND_DECLARED_INADMISSIBLE`.
    case declaredInadmissible
    /// `EVENT_KIND_INADMISSIBILITY_CONTESTED`.
    case inadmissibilityContested
    /// `EVENT_KIND_READMITTED`.
    case readmitted
    /// `EVENT_KIND_MERGED`.
    case merged
    /// `EVENT_KIND_SPLIT`.
    case split
    /// `EVENT_KIND_READDRESSED`.
    case readdressed
    /// By a mediator; a platform's question is a response INFO_NEEDED.
    case informationRequested
    /// `EVENT_KIND_INFORMATION_PROVIDED`.
    case informationProvided
    /// `EVENT_KIND_MESSAGE_POSTED`.
    case messagePosted
    /// `EVENT_KIND_TAKEN_OVER`.
    case takenOver
    /// `EVENT_KIND_REOPENED`.
    case reopened
    /// `EVENT_KIND_REMEDY_PROVED`.
    case remedyProved
    /// `EVENT_KIND_REMINDED`.
    case reminded
    /// `EVENT_KIND_DEADLINE_MISSED`.
    case deadlineMissed
    /// `EVENT_KIND_MEDIATOR_ASSIGNED`.
    case mediatorAssigned
    /// `EVENT_KIND_MEDIATOR_RECUSED`.
    case mediatorRecused
    /// `EVENT_KIND_MEDIATOR_STATEMENT`.
    case mediatorStatement
    /// `EVENT_KIND_MEDIATION_EXTENDED`.
    case mediationExtended
    /// `EVENT_KIND_CONFIDENTIAL_NOTE`.
    case confidentialNote
    /// `EVENT_KIND_AGREEMENT_PROPOSED`.
    case agreementProposed
    /// `EVENT_KIND_AGREEMENT_ACCEPTED`.
    case agreementAccepted
    /// `EVENT_KIND_AGREEMENT_DECLINED`.
    case agreementDeclined
    /// `EVENT_KIND_MEDIATION_CLOSED`.
    case mediationClosed
    /// `EVENT_KIND_DISCLOSURE_RAISED`.
    case disclosureRaised
    /// `EVENT_KIND_FLAGGED`.
    case flagged
    /// `EVENT_KIND_LEGAL_HOLD_SET`.
    case legalHoldSet
    /// `EVENT_KIND_LEGAL_HOLD_LIFTED`.
    case legalHoldLifted
    /// `EVENT_KIND_ERASED`.
    case erased
    /// A number that this version of the software has no name for.
    case unrecognized(Int32)

    /// The value of a number of the schema.
    public init(rawValue: Int32) {
        switch rawValue {
        case 0: self = .unspecified
        case 1: self = .submitted
        case 2: self = .transmitted
        case 3: self = .routedOutOfScope
        case 4: self = .routedToMediation
        case 5: self = .acknowledged
        case 6: self = .responded
        case 7: self = .answerAccepted
        case 8: self = .answerRefused
        case 9: self = .withdrawn
        case 10: self = .draftSaved
        case 11: self = .restored
        case 12: self = .declaredInadmissible
        case 13: self = .inadmissibilityContested
        case 14: self = .readmitted
        case 15: self = .merged
        case 16: self = .split
        case 17: self = .readdressed
        case 18: self = .informationRequested
        case 19: self = .informationProvided
        case 20: self = .messagePosted
        case 21: self = .takenOver
        case 22: self = .reopened
        case 23: self = .remedyProved
        case 24: self = .reminded
        case 25: self = .deadlineMissed
        case 26: self = .mediatorAssigned
        case 27: self = .mediatorRecused
        case 28: self = .mediatorStatement
        case 29: self = .mediationExtended
        case 30: self = .confidentialNote
        case 31: self = .agreementProposed
        case 32: self = .agreementAccepted
        case 33: self = .agreementDeclined
        case 34: self = .mediationClosed
        case 35: self = .disclosureRaised
        case 36: self = .flagged
        case 37: self = .legalHoldSet
        case 38: self = .legalHoldLifted
        case 39: self = .erased
        default: self = .unrecognized(rawValue)
        }
    }

    /// The number in the schema.
    public var rawValue: Int32 {
        switch self {
        case .unspecified: 0
        case .submitted: 1
        case .transmitted: 2
        case .routedOutOfScope: 3
        case .routedToMediation: 4
        case .acknowledged: 5
        case .responded: 6
        case .answerAccepted: 7
        case .answerRefused: 8
        case .withdrawn: 9
        case .draftSaved: 10
        case .restored: 11
        case .declaredInadmissible: 12
        case .inadmissibilityContested: 13
        case .readmitted: 14
        case .merged: 15
        case .split: 16
        case .readdressed: 17
        case .informationRequested: 18
        case .informationProvided: 19
        case .messagePosted: 20
        case .takenOver: 21
        case .reopened: 22
        case .remedyProved: 23
        case .reminded: 24
        case .deadlineMissed: 25
        case .mediatorAssigned: 26
        case .mediatorRecused: 27
        case .mediatorStatement: 28
        case .mediationExtended: 29
        case .confidentialNote: 30
        case .agreementProposed: 31
        case .agreementAccepted: 32
        case .agreementDeclined: 33
        case .mediationClosed: 34
        case .disclosureRaised: 35
        case .flagged: 36
        case .legalHoldSet: 37
        case .legalHoldLifted: 38
        case .erased: 39
        case .unrecognized(let number): number
        }
    }

    /// Every value of the schema, in its order.
    public static var allCases: [Self] {
        [
            .unspecified, .submitted, .transmitted, .routedOutOfScope, .routedToMediation,
            .acknowledged, .responded, .answerAccepted, .answerRefused, .withdrawn, .draftSaved,
            .restored, .declaredInadmissible, .inadmissibilityContested, .readmitted, .merged,
            .split, .readdressed, .informationRequested, .informationProvided, .messagePosted,
            .takenOver, .reopened, .remedyProved, .reminded, .deadlineMissed, .mediatorAssigned,
            .mediatorRecused, .mediatorStatement, .mediationExtended, .confidentialNote,
            .agreementProposed, .agreementAccepted, .agreementDeclined, .mediationClosed,
            .disclosureRaised, .flagged, .legalHoldSet, .legalHoldLifted, .erased,
        ]
    }

    /// The names of `allCases` in the schema, without the prefix they share.
    public static var names: [String] {
        [
            "UNSPECIFIED", "SUBMITTED", "TRANSMITTED", "ROUTED_OUT_OF_SCOPE", "ROUTED_TO_MEDIATION",
            "ACKNOWLEDGED", "RESPONDED", "ANSWER_ACCEPTED", "ANSWER_REFUSED", "WITHDRAWN",
            "DRAFT_SAVED", "RESTORED", "DECLARED_INADMISSIBLE", "INADMISSIBILITY_CONTESTED",
            "READMITTED", "MERGED", "SPLIT", "READDRESSED", "INFORMATION_REQUESTED",
            "INFORMATION_PROVIDED", "MESSAGE_POSTED", "TAKEN_OVER", "REOPENED", "REMEDY_PROVED",
            "REMINDED", "DEADLINE_MISSED", "MEDIATOR_ASSIGNED", "MEDIATOR_RECUSED",
            "MEDIATOR_STATEMENT", "MEDIATION_EXTENDED", "CONFIDENTIAL_NOTE", "AGREEMENT_PROPOSED",
            "AGREEMENT_ACCEPTED", "AGREEMENT_DECLINED", "MEDIATION_CLOSED", "DISCLOSURE_RAISED",
            "FLAGGED", "LEGAL_HOLD_SET", "LEGAL_HOLD_LIFTED", "ERASED",
        ]
    }

    /// What every name begins with in the schema.
    public static var namePrefix: String { "EVENT_KIND_" }
}
