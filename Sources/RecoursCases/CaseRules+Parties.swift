// SPDX-License-Identifier: EUPL-1.2

// What the parties do: file, answer, judge.
extension CaseRules {
    private static let outOfScope =
        "Taxation of platforms is a matter of law-making and of the tax administration, "
        + "not of a dispute between a firm and a platform. The question is counted."
    private static let withoutAccount =
        "The platform has no account here. A mediator approaches it and answers the case."
    private static let readdressedTwice =
        "Three platforms say that they are not concerned. A mediator decides."

    /// Files a draft and sends it on its way.
    static func file(
        _ deciding: inout Deciding, _ draft: SharedDraft, _ filing: Filing
    ) throws(Refusal) {
        try deciding.append(.submitted(draft, terms: filing.terms))
        if !filing.earlierCases.isEmpty, draft.value.isSanction {
            let flag = CaseFlag(kind: .retaliation, linkedCases: filing.earlierCases)
            try deciding.append(.flagged(flag), by: .system)
        }
        if draft.value.category == .taxQuestion {
            try deciding.append(.routedOutOfScope(reason: outOfScope), by: .system)
            return
        }
        try route(&deciding, filing.routing)
    }

    /// Whoever routes, it isn't the submitter.
    static func route(_ deciding: inout Deciding, _ routing: Routing) throws(Refusal) {
        // A firm that shows itself only among others waits for them.
        if deciding.caseFile.disclosure == .aggregate { return }
        switch routing {
        case .platformInbox: try deciding.append(.transmitted, by: .system)
        case .platformWithoutAccount:
            try deciding.append(.routedToMediation(reason: withoutAccount), by: .system)
        case .held: break
        }
    }

    static func answer(
        _ deciding: inout Deciding, _ response: PlatformResponse, _ expectedVersion: UInt64?
    ) throws(Refusal) {
        let caseFile = deciding.caseFile
        try deciding.check(states(for: response.type), expectedVersion)
        try refuse(response.violations(today: deciding.today, answering: caseFile))
        var response = response
        response.givenAt = deciding.now
        response.platformSlug = caseFile.addressee
        try deciding.append(.responded(response))
        if response.type == .notConcerned,
            caseFile.readdressings.count >= CaseLimits.readdressings
        {
            try deciding.append(.routedToMediation(reason: readdressedTwice), by: .system)
        }
    }

    private static func states(for type: ResponseType?) -> Set<CaseState> {
        switch type {
        // An interim answer is given once, by a platform that has named its contact (4 → 5).
        case .inProgress: [.acknowledged]
        case .infoNeeded: [.acknowledged, .inProgress]
        case .notConcerned: [.transmitted, .acknowledged, .inProgress]
        case .remedyDone, .remedyPromised, .explanation, .decisionUpheld, .alreadySettled,
            .duplicateOf, nil:
            [.transmitted, .acknowledged, .inProgress, .inMediation]
        }
    }

    static func judge(
        _ deciding: inout Deciding, accepted: Bool, reason: String, _ expectedVersion: UInt64?
    ) throws(Refusal) {
        // In 8 a case waits for the remedy promised: it can be confirmed, by whoever has seen that
        // state, and what is said to prove it can be refused.
        let judgesRemedy =
            accepted ? expectedVersion != nil : deciding.caseFile.isRemedyProved
        try deciding.check(
            judgesRemedy ? [.answered, .remedyPending] : [.answered], expectedVersion)
        try refuse(reasonViolations(reason, required: !accepted))
        let verdict = Verdict(accepted: accepted, reason: reason, givenAt: deciding.now)
        try deciding.append(accepted ? .answerAccepted(verdict) : .answerRefused(verdict))
    }
}

extension CaseDraft {
    /// Whether it complains of a sanction: what a platform might do to a firm that has complained.
    package var isSanction: Bool {
        switch category {
        case .delisting, .listingSuppressed, .accountSuspended, .accountTerminated,
            .fundsWithheld:
            true
        default: false
        }
    }
}
