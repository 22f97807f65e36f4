// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/health_service.proto.

/// The enumeration `recours.v1.ServingState`.
public enum ServingState: RecoursEnumeration {
    /// `SERVING_STATE_UNSPECIFIED`.
    case unspecified
    /// `SERVING_STATE_SERVING`.
    case serving
    /// Writes are refused (the disk is full); reads go on.
    case readOnly
    /// `SERVING_STATE_DRAINING`.
    case draining
    /// The database cannot be reached, or commits wait for its standby; it goes on by itself.
    case notServing
    /// A number that this version of the software has no name for.
    case unrecognized(Int32)

    /// The value of a number of the schema.
    public init(rawValue: Int32) {
        switch rawValue {
        case 0: self = .unspecified
        case 1: self = .serving
        case 2: self = .readOnly
        case 3: self = .draining
        case 4: self = .notServing
        default: self = .unrecognized(rawValue)
        }
    }

    /// The number in the schema.
    public var rawValue: Int32 {
        switch self {
        case .unspecified: 0
        case .serving: 1
        case .readOnly: 2
        case .draining: 3
        case .notServing: 4
        case .unrecognized(let number): number
        }
    }

    /// Every value of the schema, in its order.
    public static var allCases: [Self] {
        [
            .unspecified, .serving, .readOnly, .draining, .notServing,
        ]
    }

    /// The names of `allCases` in the schema, without the prefix they share.
    public static var names: [String] {
        [
            "UNSPECIFIED", "SERVING", "READ_ONLY", "DRAINING", "NOT_SERVING",
        ]
    }

    /// What every name begins with in the schema.
    public static var namePrefix: String { "SERVING_STATE_" }
}
