// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/response.proto.

/// The enumeration `recours.v1.AutomatedDecision`.
public enum AutomatedDecision: RecoursEnumeration {
    /// `AUTOMATED_DECISION_UNSPECIFIED`.
    case unspecified
    /// `AUTOMATED_DECISION_FULLY`.
    case fully
    /// `AUTOMATED_DECISION_PARTIALLY`.
    case partially
    /// `AUTOMATED_DECISION_NOT_AUTOMATED`.
    case notAutomated
    /// A number that this version of the software has no name for.
    case unrecognized(Int32)

    /// The value of a number of the schema.
    public init(rawValue: Int32) {
        switch rawValue {
        case 0: self = .unspecified
        case 1: self = .fully
        case 2: self = .partially
        case 3: self = .notAutomated
        default: self = .unrecognized(rawValue)
        }
    }

    /// The number in the schema.
    public var rawValue: Int32 {
        switch self {
        case .unspecified: 0
        case .fully: 1
        case .partially: 2
        case .notAutomated: 3
        case .unrecognized(let number): number
        }
    }

    /// Every value of the schema, in its order.
    public static var allCases: [Self] {
        [
            .unspecified, .fully, .partially, .notAutomated,
        ]
    }

    /// The names of `allCases` in the schema, without the prefix they share.
    public static var names: [String] {
        [
            "UNSPECIFIED", "FULLY", "PARTIALLY", "NOT_AUTOMATED",
        ]
    }

    /// What every name begins with in the schema.
    public static var namePrefix: String { "AUTOMATED_DECISION_" }
}
