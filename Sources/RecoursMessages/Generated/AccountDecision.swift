// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/response.proto.

/// The enumeration `recours.v1.AccountDecision`.
public enum AccountDecision: RecoursEnumeration {
    /// `ACCOUNT_DECISION_UNSPECIFIED`.
    case unspecified
    /// `ACCOUNT_DECISION_SUSPENDED`.
    case suspended
    /// `ACCOUNT_DECISION_TERMINATED`.
    case terminated
    /// A number that this version of the software has no name for.
    case unrecognized(Int32)

    /// The value of a number of the schema.
    public init(rawValue: Int32) {
        switch rawValue {
        case 0: self = .unspecified
        case 1: self = .suspended
        case 2: self = .terminated
        default: self = .unrecognized(rawValue)
        }
    }

    /// The number in the schema.
    public var rawValue: Int32 {
        switch self {
        case .unspecified: 0
        case .suspended: 1
        case .terminated: 2
        case .unrecognized(let number): number
        }
    }

    /// Every value of the schema, in its order.
    public static var allCases: [Self] {
        [
            .unspecified, .suspended, .terminated,
        ]
    }

    /// The names of `allCases` in the schema, without the prefix they share.
    public static var names: [String] {
        [
            "UNSPECIFIED", "SUSPENDED", "TERMINATED",
        ]
    }

    /// What every name begins with in the schema.
    public static var namePrefix: String { "ACCOUNT_DECISION_" }
}
