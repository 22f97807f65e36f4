// SPDX-License-Identifier: EUPL-1.2

/// One of the two sides that a mediator brings together.
package enum PartySide: Int32, CaseIterable, Hashable, Sendable {
    /// The firm and its association.
    case complainant = 1
    case platform = 2
}

/// One word between a side and the mediator: the other side never reads it (law 95-125 of 8
/// February 1995, article 21-3).
package struct ConfidentialNote: Hashable, Sendable {
    /// Whose channel it is in.
    package var side: PartySide
    package var writing: Writing
    /// Set by the rules, from who acts.
    package var isByMediator: Bool
    /// Set by the rules.
    package var at: Instant

    package init(side: PartySide, writing: Writing, isByMediator: Bool, at: Instant) {
        self.side = side
        self.writing = writing
        self.isByMediator = isByMediator
        self.at = at
    }
}

/// An agreement as the mediator proposed it. It leaves the confidential channels only once both
/// sides have accepted it.
package struct Agreement: Hashable, Sendable {
    /// 1–10,000.
    package let text: String
    package let proposedAt: Instant
    package internal(set) var acceptedBy: Set<PartySide>
    package internal(set) var declinedBy: PartySide?

    package init(
        text: String, proposedAt: Instant, acceptedBy: Set<PartySide> = [],
        declinedBy: PartySide? = nil
    ) {
        self.text = text
        self.proposedAt = proposedAt
        self.acceptedBy = acceptedBy
        self.declinedBy = declinedBy
    }

    /// Whether both sides have accepted.
    package var isReached: Bool { acceptedBy.count == PartySide.allCases.count }
}

/// How a mediator closed a case. Never a decision against a party: mediation binds nobody.
package struct MediationOutcome: Hashable, Sendable {
    package enum Result: Int32, CaseIterable, Hashable, Sendable {
        case resolved = 1
        case noAgreement = 2
    }

    package var result: Result?
    /// 1–10,000.
    package var reasons: String
    /// Courts, certified bodies, authorities: 1–10 of 1–500 without an agreement.
    package var nextSteps: [String]

    package init(result: Result?, reasons: String, nextSteps: [String] = []) {
        self.result = result
        self.reasons = reasons
        self.nextSteps = nextSteps
    }
}

/// A case's mediation, kept after its end.
package struct Mediation: Hashable, Sendable {
    /// When the case came to the mediators; anew each time a closed case is reopened.
    package internal(set) var startedAt: Instant
    /// Slug of the mediator in charge; nil: nobody yet.
    package internal(set) var mediator: String?
    /// Slugs of mediators with a conflict of interest.
    package internal(set) var recused: [String]
    /// When a mediator first spoke to the parties.
    package internal(set) var firstWordAt: Instant?
    /// From 90 to 180 days.
    package internal(set) var isExtended: Bool
    /// Days for which its clock has stood still: while a question was open, or the case withdrawn.
    package internal(set) var daysPaused: Int
    /// Oldest first.
    package internal(set) var notes: [ConfidentialNote]
    /// The last proposed.
    package internal(set) var agreement: Agreement?
    package internal(set) var outcome: MediationOutcome?

    package init(
        startedAt: Instant, mediator: String? = nil, recused: [String] = [],
        firstWordAt: Instant? = nil, isExtended: Bool = false, daysPaused: Int = 0,
        notes: [ConfidentialNote] = [], agreement: Agreement? = nil,
        outcome: MediationOutcome? = nil
    ) {
        self.startedAt = startedAt
        self.mediator = mediator
        self.recused = recused
        self.firstWordAt = firstWordAt
        self.isExtended = isExtended
        self.daysPaused = daysPaused
        self.notes = notes
        self.agreement = agreement
        self.outcome = outcome
    }
}
