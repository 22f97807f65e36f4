// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/figures_service.proto.

/// What is counted. Some count what happened and only grow; the others (from 32 on) count how cases
/// stand now, and lose a case that moves on.
public enum FigureCounter: RecoursEnumeration {
    /// `FIGURE_COUNTER_UNSPECIFIED`.
    case unspecified
    /// Filed about the platform, whether or not it has an account here.
    case filed
    /// Transmitted to the platform; a case transmitted anew counts anew. By month.
    case received
    /// `FIGURE_COUNTER_ACKNOWLEDGED`.
    case acknowledged
    /// With a first final answer by the platform. By month.
    case answered
    /// Answers that the complainant refused.
    case refusedAnswers
    /// Gone on to another platform.
    case readdressed
    /// Come to a mediator, in whichever way.
    case mediated
    /// Come to a mediator because the platform let its clock run out. By month.
    case escalated
    /// `FIGURE_COUNTER_MISSED_ACKNOWLEDGEMENTS`.
    case missedAcknowledgements
    /// Remedies promised and not shown in time.
    case brokenPromises
    /// Closed, and reopened by the complainant.
    case reopened
    /// Closures as resolved; a case reopened may have two. By month.
    case resolutions
    /// Cases about listings to be taken down (COUNTERFEIT, OTHER_IP, or LISTINGS_REMOVED wished
    /// for) with a first answer of the platform that says something is removed: REMEDY_DONE with
    /// LISTINGS_REMOVED, or a listing REMOVED. By month.
    case removals
    /// Filed and not closed.
    case open
    /// Resolved, or closed without an agreement: what the rate of confirmed resolutions is of.
    case concluded
    /// `FIGURE_COUNTER_RESOLVED`.
    case resolved
    /// Resolved by the complainant's own word.
    case confirmed
    /// Resolved because the complainant said nothing.
    case resolvedInSilence
    /// Resolved by the mediator's word, without the complainant's.
    case resolvedByMediator
    /// `FIGURE_COUNTER_NO_AGREEMENT`.
    case noAgreement
    /// `FIGURE_COUNTER_INADMISSIBLE`.
    case inadmissible
    /// `FIGURE_COUNTER_DUPLICATES`.
    case duplicates
    /// `FIGURE_COUNTER_WITHDRAWN`.
    case withdrawn
    /// Delistings, blocked accounts and unexplained decisions for which the platform gave a
    /// statement of reasons.
    case explainedDelistings
    /// Those whose answer clock has ended without one. Withdrawn before that, a case is not among
    /// them.
    case unexplainedDelistings
    /// Changes of terms or fees announced less than 15 days before.
    case shortTermsNotices
    /// Terminations decided less than 30 days before they took effect.
    case shortTerminationNotices
    /// To which no mediator said a word, or gave an end, in time.
    case mediatorOverdue
    /// Commitments to campaigns and categories that were kept, and that were not; those to a
    /// campaign are of no category. The promise of a case is in BROKEN_PROMISES instead.
    case honouredCommitments
    /// `FIGURE_COUNTER_BROKEN_COMMITMENTS`.
    case brokenCommitments
    /// A number that this version of the software has no name for.
    case unrecognized(Int32)

    /// The value of a number of the schema.
    public init(rawValue: Int32) {
        switch rawValue {
        case 0: self = .unspecified
        case 1: self = .filed
        case 2: self = .received
        case 3: self = .acknowledged
        case 4: self = .answered
        case 5: self = .refusedAnswers
        case 6: self = .readdressed
        case 7: self = .mediated
        case 8: self = .escalated
        case 9: self = .missedAcknowledgements
        case 10: self = .brokenPromises
        case 11: self = .reopened
        case 12: self = .resolutions
        case 13: self = .removals
        case 32: self = .open
        case 33: self = .concluded
        case 34: self = .resolved
        case 35: self = .confirmed
        case 36: self = .resolvedInSilence
        case 37: self = .resolvedByMediator
        case 38: self = .noAgreement
        case 39: self = .inadmissible
        case 40: self = .duplicates
        case 41: self = .withdrawn
        case 42: self = .explainedDelistings
        case 43: self = .unexplainedDelistings
        case 44: self = .shortTermsNotices
        case 45: self = .shortTerminationNotices
        case 46: self = .mediatorOverdue
        case 47: self = .honouredCommitments
        case 48: self = .brokenCommitments
        default: self = .unrecognized(rawValue)
        }
    }

    /// The number in the schema.
    public var rawValue: Int32 {
        switch self {
        case .unspecified: 0
        case .filed: 1
        case .received: 2
        case .acknowledged: 3
        case .answered: 4
        case .refusedAnswers: 5
        case .readdressed: 6
        case .mediated: 7
        case .escalated: 8
        case .missedAcknowledgements: 9
        case .brokenPromises: 10
        case .reopened: 11
        case .resolutions: 12
        case .removals: 13
        case .open: 32
        case .concluded: 33
        case .resolved: 34
        case .confirmed: 35
        case .resolvedInSilence: 36
        case .resolvedByMediator: 37
        case .noAgreement: 38
        case .inadmissible: 39
        case .duplicates: 40
        case .withdrawn: 41
        case .explainedDelistings: 42
        case .unexplainedDelistings: 43
        case .shortTermsNotices: 44
        case .shortTerminationNotices: 45
        case .mediatorOverdue: 46
        case .honouredCommitments: 47
        case .brokenCommitments: 48
        case .unrecognized(let number): number
        }
    }

    /// Every value of the schema, in its order.
    public static var allCases: [Self] {
        [
            .unspecified, .filed, .received, .acknowledged, .answered, .refusedAnswers,
            .readdressed, .mediated, .escalated, .missedAcknowledgements, .brokenPromises,
            .reopened, .resolutions, .removals, .open, .concluded, .resolved, .confirmed,
            .resolvedInSilence, .resolvedByMediator, .noAgreement, .inadmissible, .duplicates,
            .withdrawn, .explainedDelistings, .unexplainedDelistings, .shortTermsNotices,
            .shortTerminationNotices, .mediatorOverdue, .honouredCommitments, .brokenCommitments,
        ]
    }

    /// The names of `allCases` in the schema, without the prefix they share.
    public static var names: [String] {
        [
            "UNSPECIFIED", "FILED", "RECEIVED", "ACKNOWLEDGED", "ANSWERED", "REFUSED_ANSWERS",
            "READDRESSED", "MEDIATED", "ESCALATED", "MISSED_ACKNOWLEDGEMENTS", "BROKEN_PROMISES",
            "REOPENED", "RESOLUTIONS", "REMOVALS", "OPEN", "CONCLUDED", "RESOLVED", "CONFIRMED",
            "RESOLVED_IN_SILENCE", "RESOLVED_BY_MEDIATOR", "NO_AGREEMENT", "INADMISSIBLE",
            "DUPLICATES", "WITHDRAWN", "EXPLAINED_DELISTINGS", "UNEXPLAINED_DELISTINGS",
            "SHORT_TERMS_NOTICES", "SHORT_TERMINATION_NOTICES", "MEDIATOR_OVERDUE",
            "HONOURED_COMMITMENTS", "BROKEN_COMMITMENTS",
        ]
    }

    /// What every name begins with in the schema.
    public static var namePrefix: String { "FIGURE_COUNTER_" }
}
