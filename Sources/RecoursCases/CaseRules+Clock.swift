// SPDX-License-Identifier: EUPL-1.2

// What comes of time. The same command a second time finds nothing due: nothing happens twice.
extension CaseRules {
    /// Lets happen what is due: missed deadlines, soonest first, then reminders.
    static func elapse(_ deciding: inout Deciding) throws(Refusal) {
        // Each clock that runs out is replaced by clocks that start now, so this ends; the bound
        // is for a table of transitions that is wrong.
        for _ in 0..<16 {
            let missed = deciding.caseFile.deadlines
                .filter { $0.isMissed(at: deciding.now) }
                .min { $0.dueAt < $1.dueAt }
            guard let missed else { break }
            try deciding.append(.deadlineMissed(missed.kind))
        }
        for deadline in deciding.caseFile.deadlines {
            guard let stage = deadline.reminderDue(at: deciding.now) else { continue }
            try deciding.append(.reminded(deadline.kind, stage))
        }
    }
}
