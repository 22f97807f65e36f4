// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/claim_service.proto.

/// The enumeration `recours.v1.ListingAddition`.
public enum ListingAddition: RecoursEnumeration {
    /// `LISTING_ADDITION_UNSPECIFIED`.
    case unspecified
    /// Reported now.
    case created
    /// Reported before.
    case exists
    /// Removed before and there again: reported again.
    case reappeared
    /// Breaks rules: all of them are in `violations`.
    case rejected
    /// A number that this version of the software has no name for.
    case unrecognized(Int32)

    /// The value of a number of the schema.
    public init(rawValue: Int32) {
        switch rawValue {
        case 0: self = .unspecified
        case 1: self = .created
        case 2: self = .exists
        case 3: self = .reappeared
        case 4: self = .rejected
        default: self = .unrecognized(rawValue)
        }
    }

    /// The number in the schema.
    public var rawValue: Int32 {
        switch self {
        case .unspecified: 0
        case .created: 1
        case .exists: 2
        case .reappeared: 3
        case .rejected: 4
        case .unrecognized(let number): number
        }
    }

    /// Every value of the schema, in its order.
    public static var allCases: [Self] {
        [
            .unspecified, .created, .exists, .reappeared, .rejected,
        ]
    }

    /// The names of `allCases` in the schema, without the prefix they share.
    public static var names: [String] {
        [
            "UNSPECIFIED", "CREATED", "EXISTS", "REAPPEARED", "REJECTED",
        ]
    }

    /// What every name begins with in the schema.
    public static var namePrefix: String { "LISTING_ADDITION_" }
}
