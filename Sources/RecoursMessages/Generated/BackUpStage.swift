// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/operator_service.proto.

/// The enumeration `recours.v1.BackUpStage`.
public enum BackUpStage: RecoursEnumeration {
    /// `BACK_UP_STAGE_UNSPECIFIED`.
    case unspecified
    /// Bytes of the database are copied.
    case database
    /// Files of evidence are kept and hashed.
    case evidence
    /// Cases in the copy are looked at, with all that proves them.
    case examination
    /// A number that this version of the software has no name for.
    case unrecognized(Int32)

    /// The value of a number of the schema.
    public init(rawValue: Int32) {
        switch rawValue {
        case 0: self = .unspecified
        case 1: self = .database
        case 2: self = .evidence
        case 3: self = .examination
        default: self = .unrecognized(rawValue)
        }
    }

    /// The number in the schema.
    public var rawValue: Int32 {
        switch self {
        case .unspecified: 0
        case .database: 1
        case .evidence: 2
        case .examination: 3
        case .unrecognized(let number): number
        }
    }

    /// Every value of the schema, in its order.
    public static var allCases: [Self] {
        [
            .unspecified, .database, .evidence, .examination,
        ]
    }

    /// The names of `allCases` in the schema, without the prefix they share.
    public static var names: [String] {
        [
            "UNSPECIFIED", "DATABASE", "EVIDENCE", "EXAMINATION",
        ]
    }

    /// What every name begins with in the schema.
    public static var namePrefix: String { "BACK_UP_STAGE_" }
}
