// SPDX-License-Identifier: EUPL-1.2

/// Which figures a decision changes.
///
/// What happened is counted event by event, under the platform that the case addressed before it;
/// a filing and a transmission under the one that it addresses now. How a case stands is counted
/// once a decision, as the difference between before and after. So the figures are the same
/// whether events are counted as they come or one by one from the first on.
package enum FigureChanges {
    /// The changes by events that happened together. `before` is nil before the first of a case.
    package static func of(
        _ events: [CaseEvent], before: CaseFile?, after: CaseFile
    ) -> [FigureChange] {
        guard let afterKey = FigureKey(after) else { return [] }
        let beforeKey = before.flatMap(FigureKey.init)
        var changes = Changes(beforeKey: beforeKey ?? afterKey, afterKey: afterKey)
        for event in events { changes.count(event, before: before ?? after, after: after) }
        changes.countStandings(before: before, after: after)
        return changes.found
    }
}

/// Changes being gathered.
private struct Changes {
    let beforeKey: FigureKey
    let afterKey: FigureKey
    private(set) var found: [FigureChange] = []

    init(beforeKey: FigureKey, afterKey: FigureKey) {
        self.beforeKey = beforeKey
        self.afterKey = afterKey
    }

    // MARK: What happened

    mutating func count(_ event: CaseEvent, before: CaseFile, after: CaseFile) {
        countMediation(event)
        countResolution(event, after: after)
        countRemoval(event, before: before)
        switch event.kind {
        case .submitted: add(.filed, afterKey)
        case .transmitted: add(.received, afterKey, at: event.at)
        case .acknowledged:
            add(.acknowledged, beforeKey)
            time(.acknowledge, from: before.transmittedAt, to: event.at)
        case .responded(let response):
            // What a case had from a platform that it addressed before is not this one's answer.
            guard response.isAnswer, !before.ownResponses.contains(where: \.isAnswer) else {
                return
            }
            add(.answered, beforeKey, at: event.at)
            time(.answer, from: before.transmittedAt, to: event.at)
        case .answerRefused: add(.refusedAnswers, beforeKey)
        case .readdressed: add(.readdressed, beforeKey)
        case .reopened: add(.reopened, beforeKey)
        case .deadlineMissed(let kind): countMissed(kind, event)
        case .routedOutOfScope, .routedToMediation, .answerAccepted, .withdrawn, .draftSaved,
            .restored, .declaredInadmissible, .inadmissibilityContested, .readmitted, .merged,
            .split, .informationRequested, .informationProvided, .messagePosted, .takenOver,
            .remedyProved, .reminded, .mediatorAssigned, .mediatorRecused, .mediatorStatement,
            .mediationExtended, .confidentialNote, .agreementProposed, .agreementAccepted,
            .agreementDeclined, .mediationClosed, .disclosureRaised, .flagged, .legalHoldSet,
            .legalHoldLifted, .erased:
            return
        }
    }

    private mutating func countMissed(_ kind: DeadlineKind, _ event: CaseEvent) {
        switch kind {
        case .acknowledge: add(.missedAcknowledgements, beforeKey)
        case .answer, .finalAnswer: add(.escalated, beforeKey, at: event.at)
        case .remedy: add(.brokenPromises, beforeKey)
        // A mediator is called again and again; the case is overdue once.
        case .mediatorFirstWord, .mediationEnd: return
        case .route, .information, .verdict, .remedyConfirmation, .draftIdle: return
        }
    }

    /// A case that comes back to its mediator, with information or restored, came there before.
    private mutating func countMediation(_ event: CaseEvent) {
        guard event.stateAfter == .inMediation, event.stateBefore != .inMediation else { return }
        switch event.kind {
        case .informationProvided, .restored, .deadlineMissed(.information): return
        default: add(.mediated, afterKey)
        }
    }

    private mutating func countResolution(_ event: CaseEvent, after: CaseFile) {
        guard event.stateAfter == .resolved, event.stateBefore != .resolved else { return }
        add(.resolutions, afterKey, at: event.at)
        // A case whose platform has no account has no transmission to count from.
        time(.resolve, from: after.transmittedAt ?? after.createdAt, to: event.at)
    }

    /// Only the first answer that says something is removed: what comes later, or comes back, is
    /// for the listings' own states to say.
    private mutating func countRemoval(_ event: CaseEvent, before: CaseFile) {
        guard case .responded(let response) = event.kind, before.draft.isAboutTakingDown,
            response.saysRemoved, !before.ownResponses.contains(where: \.saysRemoved)
        else { return }
        add(.removals, beforeKey, at: event.at)
        time(.remove, from: before.transmittedAt, to: event.at)
    }

    private mutating func add(
        _ counter: FigureCounter, _ key: FigureKey, at instant: Instant? = nil
    ) {
        let month = counter.isMonthly ? instant.map(FigureMonth.init(of:)) : nil
        found.append(FigureChange(key, .count(counter, month: month, by: 1)))
    }

    private mutating func time(_ time: FigureTime, from start: Instant?, to end: Instant) {
        let minutes = FigureTime.minutes(from: start ?? end, to: end)
        let month = time.isMonthly ? FigureMonth(of: end) : nil
        found.append(FigureChange(beforeKey, .time(time, month: month, minutes: minutes)))
    }

    // MARK: How the case stands

    mutating func countStandings(before: CaseFile?, after: CaseFile) {
        let former = before?.standings ?? FigureCounters()
        var present = after.standings
        if after.state == .erased {
            // What is erased stays counted as it stood.
            present = former
            present.remove(.open)
        }
        if beforeKey == afterKey {
            former.subtracting(present).forEach { stand($0, beforeKey, by: -1) }
            present.subtracting(former).forEach { stand($0, afterKey, by: 1) }
        } else {
            former.forEach { stand($0, beforeKey, by: -1) }
            present.forEach { stand($0, afterKey, by: 1) }
        }
    }

    private mutating func stand(_ counter: FigureCounter, _ key: FigureKey, by amount: Int64) {
        found.append(FigureChange(key, .count(counter, month: nil, by: amount)))
    }
}
