// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/case.proto.

/// The enumeration `recours.v1.IpRightKind`.
public enum IpRightKind: RecoursEnumeration {
    /// `IP_RIGHT_KIND_UNSPECIFIED`.
    case unspecified
    /// `IP_RIGHT_KIND_TRADEMARK`.
    case trademark
    /// `IP_RIGHT_KIND_DESIGN`.
    case design
    /// `IP_RIGHT_KIND_PATENT`.
    case patent
    /// `IP_RIGHT_KIND_UTILITY_MODEL`.
    case utilityModel
    /// `IP_RIGHT_KIND_COPYRIGHT`.
    case copyright
    /// `IP_RIGHT_KIND_GEOGRAPHICAL_INDICATION`.
    case geographicalIndication
    /// A number that this version of the software has no name for.
    case unrecognized(Int32)

    /// The value of a number of the schema.
    public init(rawValue: Int32) {
        switch rawValue {
        case 0: self = .unspecified
        case 1: self = .trademark
        case 2: self = .design
        case 3: self = .patent
        case 4: self = .utilityModel
        case 5: self = .copyright
        case 6: self = .geographicalIndication
        default: self = .unrecognized(rawValue)
        }
    }

    /// The number in the schema.
    public var rawValue: Int32 {
        switch self {
        case .unspecified: 0
        case .trademark: 1
        case .design: 2
        case .patent: 3
        case .utilityModel: 4
        case .copyright: 5
        case .geographicalIndication: 6
        case .unrecognized(let number): number
        }
    }

    /// Every value of the schema, in its order.
    public static var allCases: [Self] {
        [
            .unspecified, .trademark, .design, .patent, .utilityModel, .copyright,
            .geographicalIndication,
        ]
    }

    /// The names of `allCases` in the schema, without the prefix they share.
    public static var names: [String] {
        [
            "UNSPECIFIED", "TRADEMARK", "DESIGN", "PATENT", "UTILITY_MODEL", "COPYRIGHT",
            "GEOGRAPHICAL_INDICATION",
        ]
    }

    /// What every name begins with in the schema.
    public static var namePrefix: String { "IP_RIGHT_KIND_" }
}
