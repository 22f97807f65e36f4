// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/case.proto.

/// The enumeration `recours.v1.CaseFlagKind`.
public enum CaseFlagKind: RecoursEnumeration {
    /// `CASE_FLAG_KIND_UNSPECIFIED`.
    case unspecified
    /// A sanction within 90 days of an earlier case of the same firm against the same platform.
    case retaliation
    /// A number that this version of the software has no name for.
    case unrecognized(Int32)

    /// The value of a number of the schema.
    public init(rawValue: Int32) {
        switch rawValue {
        case 0: self = .unspecified
        case 1: self = .retaliation
        default: self = .unrecognized(rawValue)
        }
    }

    /// The number in the schema.
    public var rawValue: Int32 {
        switch self {
        case .unspecified: 0
        case .retaliation: 1
        case .unrecognized(let number): number
        }
    }

    /// Every value of the schema, in its order.
    public static var allCases: [Self] {
        [
            .unspecified, .retaliation,
        ]
    }

    /// The names of `allCases` in the schema, without the prefix they share.
    public static var names: [String] {
        [
            "UNSPECIFIED", "RETALIATION",
        ]
    }

    /// What every name begins with in the schema.
    public static var namePrefix: String { "CASE_FLAG_KIND_" }
}
