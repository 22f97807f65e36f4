// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/evidence_service.proto.

/// What the operator's scanner, if there is one, said of a file.
public enum EvidenceScan: RecoursEnumeration {
    /// `EVIDENCE_SCAN_UNSPECIFIED`.
    case unspecified
    /// None has looked at it yet.
    case pending
    /// `EVIDENCE_SCAN_CLEAN`.
    case clean
    /// It is served to nobody.
    case infected
    /// A number that this version of the software has no name for.
    case unrecognized(Int32)

    /// The value of a number of the schema.
    public init(rawValue: Int32) {
        switch rawValue {
        case 0: self = .unspecified
        case 1: self = .pending
        case 2: self = .clean
        case 3: self = .infected
        default: self = .unrecognized(rawValue)
        }
    }

    /// The number in the schema.
    public var rawValue: Int32 {
        switch self {
        case .unspecified: 0
        case .pending: 1
        case .clean: 2
        case .infected: 3
        case .unrecognized(let number): number
        }
    }

    /// Every value of the schema, in its order.
    public static var allCases: [Self] {
        [
            .unspecified, .pending, .clean, .infected,
        ]
    }

    /// The names of `allCases` in the schema, without the prefix they share.
    public static var names: [String] {
        [
            "UNSPECIFIED", "PENDING", "CLEAN", "INFECTED",
        ]
    }

    /// What every name begins with in the schema.
    public static var namePrefix: String { "EVIDENCE_SCAN_" }
}
