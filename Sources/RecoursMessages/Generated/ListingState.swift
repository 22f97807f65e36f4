// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/case.proto.

/// The enumeration `recours.v1.ListingState`.
public enum ListingState: RecoursEnumeration {
    /// `LISTING_STATE_UNSPECIFIED`.
    case unspecified
    /// `LISTING_STATE_OBSERVED`.
    case observed
    /// `LISTING_STATE_REPORTED`.
    case reported
    /// `LISTING_STATE_UNDER_REVIEW`.
    case underReview
    /// `LISTING_STATE_REMOVED`.
    case removed
    /// `LISTING_STATE_REFUSED`.
    case refused
    /// `LISTING_STATE_REAPPEARED`.
    case reappeared
    /// A number that this version of the software has no name for.
    case unrecognized(Int32)

    /// The value of a number of the schema.
    public init(rawValue: Int32) {
        switch rawValue {
        case 0: self = .unspecified
        case 1: self = .observed
        case 2: self = .reported
        case 3: self = .underReview
        case 4: self = .removed
        case 5: self = .refused
        case 6: self = .reappeared
        default: self = .unrecognized(rawValue)
        }
    }

    /// The number in the schema.
    public var rawValue: Int32 {
        switch self {
        case .unspecified: 0
        case .observed: 1
        case .reported: 2
        case .underReview: 3
        case .removed: 4
        case .refused: 5
        case .reappeared: 6
        case .unrecognized(let number): number
        }
    }

    /// Every value of the schema, in its order.
    public static var allCases: [Self] {
        [
            .unspecified, .observed, .reported, .underReview, .removed, .refused, .reappeared,
        ]
    }

    /// The names of `allCases` in the schema, without the prefix they share.
    public static var names: [String] {
        [
            "UNSPECIFIED", "OBSERVED", "REPORTED", "UNDER_REVIEW", "REMOVED", "REFUSED",
            "REAPPEARED",
        ]
    }

    /// What every name begins with in the schema.
    public static var namePrefix: String { "LISTING_STATE_" }
}
