// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/mediation.proto.

/// The enumeration `recours.v1.MediationResult`.
public enum MediationResult: RecoursEnumeration {
    /// `MEDIATION_RESULT_UNSPECIFIED`.
    case unspecified
    /// `MEDIATION_RESULT_RESOLVED`.
    case resolved
    /// `MEDIATION_RESULT_NO_AGREEMENT`.
    case noAgreement
    /// A number that this version of the software has no name for.
    case unrecognized(Int32)

    /// The value of a number of the schema.
    public init(rawValue: Int32) {
        switch rawValue {
        case 0: self = .unspecified
        case 1: self = .resolved
        case 2: self = .noAgreement
        default: self = .unrecognized(rawValue)
        }
    }

    /// The number in the schema.
    public var rawValue: Int32 {
        switch self {
        case .unspecified: 0
        case .resolved: 1
        case .noAgreement: 2
        case .unrecognized(let number): number
        }
    }

    /// Every value of the schema, in its order.
    public static var allCases: [Self] {
        [
            .unspecified, .resolved, .noAgreement,
        ]
    }

    /// The names of `allCases` in the schema, without the prefix they share.
    public static var names: [String] {
        [
            "UNSPECIFIED", "RESOLVED", "NO_AGREEMENT",
        ]
    }

    /// What every name begins with in the schema.
    public static var namePrefix: String { "MEDIATION_RESULT_" }
}
