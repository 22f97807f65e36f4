// SPDX-License-Identifier: EUPL-1.2

/// One case as the rules see it: everything that its events say, and nothing else.
///
/// Made only by events (`CaseRules`), or read back from a snapshot that was made so.
package struct CaseFile: Hashable, Sendable {
    package let identifier: CaseIdentifier
    package let publicNumber: PublicNumber
    /// Raised by 1 at each event.
    package internal(set) var version: UInt64
    package internal(set) var state: CaseState
    /// Who submitted: the association, or the firm itself.
    package let submitter: PartnerReference
    package let draft: CaseDraft
    /// The clocks that run, soonest first; none in a closed case.
    package internal(set) var deadlines: [Deadline]
    /// When it came into the platform's inbox: final-answer clocks count from here, and a platform
    /// sees no case that never came there.
    package internal(set) var transmittedAt: Instant?
    /// Named in the acknowledgement; nil until there is one.
    package internal(set) var platformContact: Contact?
    /// All answers, oldest first.
    package internal(set) var responses: [PlatformResponse]
    /// All verdicts, oldest first.
    package internal(set) var verdicts: [Verdict]
    /// Why it is in its state, where there is a reason in words.
    package internal(set) var stateReason: String
    package let createdAt: Instant
    package internal(set) var updatedAt: Instant

    /// Rebuilds a case from a stored snapshot; new ones come from `CaseRules`.
    package init(
        identifier: CaseIdentifier, publicNumber: PublicNumber, version: UInt64,
        state: CaseState, submitter: PartnerReference, draft: CaseDraft, deadlines: [Deadline],
        transmittedAt: Instant?, platformContact: Contact?, responses: [PlatformResponse],
        verdicts: [Verdict], stateReason: String, createdAt: Instant, updatedAt: Instant
    ) {
        self.identifier = identifier
        self.publicNumber = publicNumber
        self.version = version
        self.state = state
        self.submitter = submitter
        self.draft = draft
        self.deadlines = deadlines
        self.transmittedAt = transmittedAt
        self.platformContact = platformContact
        self.responses = responses
        self.verdicts = verdicts
        self.stateReason = stateReason
        self.createdAt = createdAt
        self.updatedAt = updatedAt
    }

    /// When the first clock runs out; nil if none runs. What lists filter on as `due`.
    package var dueAt: Instant? {
        deadlines.lazy.map(\.dueAt).min()
    }

    /// The answer that awaits, or had, the last verdict; interim answers are not answers.
    package var lastAnswer: PlatformResponse? {
        responses.last { $0.type != .inProgress }
    }

    /// Whether the partner may know that the case exists (`domain.md` §7). To anybody else it must
    /// look like a case that isn't there.
    package func isVisible(to partner: PartnerReference) -> Bool {
        switch partner.kind {
        case .association, .business: partner == submitter
        case .platform: partner.slug == draft.platformSlug && transmittedAt != nil
        case .mediator: true
        case .operator: false
        }
    }
}
