// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/response.proto.

/// The enumeration `recours.v1.MonetaryDecision`.
public enum MonetaryDecision: RecoursEnumeration {
    /// `MONETARY_DECISION_UNSPECIFIED`.
    case unspecified
    /// `MONETARY_DECISION_SUSPENSION`.
    case suspension
    /// `MONETARY_DECISION_TERMINATION`.
    case termination
    /// `MONETARY_DECISION_OTHER`.
    case other
    /// A number that this version of the software has no name for.
    case unrecognized(Int32)

    /// The value of a number of the schema.
    public init(rawValue: Int32) {
        switch rawValue {
        case 0: self = .unspecified
        case 1: self = .suspension
        case 2: self = .termination
        case 3: self = .other
        default: self = .unrecognized(rawValue)
        }
    }

    /// The number in the schema.
    public var rawValue: Int32 {
        switch self {
        case .unspecified: 0
        case .suspension: 1
        case .termination: 2
        case .other: 3
        case .unrecognized(let number): number
        }
    }

    /// Every value of the schema, in its order.
    public static var allCases: [Self] {
        [
            .unspecified, .suspension, .termination, .other,
        ]
    }

    /// The names of `allCases` in the schema, without the prefix they share.
    public static var names: [String] {
        [
            "UNSPECIFIED", "SUSPENSION", "TERMINATION", "OTHER",
        ]
    }

    /// What every name begins with in the schema.
    public static var namePrefix: String { "MONETARY_DECISION_" }
}
