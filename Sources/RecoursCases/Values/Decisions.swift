// SPDX-License-Identifier: EUPL-1.2

// Vocabulary of the DSA Transparency Database, so that a platform's existing records map one to
// one.

/// What was done to the visibility of content.
package enum VisibilityDecision: Int32, CaseIterable, Hashable, Sendable {
    case contentRemoved = 1
    case contentDisabled = 2
    case contentDemoted = 3
    case contentAgeRestricted = 4
    case contentInteractionRestricted = 5
    case contentLabelled = 6
    case other = 7
}

/// What was done to payments.
package enum MonetaryDecision: Int32, CaseIterable, Hashable, Sendable {
    case suspension = 1
    case termination = 2
    case other = 3
}

/// What was done to the provision of the service.
package enum ProvisionDecision: Int32, CaseIterable, Hashable, Sendable {
    case partialSuspension = 1
    case totalSuspension = 2
    case partialTermination = 3
    case totalTermination = 4
}

/// What was done to the account.
package enum AccountDecision: Int32, CaseIterable, Hashable, Sendable {
    case suspended = 1
    case terminated = 2
}

/// On what the decision rests.
package enum DecisionGround: Int32, CaseIterable, Hashable, Sendable {
    case illegal = 1
    case terms = 2
}

/// What led the platform to decide.
package enum DecisionSource: Int32, CaseIterable, Hashable, Sendable {
    /// A notice under DSA article 16.
    case article16 = 1
    case trustedFlagger = 2
    case otherNotification = 3
    case voluntary = 4
}

/// How far a machine decided.
package enum AutomatedDecision: Int32, CaseIterable, Hashable, Sendable {
    case fully = 1
    case partially = 2
    case notAutomated = 3
}
