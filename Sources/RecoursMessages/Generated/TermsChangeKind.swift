// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/case.proto.

/// The enumeration `recours.v1.TermsChangeKind`.
public enum TermsChangeKind: RecoursEnumeration {
    /// `TERMS_CHANGE_KIND_UNSPECIFIED`.
    case unspecified
    /// `TERMS_CHANGE_KIND_TERMS`.
    case terms
    /// `TERMS_CHANGE_KIND_FEES`.
    case fees
    /// A number that this version of the software has no name for.
    case unrecognized(Int32)

    /// The value of a number of the schema.
    public init(rawValue: Int32) {
        switch rawValue {
        case 0: self = .unspecified
        case 1: self = .terms
        case 2: self = .fees
        default: self = .unrecognized(rawValue)
        }
    }

    /// The number in the schema.
    public var rawValue: Int32 {
        switch self {
        case .unspecified: 0
        case .terms: 1
        case .fees: 2
        case .unrecognized(let number): number
        }
    }

    /// Every value of the schema, in its order.
    public static var allCases: [Self] {
        [
            .unspecified, .terms, .fees,
        ]
    }

    /// The names of `allCases` in the schema, without the prefix they share.
    public static var names: [String] {
        [
            "UNSPECIFIED", "TERMS", "FEES",
        ]
    }

    /// What every name begins with in the schema.
    public static var namePrefix: String { "TERMS_CHANGE_KIND_" }
}
