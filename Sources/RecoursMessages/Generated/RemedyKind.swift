// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/response.proto.

/// The enumeration `recours.v1.RemedyKind`.
public enum RemedyKind: RecoursEnumeration {
    /// `REMEDY_KIND_UNSPECIFIED`.
    case unspecified
    /// `REMEDY_KIND_RELISTED`.
    case relisted
    /// `REMEDY_KIND_ACCOUNT_REINSTATED`.
    case accountReinstated
    /// Needs an amount.
    case fundsReleased
    /// Needs an amount.
    case feeRefunded
    /// `REMEDY_KIND_LISTINGS_REMOVED`.
    case listingsRemoved
    /// `REMEDY_KIND_SELLER_SANCTIONED`.
    case sellerSanctioned
    /// `REMEDY_KIND_STAY_DOWN_ENABLED`.
    case stayDownEnabled
    /// `REMEDY_KIND_HUMAN_CONTACT`.
    case humanContact
    /// `REMEDY_KIND_TERMS_NOTICE_GIVEN`.
    case termsNoticeGiven
    /// `REMEDY_KIND_TERMS_WITHDRAWN`.
    case termsWithdrawn
    /// `REMEDY_KIND_RANKING_EXPLAINED`.
    case rankingExplained
    /// `REMEDY_KIND_DATA_PROVIDED`.
    case dataProvided
    /// `REMEDY_KIND_REVIEW_CORRECTED`.
    case reviewCorrected
    /// Needs an amount.
    case compensation
    /// A number that this version of the software has no name for.
    case unrecognized(Int32)

    /// The value of a number of the schema.
    public init(rawValue: Int32) {
        switch rawValue {
        case 0: self = .unspecified
        case 1: self = .relisted
        case 2: self = .accountReinstated
        case 3: self = .fundsReleased
        case 4: self = .feeRefunded
        case 5: self = .listingsRemoved
        case 6: self = .sellerSanctioned
        case 7: self = .stayDownEnabled
        case 8: self = .humanContact
        case 9: self = .termsNoticeGiven
        case 10: self = .termsWithdrawn
        case 11: self = .rankingExplained
        case 12: self = .dataProvided
        case 13: self = .reviewCorrected
        case 14: self = .compensation
        default: self = .unrecognized(rawValue)
        }
    }

    /// The number in the schema.
    public var rawValue: Int32 {
        switch self {
        case .unspecified: 0
        case .relisted: 1
        case .accountReinstated: 2
        case .fundsReleased: 3
        case .feeRefunded: 4
        case .listingsRemoved: 5
        case .sellerSanctioned: 6
        case .stayDownEnabled: 7
        case .humanContact: 8
        case .termsNoticeGiven: 9
        case .termsWithdrawn: 10
        case .rankingExplained: 11
        case .dataProvided: 12
        case .reviewCorrected: 13
        case .compensation: 14
        case .unrecognized(let number): number
        }
    }

    /// Every value of the schema, in its order.
    public static var allCases: [Self] {
        [
            .unspecified, .relisted, .accountReinstated, .fundsReleased, .feeRefunded,
            .listingsRemoved, .sellerSanctioned, .stayDownEnabled, .humanContact, .termsNoticeGiven,
            .termsWithdrawn, .rankingExplained, .dataProvided, .reviewCorrected, .compensation,
        ]
    }

    /// The names of `allCases` in the schema, without the prefix they share.
    public static var names: [String] {
        [
            "UNSPECIFIED", "RELISTED", "ACCOUNT_REINSTATED", "FUNDS_RELEASED", "FEE_REFUNDED",
            "LISTINGS_REMOVED", "SELLER_SANCTIONED", "STAY_DOWN_ENABLED", "HUMAN_CONTACT",
            "TERMS_NOTICE_GIVEN", "TERMS_WITHDRAWN", "RANKING_EXPLAINED", "DATA_PROVIDED",
            "REVIEW_CORRECTED", "COMPENSATION",
        ]
    }

    /// What every name begins with in the schema.
    public static var namePrefix: String { "REMEDY_KIND_" }
}
