// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/response.proto.

/// The enumeration `recours.v1.DecisionGround`.
public enum DecisionGround: RecoursEnumeration {
    /// `DECISION_GROUND_UNSPECIFIED`.
    case unspecified
    /// `DECISION_GROUND_ILLEGAL`.
    case illegal
    /// `DECISION_GROUND_TERMS`.
    case terms
    /// A number that this version of the software has no name for.
    case unrecognized(Int32)

    /// The value of a number of the schema.
    public init(rawValue: Int32) {
        switch rawValue {
        case 0: self = .unspecified
        case 1: self = .illegal
        case 2: self = .terms
        default: self = .unrecognized(rawValue)
        }
    }

    /// The number in the schema.
    public var rawValue: Int32 {
        switch self {
        case .unspecified: 0
        case .illegal: 1
        case .terms: 2
        case .unrecognized(let number): number
        }
    }

    /// Every value of the schema, in its order.
    public static var allCases: [Self] {
        [
            .unspecified, .illegal, .terms,
        ]
    }

    /// The names of `allCases` in the schema, without the prefix they share.
    public static var names: [String] {
        [
            "UNSPECIFIED", "ILLEGAL", "TERMS",
        ]
    }

    /// What every name begins with in the schema.
    public static var namePrefix: String { "DECISION_GROUND_" }
}
