// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/mediation_service.proto.

/// The enumeration `recours.v1.QueueAssignment`.
public enum QueueAssignment: RecoursEnumeration {
    /// Whoever is in charge.
    case unspecified
    /// Nobody is.
    case nobody
    /// The caller is.
    case mine
    /// A number that this version of the software has no name for.
    case unrecognized(Int32)

    /// The value of a number of the schema.
    public init(rawValue: Int32) {
        switch rawValue {
        case 0: self = .unspecified
        case 1: self = .nobody
        case 2: self = .mine
        default: self = .unrecognized(rawValue)
        }
    }

    /// The number in the schema.
    public var rawValue: Int32 {
        switch self {
        case .unspecified: 0
        case .nobody: 1
        case .mine: 2
        case .unrecognized(let number): number
        }
    }

    /// Every value of the schema, in its order.
    public static var allCases: [Self] {
        [
            .unspecified, .nobody, .mine,
        ]
    }

    /// The names of `allCases` in the schema, without the prefix they share.
    public static var names: [String] {
        [
            "UNSPECIFIED", "NOBODY", "MINE",
        ]
    }

    /// What every name begins with in the schema.
    public static var namePrefix: String { "QUEUE_ASSIGNMENT_" }
}
