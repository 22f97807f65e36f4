// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/response.proto.

/// What led the platform to decide.
public enum DecisionSource: RecoursEnumeration {
    /// `DECISION_SOURCE_UNSPECIFIED`.
    case unspecified
    /// Notice under DSA article 16.
    case article16
    /// `DECISION_SOURCE_TRUSTED_FLAGGER`.
    case trustedFlagger
    /// `DECISION_SOURCE_OTHER_NOTIFICATION`.
    case otherNotification
    /// `DECISION_SOURCE_VOLUNTARY`.
    case voluntary
    /// A number that this version of the software has no name for.
    case unrecognized(Int32)

    /// The value of a number of the schema.
    public init(rawValue: Int32) {
        switch rawValue {
        case 0: self = .unspecified
        case 1: self = .article16
        case 2: self = .trustedFlagger
        case 3: self = .otherNotification
        case 4: self = .voluntary
        default: self = .unrecognized(rawValue)
        }
    }

    /// The number in the schema.
    public var rawValue: Int32 {
        switch self {
        case .unspecified: 0
        case .article16: 1
        case .trustedFlagger: 2
        case .otherNotification: 3
        case .voluntary: 4
        case .unrecognized(let number): number
        }
    }

    /// Every value of the schema, in its order.
    public static var allCases: [Self] {
        [
            .unspecified, .article16, .trustedFlagger, .otherNotification, .voluntary,
        ]
    }

    /// The names of `allCases` in the schema, without the prefix they share.
    public static var names: [String] {
        [
            "UNSPECIFIED", "ARTICLE_16", "TRUSTED_FLAGGER", "OTHER_NOTIFICATION", "VOLUNTARY",
        ]
    }

    /// What every name begins with in the schema.
    public static var namePrefix: String { "DECISION_SOURCE_" }
}
