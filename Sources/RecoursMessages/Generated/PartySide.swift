// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/mediation.proto.

/// The enumeration `recours.v1.PartySide`.
public enum PartySide: RecoursEnumeration {
    /// `PARTY_SIDE_UNSPECIFIED`.
    case unspecified
    /// The firm and its association.
    case complainant
    /// `PARTY_SIDE_PLATFORM`.
    case platform
    /// A number that this version of the software has no name for.
    case unrecognized(Int32)

    /// The value of a number of the schema.
    public init(rawValue: Int32) {
        switch rawValue {
        case 0: self = .unspecified
        case 1: self = .complainant
        case 2: self = .platform
        default: self = .unrecognized(rawValue)
        }
    }

    /// The number in the schema.
    public var rawValue: Int32 {
        switch self {
        case .unspecified: 0
        case .complainant: 1
        case .platform: 2
        case .unrecognized(let number): number
        }
    }

    /// Every value of the schema, in its order.
    public static var allCases: [Self] {
        [
            .unspecified, .complainant, .platform,
        ]
    }

    /// The names of `allCases` in the schema, without the prefix they share.
    public static var names: [String] {
        [
            "UNSPECIFIED", "COMPLAINANT", "PLATFORM",
        ]
    }

    /// What every name begins with in the schema.
    public static var namePrefix: String { "PARTY_SIDE_" }
}
