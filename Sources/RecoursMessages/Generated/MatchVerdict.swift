// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/claim_service.proto.

/// The enumeration `recours.v1.MatchVerdict`.
public enum MatchVerdict: RecoursEnumeration {
    /// `MATCH_VERDICT_UNSPECIFIED`.
    case unspecified
    /// It is a copy: it is reported.
    case copy
    /// It is none: it is not shown again.
    case noCopy
    /// A number that this version of the software has no name for.
    case unrecognized(Int32)

    /// The value of a number of the schema.
    public init(rawValue: Int32) {
        switch rawValue {
        case 0: self = .unspecified
        case 1: self = .copy
        case 2: self = .noCopy
        default: self = .unrecognized(rawValue)
        }
    }

    /// The number in the schema.
    public var rawValue: Int32 {
        switch self {
        case .unspecified: 0
        case .copy: 1
        case .noCopy: 2
        case .unrecognized(let number): number
        }
    }

    /// Every value of the schema, in its order.
    public static var allCases: [Self] {
        [
            .unspecified, .copy, .noCopy,
        ]
    }

    /// The names of `allCases` in the schema, without the prefix they share.
    public static var names: [String] {
        [
            "UNSPECIFIED", "COPY", "NO_COPY",
        ]
    }

    /// What every name begins with in the schema.
    public static var namePrefix: String { "MATCH_VERDICT_" }
}
