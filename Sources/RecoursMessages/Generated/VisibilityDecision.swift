// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/response.proto.

/// Names as in the DSA Transparency Database.
public enum VisibilityDecision: RecoursEnumeration {
    /// `VISIBILITY_DECISION_UNSPECIFIED`.
    case unspecified
    /// `VISIBILITY_DECISION_CONTENT_REMOVED`.
    case contentRemoved
    /// `VISIBILITY_DECISION_CONTENT_DISABLED`.
    case contentDisabled
    /// `VISIBILITY_DECISION_CONTENT_DEMOTED`.
    case contentDemoted
    /// `VISIBILITY_DECISION_CONTENT_AGE_RESTRICTED`.
    case contentAgeRestricted
    /// `VISIBILITY_DECISION_CONTENT_INTERACTION_RESTRICTED`.
    case contentInteractionRestricted
    /// `VISIBILITY_DECISION_CONTENT_LABELLED`.
    case contentLabelled
    /// `VISIBILITY_DECISION_OTHER`.
    case other
    /// A number that this version of the software has no name for.
    case unrecognized(Int32)

    /// The value of a number of the schema.
    public init(rawValue: Int32) {
        switch rawValue {
        case 0: self = .unspecified
        case 1: self = .contentRemoved
        case 2: self = .contentDisabled
        case 3: self = .contentDemoted
        case 4: self = .contentAgeRestricted
        case 5: self = .contentInteractionRestricted
        case 6: self = .contentLabelled
        case 7: self = .other
        default: self = .unrecognized(rawValue)
        }
    }

    /// The number in the schema.
    public var rawValue: Int32 {
        switch self {
        case .unspecified: 0
        case .contentRemoved: 1
        case .contentDisabled: 2
        case .contentDemoted: 3
        case .contentAgeRestricted: 4
        case .contentInteractionRestricted: 5
        case .contentLabelled: 6
        case .other: 7
        case .unrecognized(let number): number
        }
    }

    /// Every value of the schema, in its order.
    public static var allCases: [Self] {
        [
            .unspecified, .contentRemoved, .contentDisabled, .contentDemoted, .contentAgeRestricted,
            .contentInteractionRestricted, .contentLabelled, .other,
        ]
    }

    /// The names of `allCases` in the schema, without the prefix they share.
    public static var names: [String] {
        [
            "UNSPECIFIED", "CONTENT_REMOVED", "CONTENT_DISABLED", "CONTENT_DEMOTED",
            "CONTENT_AGE_RESTRICTED", "CONTENT_INTERACTION_RESTRICTED", "CONTENT_LABELLED", "OTHER",
        ]
    }

    /// What every name begins with in the schema.
    public static var namePrefix: String { "VISIBILITY_DECISION_" }
}
