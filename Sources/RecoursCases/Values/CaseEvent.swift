// SPDX-License-Identifier: EUPL-1.2

/// One change of a case. A case's events, replayed in order, give the case.
package struct CaseEvent: Hashable, Sendable {
    /// What changed, with what the change brought. The numbers in `number` are the protocol's.
    package enum Kind: Hashable, Sendable {
        /// Indirect, as is `responded`: a draft is a kilobyte wide, most events are a word.
        indirect case submitted(CaseDraft)
        case transmitted
        case routedOutOfScope(reason: String)
        case routedToMediation(reason: String)
        case acknowledged(Contact)
        indirect case responded(PlatformResponse)
        case answerAccepted(Verdict)
        case answerRefused(Verdict)
        case withdrawn(reason: String)
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
        }
    }
}
