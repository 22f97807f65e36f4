// SPDX-License-Identifier: EUPL-1.2

/// What has become of a case, in one word: every case of a campaign has exactly one of these, so
/// that its report adds up (`domain.md` S20). The numbers are stored and never change.
package enum CampaignOutcome: UInt8, CaseIterable, Hashable, Sendable {
    case openUnanswered = 1
    case openAnswered = 2
    /// Something was put right.
    case resolved = 3
    /// The reasons were given, and were what was missing (S6).
    case explained = 4
    case noAgreement = 5
    case withdrawn = 6
    case inadmissible = 7
    case merged = 8
}

/// How one case counts in its campaign. Counts change by the difference between a case's standing
/// before and after a change, so they never need to be counted anew.
package struct CampaignStanding: Hashable, Sendable {
    /// The platform now addressed.
    package var platformSlug: String
    package var state: CaseState
    /// A platform or a mediator has answered.
    package var isAnswered: Bool
    package var outcome: CampaignOutcome

    /// How a case that was filed stands; nil for a draft, which is nobody's yet.
    ///
    /// - Parameter former: how it stood before: what is erased keeps its outcome in the counts.
    package init?(of caseFile: CaseFile, former: CampaignStanding? = nil) {
        guard caseFile.state != .draft else { return nil }
        if caseFile.state == .erased {
            guard var former else { return nil }
            former.state = .erased
            self = former
            return
        }
        platformSlug = caseFile.addressee
        state = caseFile.state
        let isAnswered = caseFile.isAnswered
        self.isAnswered = isAnswered
        outcome =
            switch caseFile.state {
            case .resolved: caseFile.isSettledByReasons ? .explained : .resolved
            case .noAgreement: .noAgreement
            case .withdrawn: .withdrawn
            case .inadmissible: .inadmissible
            case .duplicate: .merged
            case .draft, .submitted, .transmitted, .acknowledged, .inProgress, .infoRequested,
                .answered, .remedyPending, .inMediation, .erased:
                isAnswered ? .openAnswered : .openUnanswered
            }
    }

    /// Whether somebody must still do something.
    package var isOpen: Bool { outcome == .openUnanswered || outcome == .openAnswered }
}

extension CaseFile {
    /// Whether anybody who owes the case an answer has given one: a platform a final one, or a
    /// mediator by closing it with reasons.
    package var isAnswered: Bool {
        switch state {
        case .resolved, .noAgreement, .inadmissible: true
        case .draft, .submitted, .transmitted, .acknowledged, .inProgress, .infoRequested,
            .answered, .remedyPending, .inMediation, .duplicate, .withdrawn, .erased:
            lastFinalAnswer != nil || mediation?.outcome != nil
        }
    }

    /// Whether what it came to is that it was told why, without a mediator's help.
    var isSettledByReasons: Bool {
        guard mediation?.outcome == nil else { return false }
        switch lastFinalAnswer?.type {
        case .explanation, .decisionUpheld: return true
        case .remedyDone, .remedyPromised, .alreadySettled, .notConcerned, .infoNeeded,
            .inProgress, .duplicateOf, nil:
            return false
        }
    }

    private var lastFinalAnswer: PlatformResponse? {
        responses.last { response in
            switch response.type {
            case .remedyDone, .remedyPromised, .explanation, .decisionUpheld, .alreadySettled,
                .duplicateOf:
                true
            case .notConcerned, .infoNeeded, .inProgress, nil: false
            }
        }
    }
}
