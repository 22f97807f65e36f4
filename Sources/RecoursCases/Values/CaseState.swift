// SPDX-License-Identifier: EUPL-1.2

/// Where a case stands. The numbers are those of the protocol and never change.
package enum CaseState: Int32, CaseIterable, Hashable, Sendable {
    /// Saved, invisible to others.
    case draft = 1
    /// Valid, numbered, receipt given; awaiting routing.
    case submitted = 2
    /// In the platform's inbox; the answer clock runs.
    case transmitted = 3
    /// The platform has taken note and named a contact.
    case acknowledged = 4
    /// An interim answer was given, with reasons and a new date.
    case inProgress = 5
    /// Waiting for the complainant; the platform's clock is paused.
    case infoRequested = 6
    /// The final, typed answer is given; the complainant's verdict is awaited.
    case answered = 7
    /// A promise was accepted and is not yet proved.
    case remedyPending = 8
    /// A mediator owns the case.
    case inMediation = 9
    /// The complainant confirmed.
    case resolved = 10
    /// The mediator closed it with a reasoned answer and next steps.
    case noAgreement = 11
    /// Out of scope, abusive or without mandate; always with a reason.
    case inadmissible = 12
    /// Merged into another; keeps its number.
    case duplicate = 13
    /// Withdrawn by the complainant.
    case withdrawn = 14
    /// Personal data gone, statistics kept.
    case erased = 15

    /// The states in which a case waits for somebody: 2 to 9. The complainant may leave them by
    /// withdrawing, a mediator by merging.
    package static let underWay: Set<CaseState> = [
        .submitted, .transmitted, .acknowledged, .inProgress, .infoRequested, .answered,
        .remedyPending, .inMediation,
    ]

    /// Whether the case is over: no clock runs, and only reopening, restoring or erasing remain.
    package var isClosed: Bool {
        switch self {
        case .resolved, .noAgreement, .inadmissible, .duplicate, .withdrawn, .erased: true
        case .draft, .submitted, .transmitted, .acknowledged, .inProgress, .infoRequested,
            .answered, .remedyPending, .inMediation:
            false
        }
    }

    /// The protocol's name in UPPER_SNAKE_CASE, without prefix.
    package var name: String {
        switch self {
        case .draft: "DRAFT"
        case .submitted: "SUBMITTED"
        case .transmitted: "TRANSMITTED"
        case .acknowledged: "ACKNOWLEDGED"
        case .inProgress: "IN_PROGRESS"
        case .infoRequested: "INFO_REQUESTED"
        case .answered: "ANSWERED"
        case .remedyPending: "REMEDY_PENDING"
        case .inMediation: "IN_MEDIATION"
        case .resolved: "RESOLVED"
        case .noAgreement: "NO_AGREEMENT"
        case .inadmissible: "INADMISSIBLE"
        case .duplicate: "DUPLICATE"
        case .withdrawn: "WITHDRAWN"
        case .erased: "ERASED"
        }
    }
}
