// SPDX-License-Identifier: EUPL-1.2

package import RecoursCases

/// The identifier of a file of evidence: 16 bytes, of the same form as a case's.
package struct EvidenceIdentifier: Sendable, Hashable, Comparable {
    private let form: CaseIdentifier

    package init(high: UInt64, low: UInt64) {
        form = CaseIdentifier(high: high, low: low)
    }

    /// Nil unless there are exactly 16 bytes.
    package init?(bytes: [UInt8]) {
        guard let form = CaseIdentifier(bytes: bytes) else { return nil }
        self.form = form
    }

    package var high: UInt64 { form.high }
    package var low: UInt64 { form.low }
    package var bytes: [UInt8] { form.bytes }

    /// 32 hexadecimal digits: what its upload is called on disk.
    package var hexadecimal: String { ContentName.hexadecimal(bytes) }

    package static func < (left: EvidenceIdentifier, right: EvidenceIdentifier) -> Bool {
        left.form < right.form
    }
}

/// What a store knows of one file. The file itself lies beside it, named by its content.
package struct EvidenceRecord: Sendable, Hashable {
    package var identifier: EvidenceIdentifier
    package var owner: PartnerNumber
    package var ownerKind: PartnerKind
    /// The case it is attached to; nil before.
    package var caseRow: UInt64?
    package var name: String
    package var size: UInt64
    /// 32 bytes: the content's name on disk.
    package var sha256: [UInt8]
    package var media: EvidenceMedia
    package var scan: EvidenceScan
    package var visibility: EvidenceVisibility
    /// The side to which a mediator gave it confidentially.
    package var channel: PartySide?
    package var capturedAt: Instant?
    package var sourceURL: String
    package var createdAt: Instant
    /// When its content went, with all words about it; nil while it is there.
    package var erasedAt: Instant?
    /// Over all of the above; see `computedChecksum`.
    package var checksum: UInt64

    package init(
        identifier: EvidenceIdentifier, owner: PartnerNumber, ownerKind: PartnerKind,
        caseRow: UInt64?, name: String, size: UInt64, sha256: [UInt8], media: EvidenceMedia,
        scan: EvidenceScan, visibility: EvidenceVisibility, channel: PartySide?,
        capturedAt: Instant?,
        sourceURL: String, createdAt: Instant, erasedAt: Instant? = nil, checksum: UInt64
    ) {
        self.identifier = identifier
        self.owner = owner
        self.ownerKind = ownerKind
        self.caseRow = caseRow
        self.name = name
        self.size = size
        self.sha256 = sha256
        self.media = media
        self.scan = scan
        self.visibility = visibility
        self.channel = channel
        self.capturedAt = capturedAt
        self.sourceURL = sourceURL
        self.createdAt = createdAt
        self.erasedAt = erasedAt
        self.checksum = checksum
    }

    /// The checksum which the row should have.
    package var computedChecksum: UInt64 {
        var seed = RecordChecksum.mix(identifier.high, into: 0)
        seed = RecordChecksum.mix(identifier.low, into: seed)
        let numbers = UInt64(owner.value) << 32 | UInt64(UInt32(bitPattern: ownerKind.rawValue))
        seed = RecordChecksum.mix(numbers, into: seed)
        seed = RecordChecksum.mix(caseRow ?? 0, into: seed)
        seed = RecordChecksum.mix(size, into: seed)
        let kinds =
            UInt64(UInt32(bitPattern: channel?.rawValue ?? 0)) << 24
            | UInt64(UInt32(bitPattern: media.rawValue)) << 16
            | UInt64(UInt32(bitPattern: scan.rawValue)) << 8
            | UInt64(UInt32(bitPattern: visibility.rawValue))
        seed = RecordChecksum.mix(kinds, into: seed)
        let captured = capturedAt?.millisecondsSince1970 ?? Int64.min
        seed = RecordChecksum.mix(UInt64(bitPattern: captured), into: seed)
        let created = createdAt.millisecondsSince1970
        seed = RecordChecksum.mix(UInt64(bitPattern: created), into: seed)
        // Rows from before contents were erased alone have a checksum without it.
        if let erasedAt {
            let erased = UInt64(bitPattern: erasedAt.millisecondsSince1970)
            seed = RecordChecksum.mix(erased, into: seed)
        }
        seed = RecordChecksum.of(Array(name.utf8), seed: seed)
        seed = RecordChecksum.of(Array(sourceURL.utf8), seed: seed)
        return RecordChecksum.of(sha256, seed: seed)
    }

    /// How the operator is told of it.
    var title: String {
        let identifier = ContentName.hexadecimal(identifier.bytes)
        return "The record of file \(identifier), content \(ContentName.hexadecimal(sha256)),"
    }

    /// True if the row is as it was written.
    package var isIntact: Bool { checksum == computedChecksum }

    /// The side of a case for which the owner brought it.
    package var side: EvidenceSide { EvidenceSide(ownerKind) }

    /// Whether an upload announced so is this file's. Not its visibility, which an act may narrow.
    package func matches(_ claim: EvidenceClaim) -> Bool {
        let isSame = size == claim.size && sha256 == claim.sha256 && media == claim.media
        // Of one that was erased no words are left to compare.
        return isSame
            && (erasedAt != nil
                || name == claim.name && capturedAt == claim.capturedAt
                    && sourceURL == claim.sourceURL)
    }

    /// The record without its content and all words about it. What is left tells that there was a
    /// file, whose, and whether one that somebody kept is the same.
    package func erased(at now: Instant) -> EvidenceRecord {
        var erased = self
        erased.name = ""
        erased.sourceURL = ""
        erased.capturedAt = nil
        erased.erasedAt = now
        return erased
    }
}

/// A place among files in the order in which they were kept.
package struct EvidencePosition: Sendable, Hashable, Comparable {
    package let createdAt: Instant
    package let identifier: EvidenceIdentifier

    package init(_ record: EvidenceRecord) {
        createdAt = record.createdAt
        identifier = record.identifier
    }

    package static func < (left: EvidencePosition, right: EvidencePosition) -> Bool {
        (left.createdAt, left.identifier) < (right.createdAt, right.identifier)
    }
}

/// The three sides of a case.
package enum EvidenceSide: String, Sendable, Hashable {
    case complainant
    case platform
    case mediator

    init(_ kind: PartnerKind) {
        switch kind {
        case .association, .business: self = .complainant
        case .platform: self = .platform
        case .mediator, .operator: self = .mediator
        }
    }
}
