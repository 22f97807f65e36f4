// SPDX-License-Identifier: EUPL-1.2

/// Whether an open case will be solved by its campaign's day. The numbers are those of the
/// protocol.
package enum CampaignRisk: Int32, CaseIterable, Hashable, Sendable {
    case onTime = 1
    /// Unanswered, and little time is left or a clock has run out.
    case atRisk = 2
    /// The clock it waits for ends only after the day.
    case willMiss = 3
    /// The day is over.
    case missed = 4

    /// So many days before the end, what nobody has answered is pressing.
    package static let pressingDays = 3

    /// Judges a case that is open. Without a day to be solved by, only an overdue clock is a risk.
    package init(of caseFile: CaseFile, resolveBy: CalendarDate?, at now: Instant) {
        let isAnswered = caseFile.isAnswered
        let isOverdue = caseFile.dueAt.map { $0 < now } ?? false
        guard let resolveBy else {
            self = isOverdue && !isAnswered ? .atRisk : .onTime
            return
        }
        let today = now.dateInParis
        if today > resolveBy {
            self = .missed
        } else if Self.endsLate(caseFile, after: ParisTime.endOfDay(resolveBy)) {
            self = .willMiss
        } else if !isAnswered, isOverdue || today.days(until: resolveBy) <= Self.pressingDays {
            self = .atRisk
        } else {
            self = .onTime
        }
    }

    /// Whether those who owe something have all time until after the end. A complainant's own
    /// clock, such as the days to judge an answer, is nobody's failing.
    private static func endsLate(_ caseFile: CaseFile, after end: Instant) -> Bool {
        let owed = caseFile.deadlines.filter { $0.party == .platform || $0.party == .mediator }
        guard let last = owed.map(\.dueAt).max() else { return false }
        return last > end
    }
}
