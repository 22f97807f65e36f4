// SPDX-License-Identifier: EUPL-1.2

/// What a claim is in. The numbers are those of the protocol, and are stored.
package enum ClaimState: Int32, CaseIterable, Hashable, Sendable {
    case active = 1
    case suspended = 2
    case withdrawn = 3
}

/// What a right holder asks for.
package struct ClaimPlan: Hashable, Sendable {
    /// As it was sent; 16 bytes.
    package var work: [UInt8]
    /// Slugs, 1–100.
    package var platforms: [String]
    /// Consent to reports that no person has looked at.
    package var autoReport: Bool
    /// 0–1,000; nil: the usual one.
    package var reviewThreshold: Int?
    package var reportThreshold: Int?

    package init(
        work: [UInt8] = [], platforms: [String] = [], autoReport: Bool = false,
        reviewThreshold: Int? = nil, reportThreshold: Int? = nil
    ) {
        self.work = work
        self.platforms = platforms
        self.autoReport = autoReport
        self.reviewThreshold = reviewThreshold
        self.reportThreshold = reportThreshold
    }

    /// A match of so much waits for a person.
    package var leastReviewed: Int { reviewThreshold ?? ClaimLimits.reviewThreshold }

    /// A match of so much is reported; never less than what a person shall look at.
    package var leastReported: Int {
        reportThreshold ?? max(ClaimLimits.reportThreshold, leastReviewed)
    }
}

/// What happens to a claim itself.
package enum ClaimChange: Hashable, Sendable {
    case withdrawn(reason: String)
    case suspended(reason: String)
    case resumed(reason: String)
    /// Too much of what it found was wrong.
    case throttled
}

/// One claim held for a work against its copies on several platforms.
package struct StandingClaim: Hashable, Sendable {
    package let identifier: StandingClaimIdentifier
    package let work: WorkIdentifier
    package let registrant: PartnerReference
    /// Checked by its rules.
    package let plan: ClaimPlan
    package private(set) var state: ClaimState
    package private(set) var stateReason: String
    package private(set) var throttledAt: Instant?
    package private(set) var tally: ClaimTally
    package let openedAt: Instant
    package private(set) var updatedAt: Instant

    /// Opens one.
    package init(
        identifier: StandingClaimIdentifier, work: WorkIdentifier,
        registrant: PartnerReference, plan: ClaimPlan, at now: Instant
    ) {
        self.init(
            identifier: identifier, work: work, registrant: registrant, plan: plan,
            state: .active, stateReason: "", throttledAt: nil, tally: ClaimTally(),
            openedAt: now, updatedAt: now)
    }

    /// Reads one back.
    package init(
        identifier: StandingClaimIdentifier, work: WorkIdentifier,
        registrant: PartnerReference, plan: ClaimPlan, state: ClaimState, stateReason: String,
        throttledAt: Instant?, tally: ClaimTally, openedAt: Instant, updatedAt: Instant
    ) {
        self.identifier = identifier
        self.work = work
        self.registrant = registrant
        self.plan = plan
        self.state = state
        self.stateReason = stateReason
        self.throttledAt = throttledAt
        self.tally = tally
        self.openedAt = openedAt
        self.updatedAt = updatedAt
    }

    /// Whether a match may be reported without a person.
    package var mayReportAlone: Bool {
        plan.autoReport && state == .active && throttledAt == nil
    }

    // MARK: Its own life

    /// The state after a change; nil: it is not allowed, or would change nothing.
    package func state(after change: ClaimChange) -> ClaimState? {
        switch (state, change) {
        case (.active, .withdrawn), (.suspended, .withdrawn): .withdrawn
        case (.active, .suspended): .suspended
        case (.suspended, .resumed): .active
        case (.active, .resumed): throttledAt == nil ? nil : .active
        case (.active, .throttled), (.suspended, .throttled): throttledAt == nil ? state : nil
        case (.suspended, .suspended), (.withdrawn, _): nil
        }
    }

    /// Lets a change happen that is allowed; false if it is not, and nothing has changed.
    package mutating func apply(_ change: ClaimChange, at now: Instant) -> Bool {
        guard let after = state(after: change) else { return false }
        state = after
        updatedAt = now
        switch change {
        case .withdrawn(let reason), .suspended(let reason): stateReason = reason
        case .resumed:
            stateReason = ""
            throttledAt = nil
            tally.forgetVerdicts()
        case .throttled: throttledAt = now
        }
        return true
    }

    // MARK: What becomes of its listings

    /// Counts what a decision has made of a listing. A claim that is wrong too often is throttled.
    package mutating func count(_ decision: ListingDecision, at now: Instant) {
        guard decision.isChange else { return }
        tally.count(decision)
        updatedAt = now
        if tally.isTooOftenWrong { _ = apply(.throttled, at: now) }
    }
}
