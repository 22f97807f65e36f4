// SPDX-License-Identifier: EUPL-1.2

package import RecoursCases

/// What is done to the records of files outside of cases; attaching is part of a case's command.
package enum EvidenceOrder: Sendable {
    /// Keeps the record of a file that is whole and on disk, if it still is when its turn comes.
    case keep(
        EvidenceIdentifier, owner: PartnerReference, EvidenceClaim, at: Instant,
        in: any EvidenceContents)
    /// Removes those of the contents, by SHA-256, which no record names.
    case remove([[UInt8]], from: any EvidenceContents)
    /// Deletes the oldest records, so many at most, that were made before the instant and are
    /// attached to no case.
    case dropUnattached(before: Instant, limit: Int)
    /// Says what a scanner found in a file that none had looked at.
    case judge(EvidenceIdentifier, EvidenceScan)

    /// Contents that one order may name: everybody's commands wait while they are removed.
    package static let removedContents = 64
    /// After so long the rest of them stays for another order.
    static let removalTime = Duration.milliseconds(500)

    /// Bytes it is taken to occupy while it waits.
    var queuedBytes: Int {
        if case .remove(let contents, _) = self { return 1_024 + contents.count * 64 }
        return 1_024
    }
}

/// Where the files are that records name. Asked by the writer, in the midst of a batch: so what is
/// named and what is removed come in one order, that of the batches of all servers.
package protocol EvidenceContents: Sendable {
    /// Whether a content is there with all its bytes.
    func has(_ content: EvidenceContent) -> Bool
    /// Removes a content.
    ///
    /// - Returns: its bytes; nil if it stays, or is not there.
    func remove(_ sha256: [UInt8]) throws(StoreError) -> UInt64?
}

/// What a sweep has removed.
package struct EvidenceSweep: Sendable, Equatable {
    package var files = 0
    package var bytes: UInt64 = 0

    package init(files: Int = 0, bytes: UInt64 = 0) {
        self.files = files
        self.bytes = bytes
    }

    mutating func add(_ bytes: UInt64) {
        files += 1
        self.bytes += bytes
    }

    static func += (left: inout EvidenceSweep, right: EvidenceSweep) {
        left.files += right.files
        left.bytes += right.bytes
    }
}

/// What came of an `EvidenceOrder`.
package enum EvidenceOutcome: Sendable {
    /// `isNew` is false if it was kept before.
    case kept(EvidenceRecord, isNew: Bool)
    /// How many records were deleted.
    case dropped(Int)
    /// What was removed, and how many of the contents were looked at: the rest may be ordered anew.
    case removed(EvidenceSweep, looked: Int)
    case refused(EvidenceRefusal)
    case failed(StoreError)
}

/// Why a record is not kept; nothing happened.
package enum EvidenceRefusal: Sendable, Hashable {
    case unknownPartner
    /// The file is no longer there: a sweep had come before.
    case contentGone
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
