// SPDX-License-Identifier: EUPL-1.2

package import RecoursCases

/// A campaign's number in one store, counted from 1 in the order of their opening.
package struct CampaignNumber: Sendable, Hashable, Comparable {
    package var value: UInt32

    package init(_ value: UInt32) { self.value = value }

    package static func < (left: CampaignNumber, right: CampaignNumber) -> Bool {
        left.value < right.value
    }
}

/// A campaign as a store keeps it.
package struct CampaignRecord: Sendable, Hashable {
    package var number: CampaignNumber
    package var identifier: CampaignIdentifier
    package var plan: CampaignPlan
    /// Cases filed into it. The other counts are kept apart, a platform each.
    package var collected: UInt64
    /// When the case was filed with which the target was reached.
    package var targetReachedAt: Instant?
    package var createdAt: Instant
    package var updatedAt: Instant

    package init(
        number: CampaignNumber, identifier: CampaignIdentifier, plan: CampaignPlan,
        collected: UInt64, targetReachedAt: Instant?, createdAt: Instant, updatedAt: Instant
    ) {
        self.number = number
        self.identifier = identifier
        self.plan = plan
        self.collected = collected
        self.targetReachedAt = targetReachedAt
        self.createdAt = createdAt
        self.updatedAt = updatedAt
    }
}

/// A case as its campaign's list of open cases needs it.
package struct CampaignCaseRecord: Sendable, Hashable {
    package var campaign: CampaignNumber
    package var isOpen: Bool
    /// When its next clock runs out; the end of time if none runs.
    package var dueAtMilliseconds: Int64

    package init(campaign: CampaignNumber, isOpen: Bool, dueAtMilliseconds: Int64) {
        self.campaign = campaign
        self.isOpen = isOpen
        self.dueAtMilliseconds = dueAtMilliseconds
    }
}

/// One number that is counted for a campaign and a platform.
package struct CampaignCounter: Sendable, Hashable {
    /// What is counted. The numbers are stored and never change.
    package enum Kind: Sendable, Hashable {
        case collected
        case answered
        case state(CaseState)
        case outcome(CampaignOutcome)

        package var number: UInt8 {
            switch self {
            case .collected: 1
            case .answered: 2
            case .state(let state): 32 + UInt8(truncatingIfNeeded: state.rawValue)
            case .outcome(let outcome): 64 + outcome.rawValue
            }
        }

        /// Nil for a number that a newer version may have written.
        package init?(number: UInt8) {
            switch number {
            case 1: self = .collected
            case 2: self = .answered
            case 32..<64:
                guard let state = CaseState(rawValue: Int32(number) - 32) else { return nil }
                self = .state(state)
            case 64...:
                guard let outcome = CampaignOutcome(rawValue: number - 64) else { return nil }
                self = .outcome(outcome)
            default: return nil
            }
        }
    }

    package var campaign: CampaignNumber
    /// Slug of the platform addressed.
    package var platform: String
    package var kind: Kind

    package init(campaign: CampaignNumber, platform: String, kind: Kind) {
        self.campaign = campaign
        self.platform = platform
        self.kind = kind
    }
}

/// What is counted of some cases of a campaign: of one platform's, or of all.
package struct CampaignCounts: Sendable, Hashable {
    package private(set) var collected: UInt64 = 0
    package private(set) var answered: UInt64 = 0
    package private(set) var byState: [CaseState: UInt64] = [:]
    package private(set) var byOutcome: [CampaignOutcome: UInt64] = [:]

    package init() {}

    /// Adds what a counter has come to; a count is never below zero.
    package mutating func add(_ value: Int64, of kind: CampaignCounter.Kind) {
        let value = UInt64(max(0, value))
        switch kind {
        case .collected: collected += value
        case .answered: answered += value
        case .state(let state): byState[state, default: 0] += value
        case .outcome(let outcome): byOutcome[outcome, default: 0] += value
        }
    }

    package mutating func add(_ other: CampaignCounts) {
        collected += other.collected
        answered += other.answered
        byState.merge(other.byState, uniquingKeysWith: +)
        byOutcome.merge(other.byOutcome, uniquingKeysWith: +)
    }
}

/// A campaign with its counts, both of one snapshot.
package struct CountedCampaign: Sendable, Hashable {
    package let campaign: CampaignRecord
    /// By the platform's slug.
    package let byPlatform: [String: CampaignCounts]

    package init(campaign: CampaignRecord, byPlatform: [String: CampaignCounts]) {
        self.campaign = campaign
        self.byPlatform = byPlatform
    }

    package var total: CampaignCounts {
        byPlatform.values.reduce(into: CampaignCounts()) { $0.add($1) }
    }
}
