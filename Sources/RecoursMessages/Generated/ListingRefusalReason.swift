// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/claim.proto.

/// Why a platform leaves a listing where it is.
public enum ListingRefusalReason: RecoursEnumeration {
    /// `LISTING_REFUSAL_REASON_UNSPECIFIED`.
    case unspecified
    /// There is no such listing.
    case noSuchListing
    /// The seller has a licence.
    case licensed
    /// A genuine product, put on the market with the owner's consent.
    case genuine
    /// Not like the work.
    case notSimilar
    /// The right does not hold here: not in force, not in this country, not for these goods.
    case rightDoesNotHold
    /// Something is missing that the text names.
    case notSubstantiated
    /// Reported against better knowledge; the text says what shows it.
    case badFaith
    /// A number that this version of the software has no name for.
    case unrecognized(Int32)

    /// The value of a number of the schema.
    public init(rawValue: Int32) {
        switch rawValue {
        case 0: self = .unspecified
        case 1: self = .noSuchListing
        case 2: self = .licensed
        case 3: self = .genuine
        case 4: self = .notSimilar
        case 5: self = .rightDoesNotHold
        case 6: self = .notSubstantiated
        case 7: self = .badFaith
        default: self = .unrecognized(rawValue)
        }
    }

    /// The number in the schema.
    public var rawValue: Int32 {
        switch self {
        case .unspecified: 0
        case .noSuchListing: 1
        case .licensed: 2
        case .genuine: 3
        case .notSimilar: 4
        case .rightDoesNotHold: 5
        case .notSubstantiated: 6
        case .badFaith: 7
        case .unrecognized(let number): number
        }
    }

    /// Every value of the schema, in its order.
    public static var allCases: [Self] {
        [
            .unspecified, .noSuchListing, .licensed, .genuine, .notSimilar, .rightDoesNotHold,
            .notSubstantiated, .badFaith,
        ]
    }

    /// The names of `allCases` in the schema, without the prefix they share.
    public static var names: [String] {
        [
            "UNSPECIFIED", "NO_SUCH_LISTING", "LICENSED", "GENUINE", "NOT_SIMILAR",
            "RIGHT_DOES_NOT_HOLD", "NOT_SUBSTANTIATED", "BAD_FAITH",
        ]
    }

    /// What every name begins with in the schema.
    public static var namePrefix: String { "LISTING_REFUSAL_REASON_" }
}
