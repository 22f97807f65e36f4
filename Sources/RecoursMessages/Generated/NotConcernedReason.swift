// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/response.proto.

/// The enumeration `recours.v1.NotConcernedReason`.
public enum NotConcernedReason: RecoursEnumeration {
    /// `NOT_CONCERNED_REASON_UNSPECIFIED`.
    case unspecified
    /// `NOT_CONCERNED_REASON_HOMONYM`.
    case homonym
    /// `NOT_CONCERNED_REASON_SAME_GROUP`.
    case sameGroup
    /// `NOT_CONCERNED_REASON_THIRD_PARTY_SELLER`.
    case thirdPartySeller
    /// `NOT_CONCERNED_REASON_UNKNOWN`.
    case unknown
    /// `NOT_CONCERNED_REASON_IMPERSONATION`.
    case impersonation
    /// A number that this version of the software has no name for.
    case unrecognized(Int32)

    /// The value of a number of the schema.
    public init(rawValue: Int32) {
        switch rawValue {
        case 0: self = .unspecified
        case 1: self = .homonym
        case 2: self = .sameGroup
        case 3: self = .thirdPartySeller
        case 4: self = .unknown
        case 5: self = .impersonation
        default: self = .unrecognized(rawValue)
        }
    }

    /// The number in the schema.
    public var rawValue: Int32 {
        switch self {
        case .unspecified: 0
        case .homonym: 1
        case .sameGroup: 2
        case .thirdPartySeller: 3
        case .unknown: 4
        case .impersonation: 5
        case .unrecognized(let number): number
        }
    }

    /// Every value of the schema, in its order.
    public static var allCases: [Self] {
        [
            .unspecified, .homonym, .sameGroup, .thirdPartySeller, .unknown, .impersonation,
        ]
    }

    /// The names of `allCases` in the schema, without the prefix they share.
    public static var names: [String] {
        [
            "UNSPECIFIED", "HOMONYM", "SAME_GROUP", "THIRD_PARTY_SELLER", "UNKNOWN",
            "IMPERSONATION",
        ]
    }

    /// What every name begins with in the schema.
    public static var namePrefix: String { "NOT_CONCERNED_REASON_" }
}
