// SPDX-License-Identifier: EUPL-1.2

/// What a platform can do to set things right. The numbers are those of the protocol.
package enum RemedyKind: Int32, CaseIterable, Hashable, Sendable {
    case relisted = 1
    case accountReinstated = 2
    case fundsReleased = 3
    case feeRefunded = 4
    case listingsRemoved = 5
    case sellerSanctioned = 6
    case stayDownEnabled = 7
    case humanContact = 8
    case termsNoticeGiven = 9
    case termsWithdrawn = 10
    case rankingExplained = 11
    case dataProvided = 12
    case reviewCorrected = 13
    case compensation = 14

    /// Whether the remedy is a sum of money and must say which.
    package var needsAmount: Bool {
        switch self {
        case .fundsReleased, .feeRefunded, .compensation: true
        case .relisted, .accountReinstated, .listingsRemoved, .sellerSanctioned,
            .stayDownEnabled, .humanContact, .termsNoticeGiven, .termsWithdrawn,
            .rankingExplained, .dataProvided, .reviewCorrected:
            false
        }
    }
}

/// What a complainant asks for is said in the same words as what a platform does.
package typealias DesiredRemedy = RemedyKind

/// What the platform did or promises to do.
package struct Remedy: Hashable, Sendable {
    package var kind: RemedyKind?
    /// For remedies of money: one minor unit or more.
    package var amount: Money?
    /// At most 500.
    package var note: String

    package init(kind: RemedyKind? = nil, amount: Money? = nil, note: String = "") {
        self.kind = kind
        self.amount = amount
        self.note = note
    }
}
