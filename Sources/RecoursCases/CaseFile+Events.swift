// SPDX-License-Identifier: EUPL-1.2

extension CaseFile {
    /// A case to which nothing has happened, not even its submission: version 0. It never leaves
    /// this module.
    init(
        unsubmitted draft: CaseDraft, identifier: CaseIdentifier, publicNumber: PublicNumber,
        submitter: PartnerReference, at now: Instant
    ) {
        self.init(
            identifier: identifier, publicNumber: publicNumber, version: 0, state: .draft,
            submitter: submitter, draft: draft, deadlines: [], transmittedAt: nil,
            platformContact: nil, responses: [], verdicts: [], stateReason: "", createdAt: now,
            updatedAt: now)
    }

    /// The case after its first event. Throws `brokenHistory` unless that is a submission by a
    /// partner.
    package init(
        first event: CaseEvent, identifier: CaseIdentifier, publicNumber: PublicNumber
    ) throws(Refusal) {
        guard case .submitted(let draft) = event.kind, case .partner(let submitter) = event.actor
        else { throw Refusal(.brokenHistory(sequence: event.sequence)) }
        self.init(
            unsubmitted: draft, identifier: identifier, publicNumber: publicNumber,
            submitter: submitter, at: event.at)
        try apply(event)
    }

    /// Lets an event that has happened change the case. Throws `brokenHistory` if it cannot have
    /// happened here: its number isn't the next, or no such transition exists.
    package mutating func apply(_ event: CaseEvent) throws(Refusal) {
        let before: CaseState? = version == 0 ? nil : state
        guard event.sequence == version + 1, event.stateBefore == before,
            let after = state(after: event.kind), after == event.stateAfter
        else { throw Refusal(.brokenHistory(sequence: event.sequence)) }
        let previousState = state
        version = event.sequence
        state = after
        updatedAt = event.at
        record(event)
        // Every transition leads to another state and so to other clocks.
        if version == 1 || state != previousState {
            deadlines = ClockRules.deadlines(of: self, since: event.at)
        }
    }

    /// The state to which this kind of event leads from the present one; nil if it cannot happen.
    /// This is the table of transitions.
    func state(after kind: CaseEvent.Kind) -> CaseState? {
        switch (kind, state) {
        case (.submitted, .draft) where version == 0: .submitted
        case (.transmitted, .submitted): .transmitted
        case (.routedOutOfScope, .submitted): .inadmissible
        case (.routedToMediation, .submitted): .inMediation
        case (.acknowledged, .transmitted): .acknowledged
        case (.responded(let response), .acknowledged) where response.type == .inProgress:
            .inProgress
        case (.responded(let response), .transmitted), (.responded(let response), .acknowledged),
            (.responded(let response), .inProgress), (.responded(let response), .inMediation):
            CaseFile.isFinal(response.type) ? .answered : nil
        case (.answerAccepted, .answered):
            lastAnswer?.type == .remedyPromised ? .remedyPending : .resolved
        case (.answerAccepted, .remedyPending): .resolved
        case (.answerRefused, .answered): .inMediation
        case (.withdrawn, _): CaseRules.withdrawable.contains(state) ? .withdrawn : nil
        case (.submitted, _), (.transmitted, _), (.routedOutOfScope, _),
            (.routedToMediation, _), (.acknowledged, _), (.responded, _), (.answerAccepted, _),
            (.answerRefused, _):
            nil
        }
    }

    private static func isFinal(_ type: ResponseType?) -> Bool {
        switch type {
        case .remedyDone, .remedyPromised, .explanation, .decisionUpheld, .alreadySettled: true
        // Their sequels don't exist yet: a case must not land where nothing leads on.
        case .notConcerned, .infoNeeded, .duplicateOf: false
        case .inProgress, nil: false
        }
    }

    private mutating func record(_ event: CaseEvent) {
        switch event.kind {
        case .submitted: break
        case .transmitted: transmittedAt = event.at
        case .routedOutOfScope(let reason), .routedToMediation(let reason): stateReason = reason
        case .acknowledged(let contact): platformContact = contact
        case .responded(let response):
            responses.append(response)
            stateReason = ""
        case .answerAccepted(let verdict):
            verdicts.append(verdict)
            stateReason = ""
        case .answerRefused(let verdict):
            verdicts.append(verdict)
            stateReason = verdict.reason
        case .withdrawn(let reason): stateReason = reason
        }
    }
}
