// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/commitment_service.proto.

/// The enumeration `recours.v1.CommitmentScope`.
public enum CommitmentScope: RecoursEnumeration {
    /// `COMMITMENT_SCOPE_UNSPECIFIED`.
    case unspecified
    /// `COMMITMENT_SCOPE_CASE`.
    case `case`
    /// `COMMITMENT_SCOPE_CAMPAIGN`.
    case campaign
    /// `COMMITMENT_SCOPE_CATEGORY`.
    case category
    /// That a listing removed under a standing claim stays away: recorded once it is broken.
    case claim
    /// A number that this version of the software has no name for.
    case unrecognized(Int32)

    /// The value of a number of the schema.
    public init(rawValue: Int32) {
        switch rawValue {
        case 0: self = .unspecified
        case 1: self = .`case`
        case 2: self = .campaign
        case 3: self = .category
        case 4: self = .claim
        default: self = .unrecognized(rawValue)
        }
    }

    /// The number in the schema.
    public var rawValue: Int32 {
        switch self {
        case .unspecified: 0
        case .`case`: 1
        case .campaign: 2
        case .category: 3
        case .claim: 4
        case .unrecognized(let number): number
        }
    }

    /// Every value of the schema, in its order.
    public static var allCases: [Self] {
        [
            .unspecified, .`case`, .campaign, .category, .claim,
        ]
    }

    /// The names of `allCases` in the schema, without the prefix they share.
    public static var names: [String] {
        [
            "UNSPECIFIED", "CASE", "CAMPAIGN", "CATEGORY", "CLAIM",
        ]
    }

    /// What every name begins with in the schema.
    public static var namePrefix: String { "COMMITMENT_SCOPE_" }
}
