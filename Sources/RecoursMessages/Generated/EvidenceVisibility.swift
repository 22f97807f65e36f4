// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/evidence_service.proto.

/// Who of a case's parties may see a file.
public enum EvidenceVisibility: RecoursEnumeration {
    /// `EVIDENCE_VISIBILITY_UNSPECIFIED`.
    case unspecified
    /// Both sides; the platform only if the case is IDENTIFIED.
    case parties
    /// Its own side and mediators.
    case mediatorOnly
    /// A number that this version of the software has no name for.
    case unrecognized(Int32)

    /// The value of a number of the schema.
    public init(rawValue: Int32) {
        switch rawValue {
        case 0: self = .unspecified
        case 1: self = .parties
        case 2: self = .mediatorOnly
        default: self = .unrecognized(rawValue)
        }
    }

    /// The number in the schema.
    public var rawValue: Int32 {
        switch self {
        case .unspecified: 0
        case .parties: 1
        case .mediatorOnly: 2
        case .unrecognized(let number): number
        }
    }

    /// Every value of the schema, in its order.
    public static var allCases: [Self] {
        [
            .unspecified, .parties, .mediatorOnly,
        ]
    }

    /// The names of `allCases` in the schema, without the prefix they share.
    public static var names: [String] {
        [
            "UNSPECIFIED", "PARTIES", "MEDIATOR_ONLY",
        ]
    }

    /// What every name begins with in the schema.
    public static var namePrefix: String { "EVIDENCE_VISIBILITY_" }
}
