// SPDX-License-Identifier: EUPL-1.2

package import RecoursCases

/// A case that a batch has in hand, as the commands so far have left it.
final class WorkingCase {
    let row: UInt64
    let submitter: PartnerNumber
    let isNew: Bool
    /// Nil only before the first decision of a new case.
    var file: CaseFile?
    /// Whether the mediators' classes have counted it as `file` is.
    var isClassed: Bool
    /// The last link of its chain.
    var link = EventChain.origin
    /// The alarm in its row as that is stored, or will be by this batch.
    var alarmAtMilliseconds: Int64?
    /// Where a new case stands among those of the write set.
    var place: Int?

    init(row: UInt64, submitter: PartnerNumber, isNew: Bool, isClassed: Bool = false) {
        self.row = row
        self.submitter = submitter
        self.isNew = isNew
        self.isClassed = isClassed
    }
}

/// One use of an idempotency key.
struct KeyUse {
    let name: IdempotencyName
    let fingerprint: [UInt8]

    init(_ key: IdempotencyKey, _ method: CommandMethod, by partner: PartnerNumber) {
        self.name = IdempotencyName(
            partner: partner, method: method, high: key.high, low: key.low)
        self.fingerprint = key.fingerprint
    }

    var origin: EventOrigin { EventOrigin(method: name.method, fingerprint: fingerprint) }
}

/// What was decided and waits for the commit.
enum PendingOutcome {
    /// Needs no commit: a refusal.
    case final(CaseOutcome)
    case applied(ReceiptDraft)
    case replayed(ReceiptDraft)
}

extension CommandMethod {
    /// The method of a command; nil for those that only the system gives.
    package init?(_ command: CaseCommand) {
        switch command {
        case .submit: self = .submit
        case .acknowledge: self = .acknowledge
        case .respond: self = .respond
        case .giveVerdict: self = .giveVerdict
        case .withdraw: self = .withdraw
        case .act: self = .act
        case .saveDraft: self = .saveDraft
        case .elapse: return nil
        }
    }
}
