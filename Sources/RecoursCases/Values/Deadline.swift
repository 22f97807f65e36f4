// SPDX-License-Identifier: EUPL-1.2

/// Which clock runs.
package enum DeadlineKind: Int32, CaseIterable, Hashable, Sendable {
    /// A mediator must route the case, or look at a contested refusal.
    case route = 1
    case acknowledge = 2
    case answer = 3
    case finalAnswer = 4
    case information = 5
    case verdict = 6
    case remedy = 7
    case remedyConfirmation = 8
    case mediatorFirstWord = 9
    case mediationEnd = 10
    /// A draft that nobody touches is erased.
    case draftIdle = 11
}

/// When somebody is reminded of a clock. The raw values are the protocol's.
package enum ReminderStage: Int32, CaseIterable, Hashable, Sendable {
    case half = 1
    case fourFifths = 2
    case lastDay = 3

    /// The stage's bit in `Deadline.reminded`.
    var bit: UInt8 { 1 << UInt8(rawValue - 1) }
}

/// One running clock of a case.
package struct Deadline: Hashable, Sendable {
    package let kind: DeadlineKind
    package let startedAt: Instant
    /// The last instant that is still in time.
    package let dueAt: Instant
    /// Who must act before it passes.
    package let party: PartyKind
    /// The reminders that were given, or passed over for a later one; one bit a stage.
    package internal(set) var reminded: UInt8

    package init(
        kind: DeadlineKind, startedAt: Instant, dueAt: Instant, party: PartyKind,
        reminded: UInt8 = 0
    ) {
        self.kind = kind
        self.startedAt = startedAt
        self.dueAt = dueAt
        self.party = party
        self.reminded = reminded
    }

    /// Whether it has run out: the last instant in time has passed.
    package func isMissed(at now: Instant) -> Bool { dueAt < now }

    /// The reminders of this clock with their instants, soonest first; a short clock has fewer.
    package var reminders: [(stage: ReminderStage, at: Instant)] {
        stages.filter(isWithin).sorted { $0.at < $1.at }
    }

    private func isWithin(_ reminder: (stage: ReminderStage, at: Instant)) -> Bool {
        reminder.at > startedAt && reminder.at < dueAt
    }

    /// Each stage with its instant, also where a short clock has no room for it.
    private var stages: [(stage: ReminderStage, at: Instant)] {
        // Nobody has to do anything about an idle draft.
        guard kind != .draftIdle else { return [] }
        let start = startedAt.millisecondsSince1970
        let length = dueAt.millisecondsSince1970 - start
        guard length > 0 else { return [] }
        let lastDay = ParisTime.endOfDay(dueAt.dateInParis.adding(days: -1))
        return [
            (.half, Instant(millisecondsSince1970: start + length / 2)),
            (.fourFifths, Instant(millisecondsSince1970: start + length / 5 * 4)),
            (.lastDay, Instant(millisecondsSince1970: lastDay.millisecondsSince1970 + 1_000)),
        ]
    }

    /// When something next happens by this clock: a reminder not yet given, or that it has run out.
    package var alarmAt: Instant {
        // At `dueAt` itself one is still in time.
        var next = Instant(millisecondsSince1970: dueAt.millisecondsSince1970 + 1)
        for reminder in stages where reminder.stage.bit & reminded == 0 && isWithin(reminder) {
            next = min(next, reminder.at)
        }
        return next
    }

    /// The last reminder whose time has come and that was not given; those before it are passed
    /// over, so that nobody gets three after a long stop.
    func reminderDue(at now: Instant) -> ReminderStage? {
        reminders.last { $0.at <= now && $0.stage.bit & reminded == 0 }?.stage
    }

    /// Notes a reminder as given, and those before it as passed over.
    mutating func remember(_ stage: ReminderStage) {
        guard let at = reminders.first(where: { $0.stage == stage })?.at else { return }
        for reminder in reminders where reminder.at <= at { reminded |= reminder.stage.bit }
    }
}
