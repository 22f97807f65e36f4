// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/case.proto.

/// The enumeration `recours.v1.CaseCategory`.
public enum CaseCategory: RecoursEnumeration {
    /// `CASE_CATEGORY_UNSPECIFIED`.
    case unspecified
    /// `CASE_CATEGORY_DELISTING`.
    case delisting
    /// `CASE_CATEGORY_LISTING_SUPPRESSED`.
    case listingSuppressed
    /// `CASE_CATEGORY_ACCOUNT_SUSPENDED`.
    case accountSuspended
    /// `CASE_CATEGORY_ACCOUNT_TERMINATED`.
    case accountTerminated
    /// `CASE_CATEGORY_NO_HUMAN_CONTACT`.
    case noHumanContact
    /// Needs ip_claim.
    case counterfeit
    /// Needs ip_claim.
    case otherIp
    /// `CASE_CATEGORY_UNFAIR_TERMS`.
    case unfairTerms
    /// Needs terms_change.
    case termsChange
    /// Needs terms_change.
    case feeChange
    /// `CASE_CATEGORY_RANKING`.
    case ranking
    /// `CASE_CATEGORY_SELF_PREFERENCE`.
    case selfPreference
    /// `CASE_CATEGORY_PARITY_CLAUSE`.
    case parityClause
    /// Needs funds.
    case fundsWithheld
    /// `CASE_CATEGORY_CHARGEBACK_OR_REFUND_ABUSE`.
    case chargebackOrRefundAbuse
    /// `CASE_CATEGORY_FALSE_REVIEWS`.
    case falseReviews
    /// `CASE_CATEGORY_DATA_ACCESS`.
    case dataAccess
    /// `CASE_CATEGORY_ACCOUNT_HIJACKED`.
    case accountHijacked
    /// `CASE_CATEGORY_UNEXPLAINED_DECISION`.
    case unexplainedDecision
    /// Counted and answered as out of scope.
    case taxQuestion
    /// Needs at least 50 characters of facts.
    case other
    /// A number that this version of the software has no name for.
    case unrecognized(Int32)

    /// The value of a number of the schema.
    public init(rawValue: Int32) {
        switch rawValue {
        case 0: self = .unspecified
        case 1: self = .delisting
        case 2: self = .listingSuppressed
        case 3: self = .accountSuspended
        case 4: self = .accountTerminated
        case 5: self = .noHumanContact
        case 6: self = .counterfeit
        case 7: self = .otherIp
        case 8: self = .unfairTerms
        case 9: self = .termsChange
        case 10: self = .feeChange
        case 11: self = .ranking
        case 12: self = .selfPreference
        case 13: self = .parityClause
        case 14: self = .fundsWithheld
        case 15: self = .chargebackOrRefundAbuse
        case 16: self = .falseReviews
        case 17: self = .dataAccess
        case 18: self = .accountHijacked
        case 19: self = .unexplainedDecision
        case 20: self = .taxQuestion
        case 21: self = .other
        default: self = .unrecognized(rawValue)
        }
    }

    /// The number in the schema.
    public var rawValue: Int32 {
        switch self {
        case .unspecified: 0
        case .delisting: 1
        case .listingSuppressed: 2
        case .accountSuspended: 3
        case .accountTerminated: 4
        case .noHumanContact: 5
        case .counterfeit: 6
        case .otherIp: 7
        case .unfairTerms: 8
        case .termsChange: 9
        case .feeChange: 10
        case .ranking: 11
        case .selfPreference: 12
        case .parityClause: 13
        case .fundsWithheld: 14
        case .chargebackOrRefundAbuse: 15
        case .falseReviews: 16
        case .dataAccess: 17
        case .accountHijacked: 18
        case .unexplainedDecision: 19
        case .taxQuestion: 20
        case .other: 21
        case .unrecognized(let number): number
        }
    }

    /// Every value of the schema, in its order.
    public static var allCases: [Self] {
        [
            .unspecified, .delisting, .listingSuppressed, .accountSuspended, .accountTerminated,
            .noHumanContact, .counterfeit, .otherIp, .unfairTerms, .termsChange, .feeChange,
            .ranking, .selfPreference, .parityClause, .fundsWithheld, .chargebackOrRefundAbuse,
            .falseReviews, .dataAccess, .accountHijacked, .unexplainedDecision, .taxQuestion,
            .other,
        ]
    }

    /// The names of `allCases` in the schema, without the prefix they share.
    public static var names: [String] {
        [
            "UNSPECIFIED", "DELISTING", "LISTING_SUPPRESSED", "ACCOUNT_SUSPENDED",
            "ACCOUNT_TERMINATED", "NO_HUMAN_CONTACT", "COUNTERFEIT", "OTHER_IP", "UNFAIR_TERMS",
            "TERMS_CHANGE", "FEE_CHANGE", "RANKING", "SELF_PREFERENCE", "PARITY_CLAUSE",
            "FUNDS_WITHHELD", "CHARGEBACK_OR_REFUND_ABUSE", "FALSE_REVIEWS", "DATA_ACCESS",
            "ACCOUNT_HIJACKED", "UNEXPLAINED_DECISION", "TAX_QUESTION", "OTHER",
        ]
    }

    /// What every name begins with in the schema.
    public static var namePrefix: String { "CASE_CATEGORY_" }
}
