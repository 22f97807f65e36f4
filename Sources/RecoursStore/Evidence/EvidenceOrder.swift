// SPDX-License-Identifier: EUPL-1.2

package import RecoursCases

/// What is done to the records of files outside of cases; attaching is part of a case's command.
package enum EvidenceOrder: Sendable {
    /// Keeps the record of a file that is whole and on disk.
    case keep(EvidenceIdentifier, owner: PartnerReference, EvidenceClaim, at: Instant)
    /// Deletes the oldest records, so many at most, that were made before the instant and are
    /// attached to no case.
    case dropUnattached(before: Instant, limit: Int)
    /// Says what a scanner found in a file that none had looked at.
    case judge(EvidenceIdentifier, EvidenceScan)

    /// Bytes it is taken to occupy while it waits.
    var queuedBytes: Int { 1_024 }
}

/// What came of an `EvidenceOrder`.
package enum EvidenceOutcome: Sendable {
    /// `isNew` is false if it was kept before.
    case kept(EvidenceRecord, isNew: Bool)
    /// How many records were deleted.
    case dropped(Int)
    case refused(EvidenceRefusal)
    case failed(StoreError)
}

/// Why a record is not kept; nothing happened.
package enum EvidenceRefusal: Sendable, Hashable {
    case unknownPartner
    /// The identifier is that of another file.
    case taken
    /// The partner has too many bytes that are attached to no case.
    case tooManyUnattached(limitBytes: UInt64)
    /// The partner has had as much stored as it may in a day.
    case overQuota(QuotaExcess)
}

/// How much of a partner's is attached to no case.
package struct EvidenceUse: Sendable, Hashable {
    package var files: Int
    package var bytes: UInt64

    package init(files: Int, bytes: UInt64) {
        self.files = files
        self.bytes = bytes
    }
}
