// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/campaign_service.proto.

/// Whether a case will be solved by its campaign's day.
public enum CampaignRisk: RecoursEnumeration {
    /// `CAMPAIGN_RISK_UNSPECIFIED`.
    case unspecified
    /// Nothing says that it won't.
    case onTime
    /// Unanswered, and three days are left or a clock has run out.
    case atRisk
    /// Its running clock ends only after the day.
    case willMiss
    /// The day is over and the case is open.
    case missed
    /// A number that this version of the software has no name for.
    case unrecognized(Int32)

    /// The value of a number of the schema.
    public init(rawValue: Int32) {
        switch rawValue {
        case 0: self = .unspecified
        case 1: self = .onTime
        case 2: self = .atRisk
        case 3: self = .willMiss
        case 4: self = .missed
        default: self = .unrecognized(rawValue)
        }
    }

    /// The number in the schema.
    public var rawValue: Int32 {
        switch self {
        case .unspecified: 0
        case .onTime: 1
        case .atRisk: 2
        case .willMiss: 3
        case .missed: 4
        case .unrecognized(let number): number
        }
    }

    /// Every value of the schema, in its order.
    public static var allCases: [Self] {
        [
            .unspecified, .onTime, .atRisk, .willMiss, .missed,
        ]
    }

    /// The names of `allCases` in the schema, without the prefix they share.
    public static var names: [String] {
        [
            "UNSPECIFIED", "ON_TIME", "AT_RISK", "WILL_MISS", "MISSED",
        ]
    }

    /// What every name begins with in the schema.
    public static var namePrefix: String { "CAMPAIGN_RISK_" }
}
