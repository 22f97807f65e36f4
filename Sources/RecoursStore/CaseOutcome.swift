// SPDX-License-Identifier: EUPL-1.2

package import RecoursCases

/// What came of a `CaseOrder`.
package enum CaseOutcome: Sendable {
    /// Done and on disk. If the rules found all done before, the receipt says how the case stands.
    case applied(CaseReceipt)
    /// Was done before: what the first time answered.
    case replayed(CaseReceipt)
    /// The key, or the submitter's reference, was used before with other content.
    case conflict(IdempotencyConflict)
    /// The rules refuse it; nothing happened.
    case refused(Refusal)
    /// The actor has had as much stored as it may in a day; nothing happened.
    case overQuota(QuotaExcess)
    /// The actor is no registered partner; nothing happened.
    case unknownPartner
    /// The store failed; see `StoreError.isDefinite`.
    case failed(StoreError)
}

/// What an answer to a command is made of. Made by the store alone, and only of a commit.
package struct CaseReceipt: Sendable, Hashable {
    package let identifier: CaseIdentifier
    package let publicNumber: PublicNumber
    /// State and version after the command.
    package let state: CaseState
    package let version: UInt64
    package let filedAt: Instant
    /// When the command's last event happened.
    package let changedAt: Instant
    /// The case after the command, by the codec; nil in a replayed receipt, as it may have moved
    /// on.
    package let snapshot: [UInt8]?

    init(_ draft: ReceiptDraft, _ proof: borrowing Committed) {
        self.identifier = draft.identifier
        self.publicNumber = draft.publicNumber
        self.state = draft.state
        self.version = draft.version
        self.filedAt = draft.filedAt
        self.changedAt = draft.changedAt
        self.snapshot = draft.snapshot
    }
}

/// A receipt of what is not yet on disk.
struct ReceiptDraft {
    var identifier: CaseIdentifier
    var publicNumber: PublicNumber
    var state: CaseState
    var version: UInt64
    var filedAt: Instant
    var changedAt: Instant
    var snapshot: [UInt8]?
}

/// A key or reference met again with other content.
package struct IdempotencyConflict: Sendable, Hashable {
    /// What was used before; the raw value is the protocol's name.
    package enum Field: String, Sendable, Hashable {
        case idempotencyKey = "idempotency_key"
        case externalReference = "external_ref"
    }

    package var field: Field
    /// The case which the earlier use concerned.
    package var earlier: CaseIdentifier

    package init(field: Field, earlier: CaseIdentifier) {
        self.field = field
        self.earlier = earlier
    }
}
