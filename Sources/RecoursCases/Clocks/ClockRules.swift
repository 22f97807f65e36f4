// SPDX-License-Identifier: EUPL-1.2

/// Which clocks run in which state, and until when (`domain.md` §3.6).
///
/// A clock of days ends at 23:59:59 in Paris on its last day; the day on which it starts is not
/// counted. What acts when one runs out is not here: these are values.
package enum ClockRules {
    static let routeWorkingDays = 2
    static let acknowledgeDays = 2
    static let acknowledgeDaysInHaste = 1
    static let answerDays = 15
    static let answerDaysUrgent = 7
    static let answerDaysCounterfeit = 3
    /// Counted, as the answer clock, from transmission.
    static let finalAnswerDays = 60
    static let verdictDays = 21
    static let remedyConfirmationDays = 7
    static let mediatorFirstWordWorkingDays = 3
    static let mediationDays = 90

    /// The clocks of a case that has just come into its state, soonest first.
    static func deadlines(of caseFile: CaseFile, since start: Instant) -> [Deadline] {
        let clock = Clock(start: start)
        let complainant: PartyKind =
            caseFile.submitter.kind == .association ? .association : .business
        switch caseFile.state {
        case .submitted:
            return [clock.workingDays(routeWorkingDays, .route, .mediator)]
        case .transmitted:
            return [
                clock.days(daysToAcknowledge(caseFile.draft), .acknowledge, .platform),
                clock.days(daysToAnswer(caseFile.draft), .answer, .platform),
            ]
        case .acknowledged:
            let clock = Clock(start: caseFile.transmittedAt ?? start)
            return [clock.days(daysToAnswer(caseFile.draft), .answer, .platform)]
        case .inProgress:
            let clock = Clock(start: caseFile.transmittedAt ?? start)
            return [clock.days(finalAnswerDays, .finalAnswer, .platform)]
        case .answered:
            return [clock.days(verdictDays, .verdict, complainant)]
        case .remedyPending:
            let promised = caseFile.lastAnswer?.dueOn ?? start.dateInParis
            return [
                Deadline(kind: .remedy, dueAt: ParisTime.endOfDay(promised), party: .platform),
                Deadline(
                    kind: .remedyConfirmation,
                    dueAt: ParisTime.endOfDay(promised.adding(days: remedyConfirmationDays)),
                    party: complainant),
            ]
        case .inMediation:
            return [
                clock.workingDays(mediatorFirstWordWorkingDays, .mediatorFirstWord, .mediator),
                clock.days(mediationDays, .mediationEnd, .mediator),
            ]
        case .draft, .infoRequested, .resolved, .noAgreement, .inadmissible, .duplicate,
            .withdrawn, .erased:
            return []
        }
    }

    /// The last day on which a final answer is in time, given when the case was transmitted.
    static func lastDayOfFinalAnswer(transmittedAt: Instant) -> CalendarDate {
        transmittedAt.dateInParis.adding(days: finalAnswerDays)
    }

    private static func daysToAcknowledge(_ draft: CaseDraft) -> Int {
        draft.category == .counterfeit || draft.urgency == .urgent
            ? acknowledgeDaysInHaste : acknowledgeDays
    }

    /// A copy sells as long as it stands, so its clock is the shortest, urgent or not.
    private static func daysToAnswer(_ draft: CaseDraft) -> Int {
        if draft.category == .counterfeit { return answerDaysCounterfeit }
        return draft.urgency == .urgent ? answerDaysUrgent : answerDays
    }

    /// Clocks that start at one instant.
    private struct Clock {
        let date: CalendarDate

        init(start: Instant) {
            self.date = start.dateInParis
        }

        func days(_ count: Int, _ kind: DeadlineKind, _ party: PartyKind) -> Deadline {
            Deadline(
                kind: kind, dueAt: ParisTime.endOfDay(date.adding(days: count)), party: party)
        }

        func workingDays(_ count: Int, _ kind: DeadlineKind, _ party: PartyKind) -> Deadline {
            Deadline(
                kind: kind, dueAt: ParisTime.endOfDay(WorkingDays.date(count, after: date)),
                party: party)
        }
    }
}
