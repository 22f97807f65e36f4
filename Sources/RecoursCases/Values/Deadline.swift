// SPDX-License-Identifier: EUPL-1.2

/// Which clock runs.
package enum DeadlineKind: Int32, CaseIterable, Hashable, Sendable {
    /// A mediator must route the case.
    case route = 1
    case acknowledge = 2
    case answer = 3
    case finalAnswer = 4
    case information = 5
    case verdict = 6
    case remedy = 7
    case remedyConfirmation = 8
    case mediatorFirstWord = 9
    case mediationEnd = 10
}

/// One running clock of a case.
package struct Deadline: Hashable, Sendable {
    package let kind: DeadlineKind
    /// The last instant that is still in time.
    package let dueAt: Instant
    /// Who must act before it passes.
    package let party: PartyKind

    package init(kind: DeadlineKind, dueAt: Instant, party: PartyKind) {
        self.kind = kind
        self.dueAt = dueAt
        self.party = party
    }
}
