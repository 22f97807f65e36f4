// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/party.proto.

/// Size classes of Recommendation 2003/361/EC, and the French "ETI" above it.
public enum CompanySize: RecoursEnumeration {
    /// `COMPANY_SIZE_UNSPECIFIED`.
    case unspecified
    /// `COMPANY_SIZE_MICRO`.
    case micro
    /// `COMPANY_SIZE_SMALL`.
    case small
    /// `COMPANY_SIZE_MEDIUM`.
    case medium
    /// `COMPANY_SIZE_MID_CAP`.
    case midCap
    /// A number that this version of the software has no name for.
    case unrecognized(Int32)

    /// The value of a number of the schema.
    public init(rawValue: Int32) {
        switch rawValue {
        case 0: self = .unspecified
        case 1: self = .micro
        case 2: self = .small
        case 3: self = .medium
        case 4: self = .midCap
        default: self = .unrecognized(rawValue)
        }
    }

    /// The number in the schema.
    public var rawValue: Int32 {
        switch self {
        case .unspecified: 0
        case .micro: 1
        case .small: 2
        case .medium: 3
        case .midCap: 4
        case .unrecognized(let number): number
        }
    }

    /// Every value of the schema, in its order.
    public static var allCases: [Self] {
        [
            .unspecified, .micro, .small, .medium, .midCap,
        ]
    }

    /// The names of `allCases` in the schema, without the prefix they share.
    public static var names: [String] {
        [
            "UNSPECIFIED", "MICRO", "SMALL", "MEDIUM", "MID_CAP",
        ]
    }

    /// What every name begins with in the schema.
    public static var namePrefix: String { "COMPANY_SIZE_" }
}
