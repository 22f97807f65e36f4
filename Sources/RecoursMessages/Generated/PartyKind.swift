// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/party.proto.

/// The enumeration `recours.v1.PartyKind`.
public enum PartyKind: RecoursEnumeration {
    /// `PARTY_KIND_UNSPECIFIED`.
    case unspecified
    /// `PARTY_KIND_BUSINESS`.
    case business
    /// `PARTY_KIND_ASSOCIATION`.
    case association
    /// `PARTY_KIND_PLATFORM`.
    case platform
    /// `PARTY_KIND_MEDIATOR`.
    case mediator
    /// A number that this version of the software has no name for.
    case unrecognized(Int32)

    /// The value of a number of the schema.
    public init(rawValue: Int32) {
        switch rawValue {
        case 0: self = .unspecified
        case 1: self = .business
        case 2: self = .association
        case 3: self = .platform
        case 4: self = .mediator
        default: self = .unrecognized(rawValue)
        }
    }

    /// The number in the schema.
    public var rawValue: Int32 {
        switch self {
        case .unspecified: 0
        case .business: 1
        case .association: 2
        case .platform: 3
        case .mediator: 4
        case .unrecognized(let number): number
        }
    }

    /// Every value of the schema, in its order.
    public static var allCases: [Self] {
        [
            .unspecified, .business, .association, .platform, .mediator,
        ]
    }

    /// The names of `allCases` in the schema, without the prefix they share.
    public static var names: [String] {
        [
            "UNSPECIFIED", "BUSINESS", "ASSOCIATION", "PLATFORM", "MEDIATOR",
        ]
    }

    /// What every name begins with in the schema.
    public static var namePrefix: String { "PARTY_KIND_" }
}
