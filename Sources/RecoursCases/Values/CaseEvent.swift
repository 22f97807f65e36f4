// SPDX-License-Identifier: EUPL-1.2

/// One change of a case. A case's events, replayed in order, give the case.
package struct CaseEvent: Hashable, Sendable {
    /// What changed, with what the change brought. The numbers in `number` are the protocol's.
    package enum Kind: Hashable, Sendable {
        /// Indirect, as is `responded`: most events are a word.
        indirect case submitted(SharedDraft, terms: CampaignTerms?)
        case transmitted
        case routedOutOfScope(reason: String)
        case routedToMediation(reason: String)
        case acknowledged(Contact)
        indirect case responded(PlatformResponse)
        case answerAccepted(Verdict)
        case answerRefused(Verdict)
        case withdrawn(reason: String)
        case draftSaved(SharedDraft)
        case restored(reason: String)
        case declaredInadmissible(Inadmissibility)
        case inadmissibilityContested(Writing)
        case readmitted(reason: String)
        case merged(MergeTarget)
        case split(reason: String)
        case readdressed(Readdressing)
        case informationRequested(Writing)
        case informationProvided(Writing)
        case messagePosted(Writing)
        case takenOver(reason: String)
        case reopened(Writing)
        case remedyProved(Writing)
        case reminded(DeadlineKind, ReminderStage)
        case deadlineMissed(DeadlineKind)
        /// The actor is in charge from now on.
        case mediatorAssigned
        case mediatorRecused(reason: String)
        case mediatorStatement(Writing)
        case mediationExtended(reason: String)
        case confidentialNote(ConfidentialNote)
        case agreementProposed(text: String)
        case agreementAccepted(PartySide)
        case agreementDeclined(PartySide, reason: String)
        case mediationClosed(MediationOutcome)
        case disclosureRaised(Disclosure)
        case flagged(CaseFlag)
        case legalHoldSet(reason: String)
        case legalHoldLifted(reason: String)
        case erased(reason: String)
    }

    /// 1 for the case's first; equals the case's version after it.
    package let sequence: UInt64
    package let at: Instant
    package let actor: Actor
    package let kind: Kind
    /// Nil before the first event.
    package let stateBefore: CaseState?
    package let stateAfter: CaseState

    package init(
        sequence: UInt64, at: Instant, actor: Actor, kind: Kind, stateBefore: CaseState?,
        stateAfter: CaseState
    ) {
        self.sequence = sequence
        self.at = at
        self.actor = actor
        self.kind = kind
        self.stateBefore = stateBefore
        self.stateAfter = stateAfter
    }
}

extension CaseEvent.Kind {
    /// The number of `recours.v1.EventKind`.
    package var number: Int32 {
        switch self {
        case .submitted: 1
        case .transmitted: 2
        case .routedOutOfScope: 3
        case .routedToMediation: 4
        case .acknowledged: 5
        case .responded: 6
        case .answerAccepted: 7
        case .answerRefused: 8
        case .withdrawn: 9
        case .draftSaved: 10
        case .restored: 11
        case .declaredInadmissible: 12
        case .inadmissibilityContested: 13
        case .readmitted: 14
        case .merged: 15
        case .split: 16
        case .readdressed: 17
        case .informationRequested: 18
        case .informationProvided: 19
        case .messagePosted: 20
        case .takenOver: 21
        case .reopened: 22
        case .remedyProved: 23
        case .reminded: 24
        case .deadlineMissed: 25
        case .mediatorAssigned: 26
        case .mediatorRecused: 27
        case .mediatorStatement: 28
        case .mediationExtended: 29
        case .confidentialNote: 30
        case .agreementProposed: 31
        case .agreementAccepted: 32
        case .agreementDeclined: 33
        case .mediationClosed: 34
        case .disclosureRaised: 35
        case .flagged: 36
        case .legalHoldSet: 37
        case .legalHoldLifted: 38
        case .erased: 39
        }
    }
}
