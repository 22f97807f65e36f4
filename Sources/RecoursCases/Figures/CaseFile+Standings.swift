// SPDX-License-Identifier: EUPL-1.2

extension CaseFile {
    /// The counters in which the case counts now, for what it is and not for what happened to it.
    var standings: FigureCounters {
        var standings = FigureCounters()
        switch state {
        case .draft, .erased: return standings
        case .resolved: standings = FigureCounters(.concluded, .resolved, resolution)
        case .noAgreement: standings = FigureCounters(.concluded, .noAgreement)
        // Neither says anything about the platform.
        case .inadmissible: return FigureCounters(.inadmissible)
        case .duplicate: return FigureCounters(.duplicates)
        case .withdrawn: standings = FigureCounters(.withdrawn)
        case .submitted, .transmitted, .acknowledged, .inProgress, .infoRequested, .answered,
            .remedyPending, .inMediation:
            standings = FigureCounters(.open)
        }
        if let explanation { standings.insert(explanation) }
        if missed.contains(where: { $0 == .mediatorFirstWord || $0 == .mediationEnd }) {
            standings.insert(.mediatorOverdue)
        }
        if transmittedAt != nil { addShortNotices(to: &standings) }
        return standings
    }

    /// The answers of the platform now addressed, since the case came to it.
    var ownResponses: some Sequence<PlatformResponse> {
        let start = transmittedAt
        return responses.lazy.filter { response in
            guard let start, let givenAt = response.givenAt else { return false }
            return response.platformSlug == addressee && givenAt >= start
        }
    }

    /// By whose word it is resolved.
    private var resolution: FigureCounter {
        if let mediation, mediation.outcome?.result == .resolved {
            let agreed = mediation.agreement?.acceptedBy.contains(.complainant) ?? false
            return agreed ? .confirmed : .resolvedByMediator
        }
        // The verdict that resolved it came when the state did; an older one accepted a promise.
        if let verdict = verdicts.last, verdict.accepted, verdict.givenAt == stateSince {
            return .confirmed
        }
        return .resolvedInSilence
    }

    /// Whether a delisting is explained; nil for other cases, and while there is time to explain.
    private var explanation: FigureCounter? {
        switch sharedDraft.value.category {
        case .delisting, .listingSuppressed, .accountSuspended, .accountTerminated,
            .unexplainedDecision:
            break
        default: return nil
        }
        guard transmittedAt != nil else { return nil }
        if !responses.isEmpty, ownResponses.contains(where: { $0.statementOfReasons != nil }) {
            return .explainedDelistings
        }
        switch stateOfTurns {
        case .submitted, .transmitted, .acknowledged, .inProgress: return nil
        default: return .unexplainedDelistings
        }
    }

    /// The state that says whose turn it is: beneath a withdrawal, and a question, the one that
    /// stands still. A case withdrawn while the platform had time to explain took that time away.
    private var stateOfTurns: CaseState {
        let before = state == .withdrawn ? withdrawn?.state ?? state : state
        return before == .infoRequested ? paused?.state ?? before : before
    }

    /// Regulation (EU) 2019/1150: 15 days before a change of terms (article 3), 30 before a
    /// termination (article 4).
    private func addShortNotices(to standings: inout FigureCounters) {
        if sharedDraft.value.termsChange?.isBelowRequiredNotice == true {
            standings.insert(.shortTermsNotices)
        }
        guard !responses.isEmpty else { return }
        let isShort = ownResponses.contains { response in
            guard let reasons = response.statementOfReasons, let days = reasons.noticeDays else {
                return false
            }
            let ends = reasons.account == .terminated || reasons.provision == .totalTermination
            return ends && days < Self.terminationNoticeDays
        }
        if isShort { standings.insert(.shortTerminationNotices) }
    }

    private static let terminationNoticeDays = 30
}

extension PlatformResponse {
    /// A final answer, to which the complainant says yes or no.
    var isAnswer: Bool {
        switch type {
        case .remedyDone, .remedyPromised, .explanation, .decisionUpheld, .alreadySettled,
            .duplicateOf:
            true
        case .notConcerned, .infoNeeded, .inProgress, nil: false
        }
    }
}
