// SPDX-License-Identifier: EUPL-1.2

import RecoursCases

/// What holds of the clocks of a case after each event.
enum ClockLaws {
    static func broken(_ prior: CaseFile?, _ event: CaseEvent, _ after: CaseFile) -> [String] {
        var found: [String] = []
        func law(_ holds: Bool, _ text: @autoclosure () -> String) {
            if !holds { found.append("clocks in \(after.state.name): \(text())") }
        }
        let kinds = after.deadlines.map(\.kind)
        law(
            LifeCycleTable.clocks(in: after.state).contains(Set(kinds))
                && Set(kinds).count == kinds.count, "\(kinds)")
        // An open case never waits for nobody.
        law(after.state.isClosed || after.alarmAt != nil, "none runs")
        law(after.deadlines.map(\.dueAt) == after.deadlines.map(\.dueAt).sorted(), "unsorted")
        law(
            (after.state == .infoRequested) == (after.paused != nil) || after.state == .withdrawn,
            "paused")
        for deadline in after.deadlines {
            law(isRightParty(deadline, of: after), "\(deadline.kind) is \(deadline.party)'s")
            // A promise for today may be accepted in the day's last second.
            let begins = deadline.startedAt.dateInParis
            law(begins <= deadline.dueAt.dateInParis, "\(deadline.kind) ends before it begins")
            law(endsWithADay(deadline), "\(deadline.kind) ends within a day")
            let isKept = prior?.deadlines.contains { isSame($0, deadline) } ?? false
            law(
                isKept || isWithinCampaign(deadline, of: after, at: event.at),
                "\(deadline.kind) runs beyond the campaign's end")
        }
        if case .reminded(let kind, let stage) = event.kind {
            law(isReminderDue(kind, stage, prior, at: event.at), "\(stage) of \(kind)")
            law(after.state == prior?.state, "a reminder changed the state")
        }
        if case .deadlineMissed(let kind) = event.kind {
            let due = prior?.deadlines.first { $0.kind == kind }?.dueAt
            law(due.map { $0 < event.at } ?? false, "\(kind) was not missed")
            law(after.missed.last == kind || after.state == .erased, "\(kind) leaves no trace")
        }
        return found
    }

    private static func isSame(_ left: Deadline, _ right: Deadline) -> Bool {
        left.kind == right.kind && left.dueAt == right.dueAt
    }

    private static func isRightParty(_ deadline: Deadline, of caseFile: CaseFile) -> Bool {
        switch LifeCycleTable.side(of: deadline.kind) {
        case .platform: deadline.party == .platform
        case .mediator: deadline.party == .mediator
        case .complainant:
            deadline.party
                == (caseFile.submitter.kind == .association ? .association : .business)
        case .system: false
        }
    }

    /// 23:59:59 in Paris: a second later is the next day.
    private static func endsWithADay(_ deadline: Deadline) -> Bool {
        let later = Instant(millisecondsSince1970: deadline.dueAt.millisecondsSince1970 + 1000)
        return deadline.dueAt.dateInParis.adding(days: 1) == later.dateInParis
    }

    /// `resolve_by` caps all clocks but the mediator's, and leaves two working days to whoever has
    /// just been called.
    private static func isWithinCampaign(
        _ deadline: Deadline, of caseFile: CaseFile, at now: Instant
    ) -> Bool {
        guard let resolveBy = caseFile.terms?.resolveBy,
            ![.mediatorFirstWord, .mediationEnd, .draftIdle].contains(deadline.kind)
        else { return true }
        let floor = OfficeDays.day(2, after: now.dateInParis)
        return deadline.dueAt.dateInParis <= max(resolveBy, floor)
    }

    /// Given when its time has come, not again, and only the latest whose time has come.
    private static func isReminderDue(
        _ kind: DeadlineKind, _ stage: ReminderStage, _ prior: CaseFile?, at now: Instant
    ) -> Bool {
        guard let deadline = prior?.deadlines.first(where: { $0.kind == kind }),
            deadline.reminded & 1 << UInt8(stage.rawValue - 1) == 0
        else { return false }
        let due = deadline.reminders.filter {
            $0.at <= now && deadline.reminded & 1 << UInt8($0.stage.rawValue - 1) == 0
        }
        return due.last?.stage == stage && now <= deadline.dueAt
    }
}
