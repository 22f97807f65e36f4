// SPDX-License-Identifier: EUPL-1.2

// Which clocks run after an event.
extension CaseFile {
    /// Starts, stops and shifts clocks for an event that has just been recorded.
    mutating func runClocks(_ event: CaseEvent, from previous: CaseState) {
        let now = event.at
        // Stable, so that equal histories give equal cases.
        defer { deadlines.sort { ($0.dueAt, $0.kind.rawValue) < ($1.dueAt, $1.kind.rawValue) } }
        switch event.kind {
        case .reminded(let kind, let stage):
            guard let place = deadlines.firstIndex(where: { $0.kind == kind }) else { return }
            deadlines[place].remember(stage)
            return
        case .restored:
            deadlines = resume(withdrawn?.deadlines ?? [], at: now)
            withdrawn = nil
            pauseFurther(at: now)
            return
        case .withdrawn:
            withdrawn = PausedClocks(state: previous, deadlines: deadlines)
            deadlines = []
            pauseFurther(at: now)
            return
        case .informationProvided, .deadlineMissed(.information):
            guard previous == .infoRequested, state != .infoRequested else { break }
            deadlines = resume(paused?.deadlines ?? [], at: now)
            paused = nil
            return
        case .deadlineMissed(let kind) where state == previous:
            deadlines.removeAll { $0.kind == kind }
            // An overdue mediator is called again until the case has its answer.
            if let again = ClockRules.again(kind, in: self, at: now) { deadlines.append(again) }
        case .mediatorStatement:
            deadlines.removeAll { $0.kind == .mediatorFirstWord }
        case .draftSaved, .readdressed, .inadmissibilityContested, .remedyProved,
            .mediationExtended:
            keepReminders(of: ClockRules.deadlines(of: self, since: now))
        case .disclosureRaised where state == .submitted:
            // It no longer waits for others like it.
            keepReminders(of: ClockRules.deadlines(of: self, since: now))
        default: break
        }
        guard state != previous || version == 1 else { return }
        if state == .infoRequested {
            paused = PausedClocks(state: previous, deadlines: deadlines)
        } else {
            paused = nil
        }
        if state != .withdrawn { withdrawn = nil }
        keepReminders(of: ClockRules.deadlines(of: self, since: now))
    }

    /// A clock that goes on under another state goes on with the reminders it has given.
    private mutating func keepReminders(of fresh: [Deadline]) {
        let old = deadlines
        deadlines = fresh.map { deadline in
            let same = old.first {
                $0.kind == deadline.kind && $0.dueAt == deadline.dueAt
                    && $0.startedAt == deadline.startedAt
            }
            return same ?? deadline
        }
    }

    /// What stands still for a question stands still too while the case is withdrawn: the days of
    /// the state that ends are added, for the next state counts its own.
    private mutating func pauseFurther(at now: Instant) {
        guard let still = paused else { return }
        paused = PausedClocks(state: still.state, deadlines: resume(still.deadlines, at: now))
    }

    /// Clocks that stood still since the state began, moved on by the days that passed.
    private mutating func resume(_ deadlines: [Deadline], at now: Instant) -> [Deadline] {
        let days = stateSince.dateInParis.days(until: now.dateInParis)
        if deadlines.contains(where: { $0.kind == .mediationEnd }) {
            // What counts its end anew must not take these days away again.
            mediation?.daysPaused += max(0, days)
        }
        let passed = now.millisecondsSince1970 - stateSince.millisecondsSince1970
        return deadlines.map { deadline in
            let date = deadline.dueAt.dateInParis.adding(days: max(0, days))
            return Deadline(
                kind: deadline.kind,
                startedAt: Instant(
                    millisecondsSince1970: deadline.startedAt.millisecondsSince1970
                        + max(0, passed)),
                dueAt: ParisTime.endOfDay(
                    ClockRules.capped(date, deadline.kind, of: self, from: now.dateInParis)),
                party: deadline.party, reminded: deadline.reminded)
        }
    }
}
