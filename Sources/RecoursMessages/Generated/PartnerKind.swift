// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/partner_service.proto.

/// The enumeration `recours.v1.PartnerKind`.
public enum PartnerKind: RecoursEnumeration {
    /// `PARTNER_KIND_UNSPECIFIED`.
    case unspecified
    /// `PARTNER_KIND_ASSOCIATION`.
    case association
    /// `PARTNER_KIND_BUSINESS`.
    case business
    /// `PARTNER_KIND_PLATFORM`.
    case platform
    /// `PARTNER_KIND_MEDIATOR`.
    case mediator
    /// `PARTNER_KIND_OPERATOR`.
    case `operator`
    /// A number that this version of the software has no name for.
    case unrecognized(Int32)

    /// The value of a number of the schema.
    public init(rawValue: Int32) {
        switch rawValue {
        case 0: self = .unspecified
        case 1: self = .association
        case 2: self = .business
        case 3: self = .platform
        case 4: self = .mediator
        case 5: self = .`operator`
        default: self = .unrecognized(rawValue)
        }
    }

    /// The number in the schema.
    public var rawValue: Int32 {
        switch self {
        case .unspecified: 0
        case .association: 1
        case .business: 2
        case .platform: 3
        case .mediator: 4
        case .`operator`: 5
        case .unrecognized(let number): number
        }
    }

    /// Every value of the schema, in its order.
    public static var allCases: [Self] {
        [
            .unspecified, .association, .business, .platform, .mediator, .`operator`,
        ]
    }

    /// The names of `allCases` in the schema, without the prefix they share.
    public static var names: [String] {
        [
            "UNSPECIFIED", "ASSOCIATION", "BUSINESS", "PLATFORM", "MEDIATOR", "OPERATOR",
        ]
    }

    /// What every name begins with in the schema.
    public static var namePrefix: String { "PARTNER_KIND_" }
}
