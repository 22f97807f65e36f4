// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/case.proto.

/// The enumeration `recours.v1.DeadlineKind`.
public enum DeadlineKind: RecoursEnumeration {
    /// `DEADLINE_KIND_UNSPECIFIED`.
    case unspecified
    /// Mediator: route the case.
    case route
    /// `DEADLINE_KIND_ACKNOWLEDGE`.
    case acknowledge
    /// `DEADLINE_KIND_ANSWER`.
    case answer
    /// `DEADLINE_KIND_FINAL_ANSWER`.
    case finalAnswer
    /// `DEADLINE_KIND_INFORMATION`.
    case information
    /// `DEADLINE_KIND_VERDICT`.
    case verdict
    /// `DEADLINE_KIND_REMEDY`.
    case remedy
    /// `DEADLINE_KIND_REMEDY_CONFIRMATION`.
    case remedyConfirmation
    /// `DEADLINE_KIND_MEDIATOR_FIRST_WORD`.
    case mediatorFirstWord
    /// `DEADLINE_KIND_MEDIATION_END`.
    case mediationEnd
    /// A draft that nobody touches is erased.
    case draftIdle
    /// A number that this version of the software has no name for.
    case unrecognized(Int32)

    /// The value of a number of the schema.
    public init(rawValue: Int32) {
        switch rawValue {
        case 0: self = .unspecified
        case 1: self = .route
        case 2: self = .acknowledge
        case 3: self = .answer
        case 4: self = .finalAnswer
        case 5: self = .information
        case 6: self = .verdict
        case 7: self = .remedy
        case 8: self = .remedyConfirmation
        case 9: self = .mediatorFirstWord
        case 10: self = .mediationEnd
        case 11: self = .draftIdle
        default: self = .unrecognized(rawValue)
        }
    }

    /// The number in the schema.
    public var rawValue: Int32 {
        switch self {
        case .unspecified: 0
        case .route: 1
        case .acknowledge: 2
        case .answer: 3
        case .finalAnswer: 4
        case .information: 5
        case .verdict: 6
        case .remedy: 7
        case .remedyConfirmation: 8
        case .mediatorFirstWord: 9
        case .mediationEnd: 10
        case .draftIdle: 11
        case .unrecognized(let number): number
        }
    }

    /// Every value of the schema, in its order.
    public static var allCases: [Self] {
        [
            .unspecified, .route, .acknowledge, .answer, .finalAnswer, .information, .verdict,
            .remedy, .remedyConfirmation, .mediatorFirstWord, .mediationEnd, .draftIdle,
        ]
    }

    /// The names of `allCases` in the schema, without the prefix they share.
    public static var names: [String] {
        [
            "UNSPECIFIED", "ROUTE", "ACKNOWLEDGE", "ANSWER", "FINAL_ANSWER", "INFORMATION",
            "VERDICT", "REMEDY", "REMEDY_CONFIRMATION", "MEDIATOR_FIRST_WORD", "MEDIATION_END",
            "DRAFT_IDLE",
        ]
    }

    /// What every name begins with in the schema.
    public static var namePrefix: String { "DEADLINE_KIND_" }
}
