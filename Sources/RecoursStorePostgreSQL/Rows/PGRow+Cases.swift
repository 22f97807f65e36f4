// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCases
internal import RecoursStore

// How rows of cases and of what is theirs become records. The lists of columns and the readers
// below them go together.
enum Columns {
    static let caseRecord = """
        cases.case_row, cases.id, cases.number, cases.version, cases.state, cases.submitter, \
        cases.platform, cases.transmitted, cases.siren, cases.due_at, cases.created_at, \
        cases.updated_at, cases.checksum, cases.snapshot, cases.alarm_at, cases.view_marks
        """
    /// How many columns those are: where others begin that are read beside them.
    static let caseRecordCount = 16

    static let event = """
        event.number, event.state_after, event.at, event.method, event.fingerprint, event.salt, \
        event.link, event.bytes, event.tree, event.place, event.leaf, event.checksum
        """

    static let evidence = """
        id, owner, owner_kind, case_row, name, size, sha256, media, scan, visibility, channel, \
        captured_at, source_url, created_at, checksum, erased_at
        """
}

extension PGRow {
    /// Whether a checksum column holds this.
    func holds(_ checksum: Int64, at column: Int) -> Bool { integer(column) == checksum }

    func number(_ column: Int) -> PartnerNumber {
        PartnerNumber(UInt32(truncatingIfNeeded: integer(column)))
    }

    func instant(_ column: Int) -> Instant? {
        optional(column).map { Instant(millisecondsSince1970: $0) }
    }

    /// A day kept as its number; nil for NULL.
    func day(_ column: Int) -> CalendarDate? {
        optional(column).map { CalendarDate(clampingDayNumber: $0) }
    }

    /// Throws `corrupted` for what no case can be; what can be is for the checksum to judge.
    func caseRecord() throws(StoreError) -> CaseRecord {
        guard let identifier = identifier(1), let number = PublicNumber(unsigned(2)),
            let state = CaseState(rawValue: small(4))
        else { throw .corrupted("A case's row") }
        var record = CaseRecord(
            row: unsigned(0), identifier: identifier, number: number, version: unsigned(3),
            state: state, submitter: self.number(5), platform: text(6),
            isTransmitted: integer(7) != 0, siren: UInt32(truncatingIfNeeded: integer(8)),
            dueAtMilliseconds: optional(9), alarmAtMilliseconds: optional(14),
            createdAtMilliseconds: integer(10), updatedAtMilliseconds: integer(11),
            snapshot: bytes(13), checksum: unsigned(12))
        record.take(viewMarks: unsigned(15))
        return record
    }

    /// Throws `corrupted` unless the event is as it was written.
    func event() throws(StoreError) -> EventRecord {
        let address = EventAddress(eventNumber: unsigned(0))
        guard let state = CaseState(rawValue: small(1)) else { throw .damaged(address) }
        var origin: EventOrigin?
        if let number = optional(3) {
            guard let method = CommandMethod(rawValue: UInt8(truncatingIfNeeded: number)) else {
                throw .damaged(address)
            }
            origin = EventOrigin(method: method, fingerprint: bytes(4))
        }
        let record = EventRecord(
            caseRow: address.caseRow, sequence: address.sequence, stateAfter: state,
            atMilliseconds: integer(2), salt: bytes(5), bytes: bytes(7), link: bytes(6),
            origin: origin,
            place: isNull(8) ? nil : TreePlace(tree: number(8), index: unsigned(9)),
            leaf: isNull(10) ? nil : bytes(10))
        guard holds(RowChecksum.of(record), at: 11) else { throw .damaged(address) }
        return record
    }

    /// Throws `corrupted` for what no record can be; what can be is for the checksum to judge.
    func evidence() throws(StoreError) -> EvidenceRecord {
        guard let identifier = identifier(0), let kind = PartnerKind(rawValue: small(2)),
            let media = EvidenceMedia(rawValue: small(7)),
            let scan = EvidenceScan(rawValue: small(8)),
            let visibility = EvidenceVisibility(rawValue: small(9)),
            let createdAt = instant(13)
        else { throw .corrupted("A file's row") }
        return EvidenceRecord(
            identifier: EvidenceIdentifier(high: identifier.high, low: identifier.low),
            owner: number(1), ownerKind: kind, caseRow: isNull(3) ? nil : unsigned(3),
            name: text(4), size: unsigned(5), sha256: bytes(6), media: media, scan: scan,
            visibility: visibility, channel: PartySide(rawValue: small(10)),
            capturedAt: instant(11), sourceURL: text(12), createdAt: createdAt,
            erasedAt: instant(15), checksum: unsigned(14))
    }
}

extension EvidenceIdentifier {
    /// As a column of type uuid holds it.
    var column: CaseIdentifier { CaseIdentifier(high: high, low: low) }
}

extension CampaignIdentifier {
    var column: CaseIdentifier { CaseIdentifier(high: high, low: low) }
}
