// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/case.proto.

/// How fast the platform must answer: 15 days, or 7 if urgent (3 for counterfeits).
public enum Urgency: RecoursEnumeration {
    /// `URGENCY_UNSPECIFIED`.
    case unspecified
    /// `URGENCY_STANDARD`.
    case standard
    /// `URGENCY_URGENT`.
    case urgent
    /// A number that this version of the software has no name for.
    case unrecognized(Int32)

    /// The value of a number of the schema.
    public init(rawValue: Int32) {
        switch rawValue {
        case 0: self = .unspecified
        case 1: self = .standard
        case 2: self = .urgent
        default: self = .unrecognized(rawValue)
        }
    }

    /// The number in the schema.
    public var rawValue: Int32 {
        switch self {
        case .unspecified: 0
        case .standard: 1
        case .urgent: 2
        case .unrecognized(let number): number
        }
    }

    /// Every value of the schema, in its order.
    public static var allCases: [Self] {
        [
            .unspecified, .standard, .urgent,
        ]
    }

    /// The names of `allCases` in the schema, without the prefix they share.
    public static var names: [String] {
        [
            "UNSPECIFIED", "STANDARD", "URGENT",
        ]
    }

    /// What every name begins with in the schema.
    public static var namePrefix: String { "URGENCY_" }
}
