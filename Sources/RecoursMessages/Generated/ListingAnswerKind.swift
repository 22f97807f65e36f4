// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/response.proto.

/// The enumeration `recours.v1.ListingAnswerKind`.
public enum ListingAnswerKind: RecoursEnumeration {
    /// `LISTING_ANSWER_KIND_UNSPECIFIED`.
    case unspecified
    /// `LISTING_ANSWER_KIND_UNDER_REVIEW`.
    case underReview
    /// `LISTING_ANSWER_KIND_REMOVED`.
    case removed
    /// `LISTING_ANSWER_KIND_REFUSED`.
    case refused
    /// `LISTING_ANSWER_KIND_RESTORED`.
    case restored
    /// A number that this version of the software has no name for.
    case unrecognized(Int32)

    /// The value of a number of the schema.
    public init(rawValue: Int32) {
        switch rawValue {
        case 0: self = .unspecified
        case 1: self = .underReview
        case 2: self = .removed
        case 3: self = .refused
        case 4: self = .restored
        default: self = .unrecognized(rawValue)
        }
    }

    /// The number in the schema.
    public var rawValue: Int32 {
        switch self {
        case .unspecified: 0
        case .underReview: 1
        case .removed: 2
        case .refused: 3
        case .restored: 4
        case .unrecognized(let number): number
        }
    }

    /// Every value of the schema, in its order.
    public static var allCases: [Self] {
        [
            .unspecified, .underReview, .removed, .refused, .restored,
        ]
    }

    /// The names of `allCases` in the schema, without the prefix they share.
    public static var names: [String] {
        [
            "UNSPECIFIED", "UNDER_REVIEW", "REMOVED", "REFUSED", "RESTORED",
        ]
    }

    /// What every name begins with in the schema.
    public static var namePrefix: String { "LISTING_ANSWER_KIND_" }
}
