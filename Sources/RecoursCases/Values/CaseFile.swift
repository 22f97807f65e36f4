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
    /// When it came into its state.
    package internal(set) var stateSince: Instant
    /// Who submitted: the association, or the firm itself.
    package internal(set) var submitter: PartnerReference
    /// As filed; as last saved while it is a DRAFT.
    package internal(set) var draft: CaseDraft {
        _read { yield sharedDraft.value }
        _modify {
            var changed = sharedDraft.value
            defer { sharedDraft = SharedDraft(changed) }
            yield &changed
        }
    }
    /// The same to be passed on, or to be looked into without a copy.
    package internal(set) var sharedDraft: SharedDraft
    /// Slug of the platform now addressed: another than the draft's after a re-addressing.
    package internal(set) var addressee: String
    /// What the platform may see now.
    package internal(set) var disclosure: Disclosure
    /// What the campaign says of its clocks, if it was filed in one.
    package internal(set) var terms: CampaignTerms?
    /// The clocks that run, soonest first.
    package internal(set) var deadlines: [Deadline]
    /// The clocks that stand still while information is asked for, and what comes after it.
    package internal(set) var paused: PausedClocks?
    /// What a withdrawn case goes back to if it is restored.
    package internal(set) var withdrawn: PausedClocks?
    /// When it came into the inbox of the platform now addressed: its clocks count from here, and
    /// a platform sees no case that never came there.
    package internal(set) var transmittedAt: Instant?
    package internal(set) var acknowledgedAt: Instant?
    /// Named in the acknowledgement; nil until there is one.
    package internal(set) var platformContact: Contact?
    /// All answers, oldest first.
    package internal(set) var responses: [PlatformResponse]
    /// All verdicts, oldest first.
    package internal(set) var verdicts: [Verdict]
    /// Questions, information, messages, statements; oldest first.
    package internal(set) var exchanges: [Exchange]
    package internal(set) var mediation: Mediation?
    package internal(set) var inadmissibility: Inadmissibility?
    package internal(set) var mergedInto: MergeTarget?
    package internal(set) var flags: [CaseFlag]
    /// Clocks that ran out, in order; one may have run out twice.
    package internal(set) var missed: [DeadlineKind]
    package internal(set) var readdressings: [Readdressing]
    /// How often the complainant has reopened it.
    package internal(set) var reopenings: Int
    /// Questions asked so far by the platform, and by the mediator.
    package internal(set) var platformQuestions: Int
    package internal(set) var mediatorQuestions: Int
    /// Why it must not be erased; empty: it may.
    package internal(set) var legalHold: String
    /// Why it is in its state, where there is a reason in words.
    package internal(set) var stateReason: String
    package let createdAt: Instant
    package internal(set) var updatedAt: Instant

    /// Rebuilds a case from a stored snapshot; new ones come from `CaseRules`.
    package init(
        identifier: CaseIdentifier, publicNumber: PublicNumber, version: UInt64,
        state: CaseState, stateSince: Instant, submitter: PartnerReference, draft: SharedDraft,
        addressee: String, disclosure: Disclosure, terms: CampaignTerms? = nil,
        deadlines: [Deadline], paused: PausedClocks? = nil, withdrawn: PausedClocks? = nil,
        transmittedAt: Instant?, acknowledgedAt: Instant? = nil, platformContact: Contact?,
        responses: [PlatformResponse], verdicts: [Verdict], exchanges: [Exchange] = [],
        mediation: Mediation? = nil, inadmissibility: Inadmissibility? = nil,
        mergedInto: MergeTarget? = nil, flags: [CaseFlag] = [], missed: [DeadlineKind] = [],
        readdressings: [Readdressing] = [], reopenings: Int = 0, platformQuestions: Int = 0,
        mediatorQuestions: Int = 0, legalHold: String = "", stateReason: String,
        createdAt: Instant, updatedAt: Instant
    ) {
        self.identifier = identifier
        self.publicNumber = publicNumber
        self.version = version
        self.state = state
        self.stateSince = stateSince
        self.submitter = submitter
        self.sharedDraft = draft
        self.addressee = addressee
        self.disclosure = disclosure
        self.terms = terms
        self.deadlines = deadlines
        self.paused = paused
        self.withdrawn = withdrawn
        self.transmittedAt = transmittedAt
        self.acknowledgedAt = acknowledgedAt
        self.platformContact = platformContact
        self.responses = responses
        self.verdicts = verdicts
        self.exchanges = exchanges
        self.mediation = mediation
        self.inadmissibility = inadmissibility
        self.mergedInto = mergedInto
        self.flags = flags
        self.missed = missed
        self.readdressings = readdressings
        self.reopenings = reopenings
        self.platformQuestions = platformQuestions
        self.mediatorQuestions = mediatorQuestions
        self.legalHold = legalHold
        self.stateReason = stateReason
        self.createdAt = createdAt
        self.updatedAt = updatedAt
    }

    /// When the first clock runs out; nil if none runs. What lists filter on as `due`.
    package var dueAt: Instant? {
        deadlines.lazy.map(\.dueAt).min()
    }

    /// When the clock next has something to do: a reminder, or a deadline missed. Nil: never.
    package var alarmAt: Instant? {
        deadlines.lazy.map(\.alarmAt).min()
    }

    /// The answer that awaits, or had, the last verdict; interim answers and questions are none.
    package var lastAnswer: PlatformResponse? {
        responses.last { $0.type != .inProgress && $0.type != .infoNeeded }
    }

    /// Whether the platform has shown that the promise of the last answer was kept.
    package var isRemedyProved: Bool {
        guard let promisedAt = lastAnswer?.givenAt else { return false }
        return exchanges.contains { $0.kind == .remedyProof && $0.at >= promisedAt }
    }

    /// Whether the partner may know that the case exists (`domain.md` §7). To anybody else it must
    /// look like a case that isn't there.
    ///
    /// - Parameter isItsFirm: whether the partner is the firm that the case is about.
    package func isVisible(to partner: PartnerReference, isItsFirm: Bool = false) -> Bool {
        switch partner.kind {
        case .association: partner == submitter
        case .business: partner == submitter || isItsFirm && state != .draft
        case .platform:
            partner.slug == addressee && transmittedAt != nil
        case .mediator: state != .draft
        case .operator: false
        }
    }
}

/// Clocks that stand still, and the state in which they go on.
package struct PausedClocks: Hashable, Sendable {
    /// Where the case goes on.
    package let state: CaseState
    package let deadlines: [Deadline]

    package init(state: CaseState, deadlines: [Deadline]) {
        self.state = state
        self.deadlines = deadlines
    }
}
