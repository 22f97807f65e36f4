// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/claim_service.proto.

/// The enumeration `recours.v1.ListingReplyOutcome`.
public enum ListingReplyOutcome: RecoursEnumeration {
    /// `LISTING_REPLY_OUTCOME_UNSPECIFIED`.
    case unspecified
    /// `LISTING_REPLY_OUTCOME_OK`.
    case ok
    /// It was so before.
    case exists
    /// Not at the expected version.
    case staleVersion
    /// Breaks rules: all of them are in `violations`.
    case rejected
    /// `LISTING_REPLY_OUTCOME_NOT_FOUND`.
    case notFound
    /// A number that this version of the software has no name for.
    case unrecognized(Int32)

    /// The value of a number of the schema.
    public init(rawValue: Int32) {
        switch rawValue {
        case 0: self = .unspecified
        case 1: self = .ok
        case 2: self = .exists
        case 3: self = .staleVersion
        case 4: self = .rejected
        case 5: self = .notFound
        default: self = .unrecognized(rawValue)
        }
    }

    /// The number in the schema.
    public var rawValue: Int32 {
        switch self {
        case .unspecified: 0
        case .ok: 1
        case .exists: 2
        case .staleVersion: 3
        case .rejected: 4
        case .notFound: 5
        case .unrecognized(let number): number
        }
    }

    /// Every value of the schema, in its order.
    public static var allCases: [Self] {
        [
            .unspecified, .ok, .exists, .staleVersion, .rejected, .notFound,
        ]
    }

    /// The names of `allCases` in the schema, without the prefix they share.
    public static var names: [String] {
        [
            "UNSPECIFIED", "OK", "EXISTS", "STALE_VERSION", "REJECTED", "NOT_FOUND",
        ]
    }

    /// What every name begins with in the schema.
    public static var namePrefix: String { "LISTING_REPLY_OUTCOME_" }
}
