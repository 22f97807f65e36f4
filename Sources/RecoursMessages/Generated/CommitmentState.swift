// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/commitment_service.proto.

/// The enumeration `recours.v1.CommitmentState`.
public enum CommitmentState: RecoursEnumeration {
    /// `COMMITMENT_STATE_UNSPECIFIED`.
    case unspecified
    /// `COMMITMENT_STATE_OPEN`.
    case open
    /// `COMMITMENT_STATE_HONOURED`.
    case honoured
    /// Not kept by its day.
    case broken
    /// Nobody asks for it any more.
    case waived
    /// A number that this version of the software has no name for.
    case unrecognized(Int32)

    /// The value of a number of the schema.
    public init(rawValue: Int32) {
        switch rawValue {
        case 0: self = .unspecified
        case 1: self = .open
        case 2: self = .honoured
        case 3: self = .broken
        case 4: self = .waived
        default: self = .unrecognized(rawValue)
        }
    }

    /// The number in the schema.
    public var rawValue: Int32 {
        switch self {
        case .unspecified: 0
        case .open: 1
        case .honoured: 2
        case .broken: 3
        case .waived: 4
        case .unrecognized(let number): number
        }
    }

    /// Every value of the schema, in its order.
    public static var allCases: [Self] {
        [
            .unspecified, .open, .honoured, .broken, .waived,
        ]
    }

    /// The names of `allCases` in the schema, without the prefix they share.
    public static var names: [String] {
        [
            "UNSPECIFIED", "OPEN", "HONOURED", "BROKEN", "WAIVED",
        ]
    }

    /// What every name begins with in the schema.
    public static var namePrefix: String { "COMMITMENT_STATE_" }
}
