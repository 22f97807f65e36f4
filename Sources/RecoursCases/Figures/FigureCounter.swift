// SPDX-License-Identifier: EUPL-1.2

/// What is counted. The numbers are the protocol's and stand in stores: they never change.
///
/// Some count what happened and only grow. The others count how cases stand now, and lose a case
/// that moves on: a case reopened is resolved no more.
package enum FigureCounter: Int32, CaseIterable, Hashable, Sendable {
    // MARK: What happened

    /// Cases filed about the platform, whether or not it has an account here.
    case filed = 1
    /// Cases transmitted to the platform; one transmitted anew counts anew.
    case received = 2
    case acknowledged = 3
    /// Cases with a first final answer by the platform.
    case answered = 4
    /// Answers that the complainant refused.
    case refusedAnswers = 5
    /// Cases that went on to another platform.
    case readdressed = 6
    /// Cases that came to a mediator, in whichever way.
    case mediated = 7
    /// Cases that came to a mediator because the platform let its clock run out.
    case escalated = 8
    case missedAcknowledgements = 9
    /// Remedies promised and not shown in time.
    case brokenPromises = 10
    /// Closed cases that the complainant reopened.
    case reopened = 11
    /// Closures as resolved; a case reopened may have two.
    case resolutions = 12
    /// Cases about listings to be taken down, with a first answer that says something is removed.
    case removals = 13

    // MARK: How cases stand

    /// Filed and not closed.
    case open = 32
    /// Resolved, or closed without an agreement: what rates of success are of.
    case concluded = 33
    case resolved = 34
    /// Resolved by the complainant's own word.
    case confirmed = 35
    /// Resolved because the complainant said nothing.
    case resolvedInSilence = 36
    /// Resolved by the mediator's word, without the complainant's.
    case resolvedByMediator = 37
    case noAgreement = 38
    case inadmissible = 39
    case duplicates = 40
    case withdrawn = 41
    /// Delistings and blocked accounts for which the platform has given a statement of reasons.
    case explainedDelistings = 42
    /// Those whose answer clock has ended without one.
    case unexplainedDelistings = 43
    /// Changes of terms or fees announced less than 15 days before.
    case shortTermsNotices = 44
    /// Terminations decided less than 30 days before they took effect.
    case shortTerminationNotices = 45
    /// Those to which no mediator said a word, or gave an end, in time.
    case mediatorOverdue = 46
    /// Commitments to campaigns and categories, and no cases: those that were kept.
    case honouredCommitments = 47
    /// Those that were not.
    case brokenCommitments = 48

    /// Whether it is also counted by calendar month.
    package var isMonthly: Bool {
        switch self {
        case .received, .answered, .escalated, .resolutions, .removals: true
        case .filed, .acknowledged, .refusedAnswers, .readdressed, .mediated,
            .missedAcknowledgements, .brokenPromises, .mediatorOverdue, .reopened, .open,
            .concluded, .resolved, .confirmed, .resolvedInSilence, .resolvedByMediator,
            .noAgreement, .inadmissible, .duplicates, .withdrawn, .explainedDelistings,
            .unexplainedDelistings, .shortTermsNotices, .shortTerminationNotices,
            .honouredCommitments, .brokenCommitments:
            false
        }
    }

    /// The counters that add up to this one; none if it isn't a sum. Secrecy must know: what is
    /// withheld in one could be computed from the others.
    ///
    /// Of a platform that cases were sent on to or from, the first is one only nearly.
    var parts: [FigureCounter] {
        switch self {
        case .filed: [.open, .concluded, .withdrawn, .inadmissible, .duplicates]
        case .concluded: [.resolved, .noAgreement]
        case .resolved: [.confirmed, .resolvedInSilence, .resolvedByMediator]
        default: []
        }
    }

    /// The counter that is nearly always the same number.
    var twin: FigureCounter? {
        switch self {
        case .resolved: .resolutions
        case .resolutions: .resolved
        default: nil
        }
    }
}
