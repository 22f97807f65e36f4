// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/case.proto.

/// The life of a case. The numbers never change.
public enum CaseState: RecoursEnumeration {
    /// `CASE_STATE_UNSPECIFIED`.
    case unspecified
    /// Saved, invisible to others.
    case draft
    /// Valid, numbered, receipt given; awaiting routing.
    case submitted
    /// In the platform's inbox; the answer clock runs.
    case transmitted
    /// The platform has taken note and named a contact.
    case acknowledged
    /// Interim answer with reasons and a new date.
    case inProgress
    /// Waiting for the complainant; the platform's clock is paused.
    case infoRequested
    /// Final typed answer given; the complainant's verdict is awaited.
    case answered
    /// A promise was accepted and is not yet proved.
    case remedyPending
    /// A mediator owns the case.
    case inMediation
    /// The complainant confirmed.
    case resolved
    /// The mediator closed it with a reasoned answer and next steps.
    case noAgreement
    /// Out of scope, abusive or without mandate; always with a reason.
    case inadmissible
    /// Merged into another; keeps its number.
    case duplicate
    /// Withdrawn by the complainant.
    case withdrawn
    /// Personal data gone, statistics kept.
    case erased
    /// A number that this version of the software has no name for.
    case unrecognized(Int32)

    /// The value of a number of the schema.
    public init(rawValue: Int32) {
        switch rawValue {
        case 0: self = .unspecified
        case 1: self = .draft
        case 2: self = .submitted
        case 3: self = .transmitted
        case 4: self = .acknowledged
        case 5: self = .inProgress
        case 6: self = .infoRequested
        case 7: self = .answered
        case 8: self = .remedyPending
        case 9: self = .inMediation
        case 10: self = .resolved
        case 11: self = .noAgreement
        case 12: self = .inadmissible
        case 13: self = .duplicate
        case 14: self = .withdrawn
        case 15: self = .erased
        default: self = .unrecognized(rawValue)
        }
    }

    /// The number in the schema.
    public var rawValue: Int32 {
        switch self {
        case .unspecified: 0
        case .draft: 1
        case .submitted: 2
        case .transmitted: 3
        case .acknowledged: 4
        case .inProgress: 5
        case .infoRequested: 6
        case .answered: 7
        case .remedyPending: 8
        case .inMediation: 9
        case .resolved: 10
        case .noAgreement: 11
        case .inadmissible: 12
        case .duplicate: 13
        case .withdrawn: 14
        case .erased: 15
        case .unrecognized(let number): number
        }
    }

    /// Every value of the schema, in its order.
    public static var allCases: [Self] {
        [
            .unspecified, .draft, .submitted, .transmitted, .acknowledged, .inProgress,
            .infoRequested, .answered, .remedyPending, .inMediation, .resolved, .noAgreement,
            .inadmissible, .duplicate, .withdrawn, .erased,
        ]
    }

    /// The names of `allCases` in the schema, without the prefix they share.
    public static var names: [String] {
        [
            "UNSPECIFIED", "DRAFT", "SUBMITTED", "TRANSMITTED", "ACKNOWLEDGED", "IN_PROGRESS",
            "INFO_REQUESTED", "ANSWERED", "REMEDY_PENDING", "IN_MEDIATION", "RESOLVED",
            "NO_AGREEMENT", "INADMISSIBLE", "DUPLICATE", "WITHDRAWN", "ERASED",
        ]
    }

    /// What every name begins with in the schema.
    public static var namePrefix: String { "CASE_STATE_" }
}
