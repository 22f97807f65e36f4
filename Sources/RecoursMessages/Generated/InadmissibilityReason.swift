// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/case.proto.

/// The enumeration `recours.v1.InadmissibilityReason`.
public enum InadmissibilityReason: RecoursEnumeration {
    /// `INADMISSIBILITY_REASON_UNSPECIFIED`.
    case unspecified
    /// Not a dispute of a firm with a platform; all questions of tax.
    case outOfScope
    /// `INADMISSIBILITY_REASON_ABUSIVE`.
    case abusive
    /// `INADMISSIBILITY_REASON_NO_MANDATE`.
    case noMandate
    /// `INADMISSIBILITY_REASON_NOT_A_BUSINESS`.
    case notABusiness
    /// Before a court, or decided by one.
    case beforeACourt
    /// `INADMISSIBILITY_REASON_NOT_SUBSTANTIATED`.
    case notSubstantiated
    /// A number that this version of the software has no name for.
    case unrecognized(Int32)

    /// The value of a number of the schema.
    public init(rawValue: Int32) {
        switch rawValue {
        case 0: self = .unspecified
        case 1: self = .outOfScope
        case 2: self = .abusive
        case 3: self = .noMandate
        case 4: self = .notABusiness
        case 5: self = .beforeACourt
        case 6: self = .notSubstantiated
        default: self = .unrecognized(rawValue)
        }
    }

    /// The number in the schema.
    public var rawValue: Int32 {
        switch self {
        case .unspecified: 0
        case .outOfScope: 1
        case .abusive: 2
        case .noMandate: 3
        case .notABusiness: 4
        case .beforeACourt: 5
        case .notSubstantiated: 6
        case .unrecognized(let number): number
        }
    }

    /// Every value of the schema, in its order.
    public static var allCases: [Self] {
        [
            .unspecified, .outOfScope, .abusive, .noMandate, .notABusiness, .beforeACourt,
            .notSubstantiated,
        ]
    }

    /// The names of `allCases` in the schema, without the prefix they share.
    public static var names: [String] {
        [
            "UNSPECIFIED", "OUT_OF_SCOPE", "ABUSIVE", "NO_MANDATE", "NOT_A_BUSINESS",
            "BEFORE_A_COURT", "NOT_SUBSTANTIATED",
        ]
    }

    /// What every name begins with in the schema.
    public static var namePrefix: String { "INADMISSIBILITY_REASON_" }
}
