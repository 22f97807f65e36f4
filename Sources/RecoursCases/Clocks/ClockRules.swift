// SPDX-License-Identifier: EUPL-1.2

/// Which clocks run in which state, and until when (`domain.md` §3.6).
///
/// A clock of days ends at 23:59:59 in Paris on its last day; the day on which it starts is not
/// counted. These are values: what acts when one runs out is `CaseRules` with the command `elapse`.
package enum ClockRules {
    static let routeWorkingDays = 2
    /// How long a case waits for others like it before a mediator takes it up alone.
    static let aggregateDays = 15
    static let acknowledgeDays = 2
    static let acknowledgeDaysInHaste = 1
    static let answerDays = 15
    static let answerDaysUrgent = 7
    static let answerDaysCounterfeit = 3
    /// Counted, as the answer clock, from transmission.
    static let finalAnswerDays = 60
    static let informationDays = 14
    static let verdictDays = 21
    static let remedyConfirmationDays = 7
    static let mediatorFirstWordWorkingDays = 3
    static let mediationDays = 90
    static let mediationDaysExtended = 180
    /// How often an overdue end of mediation is called to mind.
    static let overdueMediationDays = 7
    static let draftIdleDays = 30
    /// No campaign leaves anybody less than this.
    static let leastWorkingDays = 2

    /// How long a complainant may contest, restore and reopen.
    static let contestDays = 21
    static let restoreDays = 30
    static let reopenDays = 60

    /// The clocks of a case in its state, soonest first; those that start now, start at `start`.
    static func deadlines(of caseFile: CaseFile, since start: Instant) -> [Deadline] {
        let clock = Clock(of: caseFile, start: start)
        let complainant: PartyKind =
            caseFile.submitter.kind == .association ? .association : .business
        switch caseFile.state {
        case .draft: return [clock.days(draftIdleDays, .draftIdle, complainant)]
        case .submitted:
            if caseFile.disclosure == .aggregate {
                return [clock.days(aggregateDays, .route, .mediator)]
            }
            return [clock.workingDays(routeWorkingDays, .route, .mediator)]
        case .transmitted:
            return [
                clock.days(daysToAcknowledge(caseFile), .acknowledge, .platform),
                clock.days(daysToAnswer(caseFile), .answer, .platform),
            ]
        case .acknowledged:
            // Taking note changes nothing about when the answer is due.
            return caseFile.deadlines.filter { $0.kind == .answer }
        case .inProgress: return finalAnswer(of: caseFile)
        case .infoRequested: return [clock.days(informationDays, .information, complainant)]
        case .answered: return [clock.days(verdictDays, .verdict, complainant)]
        case .remedyPending:
            if caseFile.isRemedyProved {
                return [clock.days(remedyConfirmationDays, .remedyConfirmation, complainant)]
            }
            let promised = caseFile.lastAnswer?.dueOn ?? clock.date
            return [clock.until(max(promised, clock.date), .remedy, .platform)]
        case .inMediation: return mediation(of: caseFile, clock)
        case .inadmissible:
            // A contest is heard like a case that has just come.
            return caseFile.inadmissibility?.isContested == true
                ? [clock.workingDays(routeWorkingDays, .route, .mediator)] : []
        case .resolved, .noAgreement, .duplicate, .withdrawn, .erased: return []
        }
    }

    /// A clock that begins again when it has run out and nobody has acted.
    static func again(
        _ kind: DeadlineKind, in caseFile: CaseFile, at now: Instant
    ) -> Deadline? {
        let clock = Clock(of: caseFile, start: now)
        switch (kind, caseFile.state) {
        case (.route, .inadmissible):
            return clock.workingDays(routeWorkingDays, .route, .mediator)
        case (.mediatorFirstWord, _):
            return clock.workingDays(mediatorFirstWordWorkingDays, kind, .mediator)
        case (.mediationEnd, _): return clock.days(overdueMediationDays, kind, .mediator)
        default: return nil
        }
    }

    private static func mediation(of caseFile: CaseFile, _ clock: Clock) -> [Deadline] {
        let begun = caseFile.mediation?.startedAt ?? clock.start
        let days =
            caseFile.mediation?.isExtended == true ? mediationDaysExtended : mediationDays
        // A case that comes back late leaves the mediator some days still.
        let end = max(
            begun.dateInParis.adding(days: days + (caseFile.mediation?.daysPaused ?? 0)),
            WorkingDays.date(leastWorkingDays, after: clock.date))
        let ending = Deadline(
            kind: .mediationEnd, startedAt: begun, dueAt: ParisTime.endOfDay(end),
            party: .mediator)
        if caseFile.mediation?.firstWordAt != nil { return [ending] }
        return [
            clock.workingDays(mediatorFirstWordWorkingDays, .mediatorFirstWord, .mediator),
            ending,
        ]
    }

    /// The last day on which a final answer is in time, of a case whose answer clock runs. It is
    /// counted on from that clock, which has been moved by the days on which it stood still.
    static func lastDayOfFinalAnswer(of caseFile: CaseFile) -> CalendarDate? {
        guard let answer = caseFile.deadlines.first(where: { $0.kind == .answer }) else {
            return nil
        }
        let answerDate = answer.dueAt.dateInParis
        let further = daysToFinalAnswer(caseFile) - daysToAnswer(caseFile)
        let transmitted = caseFile.transmittedAt ?? answer.startedAt
        let date = capped(
            answerDate.adding(days: further), .finalAnswer, of: caseFile,
            from: transmitted.dateInParis)
        // An interim answer makes nothing due sooner.
        return max(answerDate, date)
    }

    private static func finalAnswer(of caseFile: CaseFile) -> [Deadline] {
        guard let last = lastDayOfFinalAnswer(of: caseFile) else { return [] }
        let started = caseFile.deadlines.first { $0.kind == .answer }?.startedAt
        return [
            Deadline(
                kind: .finalAnswer, startedAt: started ?? caseFile.updatedAt,
                dueAt: ParisTime.endOfDay(last), party: .platform)
        ]
    }

    /// A clock's last day within what the case's campaign leaves: `resolve_by`, but no less than
    /// two working days. Mediation takes the time it needs.
    static func capped(
        _ date: CalendarDate, _ kind: DeadlineKind, of caseFile: CaseFile,
        from start: CalendarDate
    ) -> CalendarDate {
        capped(date, kind, by: caseFile.terms?.resolveBy, from: start)
    }

    private static func capped(
        _ date: CalendarDate, _ kind: DeadlineKind, by resolveBy: CalendarDate?,
        from start: CalendarDate
    ) -> CalendarDate {
        guard let resolveBy else { return date }
        switch kind {
        case .mediatorFirstWord, .mediationEnd, .draftIdle: return date
        case .route, .acknowledge, .answer, .finalAnswer, .information, .verdict, .remedy,
            .remedyConfirmation:
            return min(date, max(resolveBy, WorkingDays.date(leastWorkingDays, after: start)))
        }
    }

    private static func daysToAcknowledge(_ caseFile: CaseFile) -> Int {
        let draft = caseFile.sharedDraft
        let usual =
            draft.value.category == .counterfeit || draft.value.urgency == .urgent
            ? acknowledgeDaysInHaste : acknowledgeDays
        return caseFile.terms?.acknowledgeDays ?? usual
    }

    /// A copy sells as long as it stands, so its clock is the shortest, urgent or not.
    private static func daysToAnswer(_ caseFile: CaseFile) -> Int {
        if let days = caseFile.terms?.answerDays { return days }
        let draft = caseFile.sharedDraft
        if draft.value.category == .counterfeit { return answerDaysCounterfeit }
        return draft.value.urgency == .urgent ? answerDaysUrgent : answerDays
    }

    private static func daysToFinalAnswer(_ caseFile: CaseFile) -> Int {
        caseFile.terms?.finalAnswerDays ?? finalAnswerDays
    }

    /// Clocks of one case that start at one instant.
    private struct Clock {
        let start: Instant
        let date: CalendarDate
        private let resolveBy: CalendarDate?

        init(of caseFile: CaseFile, start: Instant) {
            self.start = start
            date = start.dateInParis
            resolveBy = caseFile.terms?.resolveBy
        }

        func days(_ count: Int, _ kind: DeadlineKind, _ party: PartyKind) -> Deadline {
            until(date.adding(days: count), kind, party)
        }

        func workingDays(_ count: Int, _ kind: DeadlineKind, _ party: PartyKind) -> Deadline {
            until(WorkingDays.date(count, after: date), kind, party)
        }

        func until(_ last: CalendarDate, _ kind: DeadlineKind, _ party: PartyKind) -> Deadline {
            let capped = ClockRules.capped(last, kind, by: resolveBy, from: date)
            return Deadline(
                kind: kind, startedAt: start, dueAt: ParisTime.endOfDay(capped), party: party)
        }
    }
}
