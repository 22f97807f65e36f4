// SPDX-License-Identifier: EUPL-1.2

package import RecoursCases

/// What a partner wants done to a case, with all that makes it repeatable.
///
/// Indirect: it goes through queues, and to copy a draft's thirty fields at each step cost more
/// than to write its rows.
package indirect enum CaseOrder: Sendable {
    /// Files a new case, or keeps a draft of one.
    case submit(Submission)
    /// Changes a case that is there.
    case change(CaseChange)

    /// When it is done, by the server's clock.
    var at: Instant {
        switch self {
        case .submit(let submission): submission.at
        case .change(let change): change.at
        }
    }

    /// Bytes it is taken to occupy while it waits, for the queue's bound.
    package var queuedBytes: Int {
        switch self {
        case .submit(let submission): submission.queuedBytes
        case .change(let change): change.queuedBytes
        }
    }
}

/// A case to be filed, or to be kept as a draft. The store gives it its public number and its
/// route.
package struct Submission: Sendable {
    package enum Content: Sendable {
        case filed(ValidDraft)
        /// Complete or not, and seen by nobody else.
        case saved(CaseDraft)

        package var draft: CaseDraft { shared.value }

        var shared: SharedDraft {
            switch self {
            case .filed(let draft): draft.shared
            case .saved(let draft): SharedDraft(draft)
            }
        }

        var method: CommandMethod {
            switch self {
            case .filed: .submit
            case .saved: .saveDraft
            }
        }
    }

    package var submitter: PartnerReference
    package var key: IdempotencyKey
    /// Made by the server; used only if the case is new.
    package var identifier: CaseIdentifier
    package var content: Content
    package var at: Instant
    /// The day in Paris on which the mandate must hold.
    package var today: CalendarDate
    /// About the size of the draft.
    package var queuedBytes: Int

    package init(
        submitter: PartnerReference, key: IdempotencyKey, identifier: CaseIdentifier,
        draft: ValidDraft, at: Instant, today: CalendarDate, queuedBytes: Int = 1_024
    ) {
        self.init(
            submitter: submitter, key: key, identifier: identifier, content: .filed(draft),
            at: at, today: today, queuedBytes: queuedBytes)
    }

    package init(
        submitter: PartnerReference, key: IdempotencyKey, identifier: CaseIdentifier,
        content: Content, at: Instant, today: CalendarDate, queuedBytes: Int = 1_024
    ) {
        self.submitter = submitter
        self.key = key
        self.identifier = identifier
        self.content = content
        self.at = at
        self.today = today
        self.queuedBytes = queuedBytes
    }
}

/// A change of a case; the expected version is in the command.
package struct CaseChange: Sendable {
    package var identifier: CaseIdentifier
    /// Also says what it may see: a case hidden from the actor is not found.
    package var actor: Actor
    /// Kept only if an event comes of the command; nil for the system's own.
    package var key: IdempotencyKey?
    /// Neither `submit` nor `saveDraft`.
    package var command: CaseCommand
    package var at: Instant
    /// About the size of the command.
    package var queuedBytes: Int

    package init(
        identifier: CaseIdentifier, actor: Actor, key: IdempotencyKey?, command: CaseCommand,
        at: Instant, queuedBytes: Int = 1_024
    ) {
        self.identifier = identifier
        self.actor = actor
        self.key = key
        self.command = command
        self.at = at
        self.queuedBytes = queuedBytes
    }
}
