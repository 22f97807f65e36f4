// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/profile_service.proto.

/// The enumeration `recours.v1.ContactStanding`.
public enum ContactStanding: RecoursEnumeration {
    /// `CONTACT_STANDING_UNSPECIFIED`.
    case unspecified
    /// A contact that is good today.
    case current
    /// valid_until is over.
    case expired
    /// The platform has never named one.
    case missing
    /// A number that this version of the software has no name for.
    case unrecognized(Int32)

    /// The value of a number of the schema.
    public init(rawValue: Int32) {
        switch rawValue {
        case 0: self = .unspecified
        case 1: self = .current
        case 2: self = .expired
        case 3: self = .missing
        default: self = .unrecognized(rawValue)
        }
    }

    /// The number in the schema.
    public var rawValue: Int32 {
        switch self {
        case .unspecified: 0
        case .current: 1
        case .expired: 2
        case .missing: 3
        case .unrecognized(let number): number
        }
    }

    /// Every value of the schema, in its order.
    public static var allCases: [Self] {
        [
            .unspecified, .current, .expired, .missing,
        ]
    }

    /// The names of `allCases` in the schema, without the prefix they share.
    public static var names: [String] {
        [
            "UNSPECIFIED", "CURRENT", "EXPIRED", "MISSING",
        ]
    }

    /// What every name begins with in the schema.
    public static var namePrefix: String { "CONTACT_STANDING_" }
}
