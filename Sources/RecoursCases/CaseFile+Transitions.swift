// SPDX-License-Identifier: EUPL-1.2

// The table of transitions (`domain.md` §3.6): decisions and replays both go through it.
extension CaseFile {
    /// The state to which this kind of event leads from the present one; nil if it cannot happen.
    func state(after kind: CaseEvent.Kind) -> CaseState? {
        switch kind {
        case .submitted: state == .draft ? .submitted : nil
        case .draftSaved: state == .draft ? .draft : nil
        case .transmitted: state == .submitted ? .transmitted : nil
        case .routedOutOfScope: state == .submitted ? .inadmissible : nil
        case .routedToMediation: state == .submitted ? .inMediation : nil
        case .acknowledged: state == .transmitted ? .acknowledged : nil
        case .responded(let response): state(afterResponse: response.type)
        case .answerAccepted:
            switch state {
            case .answered: lastAnswer?.type == .remedyPromised ? .remedyPending : .resolved
            case .remedyPending: .resolved
            default: nil
            }
        case .answerRefused:
            // A proof that proves nothing can be refused; before it there is only the clock.
            state == .answered || state == .remedyPending && isRemedyProved ? .inMediation : nil
        case .withdrawn: CaseState.underWay.contains(state) ? .withdrawn : nil
        case .restored: state == .withdrawn ? withdrawn?.state : nil
        case .declaredInadmissible:
            state == .submitted && !isWithConcernedPlatform ? .inadmissible : nil
        case .inadmissibilityContested:
            state == .inadmissible && inadmissibility?.isContested == false ? state : nil
        case .readmitted:
            state == .inadmissible && inadmissibility?.isContested == true ? .submitted : nil
        case .merged: CaseState.underWay.contains(state) ? .duplicate : nil
        case .split: state == .duplicate ? .submitted : nil
        case .readdressed:
            state == .submitted && lastAnswer?.type == .notConcerned && !isWithConcernedPlatform
                ? .submitted : nil
        case .reminded(let kind, _): has(kind) ? state : nil
        case .deadlineMissed(let kind): has(kind) ? state(afterMissing: kind) : nil
        case .informationProvided:
            state == .infoRequested ? paused?.state : staysUnderWay
        case .messagePosted: state == .submitted ? nil : staysUnderWay
        case .mediatorRecused, .disclosureRaised: staysUnderWay
        case .remedyProved: state == .remedyPending && !isRemedyProved ? state : nil
        case .takenOver: canBeTakenOver ? .inMediation : nil
        case .reopened:
            state == .resolved && reopenings < CaseLimits.reopenings ? .inMediation : nil
        case .informationRequested, .mediatorAssigned, .mediatorStatement, .mediationExtended,
            .confidentialNote, .agreementProposed, .agreementAccepted, .agreementDeclined,
            .mediationClosed:
            state == .inMediation ? state(afterMediating: kind) : nil
        case .flagged, .legalHoldSet, .legalHoldLifted:
            state == .draft || state == .erased ? nil : state
        case .erased:
            state.isClosed && state != .erased && legalHold.isEmpty ? .erased : nil
        }
    }

    /// Whether a platform has the case and has not said since that it isn't concerned: such a case
    /// is not sent away unanswered.
    private var isWithConcernedPlatform: Bool {
        guard let transmittedAt else { return false }
        guard let answer = lastAnswer, answer.type == .notConcerned else { return true }
        return answer.givenAt.map { $0 < transmittedAt } ?? true
    }

    private var staysUnderWay: CaseState? {
        CaseState.underWay.contains(state) ? state : nil
    }

    private var canBeTakenOver: Bool {
        switch state {
        case .transmitted, .acknowledged, .inProgress, .answered, .remedyPending, .resolved,
            .noAgreement, .inadmissible:
            true
        case .draft, .submitted, .infoRequested, .inMediation, .duplicate, .withdrawn, .erased:
            false
        }
    }

    private func has(_ kind: DeadlineKind) -> Bool {
        deadlines.contains { $0.kind == kind }
    }

    private func state(afterResponse type: ResponseType?) -> CaseState? {
        switch type {
        case .inProgress: return state == .acknowledged ? .inProgress : nil
        case .infoNeeded:
            let mayAsk = state == .acknowledged || state == .inProgress
            return mayAsk && platformQuestions < CaseLimits.questions ? .infoRequested : nil
        case .notConcerned:
            return isWithPlatform ? .submitted : nil
        case .remedyDone, .remedyPromised, .explanation, .decisionUpheld, .alreadySettled,
            .duplicateOf:
            return isWithPlatform || state == .inMediation ? .answered : nil
        case nil: return nil
        }
    }

    private var isWithPlatform: Bool {
        state == .transmitted || state == .acknowledged || state == .inProgress
    }

    /// What silence leads to: never to an end without a word of the platform or a mediator.
    private func state(afterMissing kind: DeadlineKind) -> CaseState? {
        switch (kind, state) {
        case (.route, .submitted): .inMediation
        case (.route, .inadmissible): .inadmissible
        case (.acknowledge, .transmitted): .transmitted
        case (.answer, .transmitted), (.answer, .acknowledged), (.finalAnswer, .inProgress):
            .inMediation
        case (.information, .infoRequested): paused?.state
        case (.verdict, .answered):
            switch lastAnswer?.type {
            case .remedyPromised: .remedyPending
            case .remedyDone, .explanation: .resolved
            default: .inMediation
            }
        case (.remedy, .remedyPending): .inMediation
        case (.remedyConfirmation, .remedyPending): .resolved
        case (.mediatorFirstWord, .inMediation), (.mediationEnd, .inMediation): .inMediation
        case (.draftIdle, .draft): .erased
        default: nil
        }
    }

    private func state(afterMediating kind: CaseEvent.Kind) -> CaseState? {
        switch kind {
        case .informationRequested:
            return mediatorQuestions < CaseLimits.questions ? .infoRequested : nil
        case .mediationExtended: return mediation?.isExtended == false ? state : nil
        case .agreementAccepted(let side):
            guard let agreement = mediation?.agreement, agreement.declinedBy == nil,
                !agreement.acceptedBy.contains(side)
            else { return nil }
            return state
        case .agreementDeclined:
            guard let agreement = mediation?.agreement, agreement.declinedBy == nil,
                !agreement.isReached
            else { return nil }
            return state
        case .mediationClosed(let outcome):
            switch outcome.result {
            case .resolved: return .resolved
            case .noAgreement: return .noAgreement
            case nil: return nil
            }
        default: return state
        }
    }
}
