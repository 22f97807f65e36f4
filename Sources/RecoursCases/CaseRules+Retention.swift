// SPDX-License-Identifier: EUPL-1.2

/// Why a case's personal data is kept no longer (`domain.md` §7).
package enum RetentionReason: Int32, CaseIterable, Hashable, Sendable {
    /// Closed two years ago.
    case closed = 1
    /// Closed five years ago, the time in which rights and money can still be claimed in court.
    case closedWithClaims = 2
    /// A draft that nobody has touched for thirty days.
    case idleDraft = 3
    /// Closed half a year ago: its files alone, which it keeps no longer.
    case evidence = 4
}

/// Whether a case's personal data may stay.
package enum RetentionFinding: Hashable, Sendable {
    case keep
    case erase(RetentionReason)
    /// Its time is over, but a mediator holds it.
    case held(RetentionReason)
}

/// How long personal data is kept.
package enum RetentionRules {
    package static let closedYears = 2
    package static let closedWithClaimsYears = 5
    package static let evidenceMonths = 6

    /// Categories about intellectual property or money.
    private static let claims: Set<CaseCategory> = [
        .counterfeit, .otherIP, .fundsWithheld, .chargebackOrRefundAbuse,
    ]

    /// What becomes of a case on a day.
    package static func finding(on caseFile: CaseFile, asOf now: Instant) -> RetentionFinding {
        guard let reason = reason(caseFile, now) else { return .keep }
        return caseFile.legalHold.isEmpty ? .erase(reason) : .held(reason)
    }

    /// No case filed after this can be due: its drafting or closing is later still.
    package static func latestFiling(asOf now: Instant) -> Instant {
        let days = Int64(ClockRules.draftIdleDays)
        return Instant(millisecondsSince1970: now.millisecondsSince1970 - days * 86_400_000)
    }

    private static func reason(_ caseFile: CaseFile, _ now: Instant) -> RetentionReason? {
        let today = now.dateInParis
        let since = caseFile.stateSince.dateInParis
        switch caseFile.state {
        case .draft:
            let idle = caseFile.updatedAt.dateInParis.adding(days: ClockRules.draftIdleDays)
            return idle < today ? .idleDraft : nil
        case .resolved, .noAgreement, .inadmissible, .duplicate, .withdrawn:
            let categories = [caseFile.draft.category] + caseFile.draft.extraCategories
            let hasClaims = categories.contains { $0.map(claims.contains) ?? false }
            let years = hasClaims ? closedWithClaimsYears : closedYears
            if since.adding(months: 12 * years) < today {
                return hasClaims ? .closedWithClaims : .closed
            }
            return since.adding(months: evidenceMonths) < today ? .evidence : nil
        default: return nil
        }
    }
}

extension CalendarDate {
    /// The same day some months later; the 28th where that month has no such day.
    fileprivate func adding(months: Int) -> CalendarDate {
        let parts = components
        let month = parts.month - 1 + months
        let year = parts.year + month / 12
        return CalendarDate(year: year, month: month % 12 + 1, day: parts.day)
            ?? CalendarDate(year: year, month: month % 12 + 1, day: 28) ?? .latest
    }
}

extension CaseRules {
    /// Erases a case once more: a backup from before its erasure brought it back, in whatever state
    /// it was then. What was erased stays erased, also if it is held or under way in the backup.
    package static func eraseAgain(
        _ caseFile: CaseFile, at now: Instant
    ) throws(Refusal) -> Decision {
        var deciding = Deciding(caseFile, by: .system, at: now)
        try deciding.append(.erased(reason: "erased before a backup was restored"))
        return deciding.decision
    }
}
