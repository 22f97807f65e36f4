// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/case.proto.

/// What the platform sees of the complainant. It may be raised later, never lowered.
public enum Disclosure: RecoursEnumeration {
    /// `DISCLOSURE_UNSPECIFIED`.
    case unspecified
    /// `DISCLOSURE_IDENTIFIED`.
    case identified
    /// Category, facts and size class; no name, account or listing.
    case pseudonym
    /// Held until five firms complain of the same of one platform; then as PSEUDONYM.
    case aggregate
    /// A number that this version of the software has no name for.
    case unrecognized(Int32)

    /// The value of a number of the schema.
    public init(rawValue: Int32) {
        switch rawValue {
        case 0: self = .unspecified
        case 1: self = .identified
        case 2: self = .pseudonym
        case 3: self = .aggregate
        default: self = .unrecognized(rawValue)
        }
    }

    /// The number in the schema.
    public var rawValue: Int32 {
        switch self {
        case .unspecified: 0
        case .identified: 1
        case .pseudonym: 2
        case .aggregate: 3
        case .unrecognized(let number): number
        }
    }

    /// Every value of the schema, in its order.
    public static var allCases: [Self] {
        [
            .unspecified, .identified, .pseudonym, .aggregate,
        ]
    }

    /// The names of `allCases` in the schema, without the prefix they share.
    public static var names: [String] {
        [
            "UNSPECIFIED", "IDENTIFIED", "PSEUDONYM", "AGGREGATE",
        ]
    }

    /// What every name begins with in the schema.
    public static var namePrefix: String { "DISCLOSURE_" }
}
