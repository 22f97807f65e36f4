// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/claim.proto.

/// The enumeration `recours.v1.ClaimState`.
public enum ClaimState: RecoursEnumeration {
    /// `CLAIM_STATE_UNSPECIFIED`.
    case unspecified
    /// `CLAIM_STATE_ACTIVE`.
    case active
    /// By a mediator: nothing is reported until it is resumed.
    case suspended
    /// By its holder; final. What was reported before is still answered.
    case withdrawn
    /// A number that this version of the software has no name for.
    case unrecognized(Int32)

    /// The value of a number of the schema.
    public init(rawValue: Int32) {
        switch rawValue {
        case 0: self = .unspecified
        case 1: self = .active
        case 2: self = .suspended
        case 3: self = .withdrawn
        default: self = .unrecognized(rawValue)
        }
    }

    /// The number in the schema.
    public var rawValue: Int32 {
        switch self {
        case .unspecified: 0
        case .active: 1
        case .suspended: 2
        case .withdrawn: 3
        case .unrecognized(let number): number
        }
    }

    /// Every value of the schema, in its order.
    public static var allCases: [Self] {
        [
            .unspecified, .active, .suspended, .withdrawn,
        ]
    }

    /// The names of `allCases` in the schema, without the prefix they share.
    public static var names: [String] {
        [
            "UNSPECIFIED", "ACTIVE", "SUSPENDED", "WITHDRAWN",
        ]
    }

    /// What every name begins with in the schema.
    public static var namePrefix: String { "CLAIM_STATE_" }
}
