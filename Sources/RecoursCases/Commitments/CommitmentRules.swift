// SPDX-License-Identifier: EUPL-1.2

/// What may be promised, and what a case's course makes of the promise in it.
package enum CommitmentRules {
    package static let textLength = 2_000
    package static let reasonLength = 2_000
    /// Longer than any clock; what nobody will remember is no commitment.
    static let dueDays = 731

    /// All that is wrong with a commitment to be made for a campaign or a category.
    package static func violations(
        text: String, dueOn: CalendarDate?, today: CalendarDate,
        startingWith found: [Violation] = []
    ) -> [Violation] {
        var found = Violations(startingWith: found)
        found.check(TextRule.breach(text, atMost: textLength), at: { "text" })
        found.check(
            DateRule.breach(
                ofPromise: dueOn, today: today, last: today.adding(days: dueDays)),
            at: { "due_on" })
        return found.found
    }

    /// What is wrong with a mediator's word on a commitment.
    package static func settlementViolations(
        of commitment: Commitment, _ state: CommitmentState?, reason: String
    ) -> [Violation] {
        var found = Violations(startingWith: [])
        if state == nil || state == .open { found.add(.unknownValue, at: { "state" }) }
        switch commitment.scope {
        case .caseFile: found.add(.settledByItsCase, at: { "commitment_id" })
        case .campaign, .category, .claim: break
        }
        found.check(TextRule.breach(reason, atMost: reasonLength), at: { "reason" })
        return found.found
    }

    /// The commitment that an event makes by itself: the promise of an answer. Its words are those
    /// of the remedies, never the platform's own, so that nothing personal outlives the case.
    package static func promise(
        in event: CaseEvent, of caseFile: CaseFile, identifier: () -> [UInt8]
    ) -> Commitment? {
        guard case .responded(let response) = event.kind, response.type == .remedyPromised,
            let dueOn = response.dueOn
        else { return nil }
        return Commitment(
            identifier: identifier(), platformSlug: caseFile.addressee,
            text: text(of: response.remedies),
            scope: .caseFile(caseFile.identifier, caseFile.publicNumber), dueOn: dueOn,
            by: event.actor, at: event.at)
    }

    /// What an event of its case makes of an open promise; nil: it stays open.
    package static func settlement(
        of promise: Commitment, by event: CaseEvent
    ) -> (state: CommitmentState, reason: String)? {
        if case .responded(let response) = event.kind {
            // Another final answer takes the promise's place.
            return response.type == .inProgress ? nil : (.waived, "replaced by another answer")
        }
        let isLate = event.at.dateInParis > promise.dueOn
        switch (event.stateBefore, event.stateAfter) {
        case (_, .resolved): return (.honoured, "the remedy was confirmed")
        case (.remedyPending, .inMediation):
            // A mediator who takes the case over does not say that the promise was broken.
            return event.actor == .system ? (.broken, "not done in time") : nil
        case (.answered, .inMediation): return (.waived, "the answer was not accepted")
        case (_, .withdrawn): return (.waived, "the case was withdrawn")
        case (_, .duplicate): return (.waived, "the case was merged")
        case (_, .noAgreement), (_, .inadmissible), (_, .erased):
            return isLate ? (.broken, "not done in time") : (.waived, "the case was closed")
        default: return nil
        }
    }

    /// Whether the clock breaks it. The promise of a case is its case's clocks' to judge.
    package static func isOverdue(_ commitment: Commitment, on today: CalendarDate) -> Bool {
        if case .caseFile = commitment.scope { return false }
        return commitment.state == .open && commitment.dueOn < today
    }

    private static func text(of remedies: [Remedy]) -> String {
        remedies.compactMap { remedy in
            guard let kind = remedy.kind else { return nil }
            return kind.protocolName + (remedy.amount.map { " \(decimal($0))" } ?? "")
        }.joined(separator: ", ")
    }

    /// 123456 EUR as "1234.56 EUR".
    private static func decimal(_ money: Money) -> String {
        let digits = CurrencyRule.exponent(of: money.currency) ?? 0
        var text = String(money.minorUnits)
        if digits > 0 {
            text = String(repeating: "0", count: max(0, digits + 1 - text.utf8.count)) + text
            text.insert(".", at: text.index(text.endIndex, offsetBy: -digits))
        }
        return "\(text) \(money.currency)"
    }
}

extension RemedyKind {
    /// The protocol's word for it.
    package var protocolName: String {
        switch self {
        case .relisted: "RELISTED"
        case .accountReinstated: "ACCOUNT_REINSTATED"
        case .fundsReleased: "FUNDS_RELEASED"
        case .feeRefunded: "FEE_REFUNDED"
        case .listingsRemoved: "LISTINGS_REMOVED"
        case .sellerSanctioned: "SELLER_SANCTIONED"
        case .stayDownEnabled: "STAY_DOWN_ENABLED"
        case .humanContact: "HUMAN_CONTACT"
        case .termsNoticeGiven: "TERMS_NOTICE_GIVEN"
        case .termsWithdrawn: "TERMS_WITHDRAWN"
        case .rankingExplained: "RANKING_EXPLAINED"
        case .dataProvided: "DATA_PROVIDED"
        case .reviewCorrected: "REVIEW_CORRECTED"
        case .compensation: "COMPENSATION"
        }
    }
}
