// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCases
internal import RecoursStore

/// How rows become records. The column lists and the readers below them go together.
enum RowColumns {
    static let caseRecord = """
        cases.row, cases.id, cases.number, cases.version, cases.state, cases.submitter, \
        cases.platform, cases.transmitted, cases.siren, cases.due_at, cases.created_at, \
        cases.updated_at, cases.checksum, cases.snapshot, cases.alarm_at, \
        cases.view_marks
        """
    /// How many columns those are: where others begin that are read beside them.
    static let caseRecordCount: Int32 = 16

    /// The case at a statement's row. Throws `corrupted` for what no case can be; what can be is
    /// for the checksum to judge.
    static func caseRecord(_ row: SQLiteStatement) throws(StoreError) -> CaseRecord {
        guard let identifier = row.identifier(1), let number = PublicNumber(row.unsigned(2)),
            let state = CaseState(rawValue: Int32(truncatingIfNeeded: row.integer(4)))
        else { throw .corrupted("A case's row") }
        var record = CaseRecord(
            row: row.unsigned(0), identifier: identifier, number: number,
            version: row.unsigned(3), state: state,
            submitter: PartnerNumber(UInt32(truncatingIfNeeded: row.integer(5))),
            platform: row.text(6), isTransmitted: row.integer(7) != 0,
            siren: UInt32(truncatingIfNeeded: row.integer(8)),
            dueAtMilliseconds: row.isNull(9) ? nil : row.integer(9),
            alarmAtMilliseconds: row.isNull(14) ? nil : row.integer(14),
            createdAtMilliseconds: row.integer(10), updatedAtMilliseconds: row.integer(11),
            snapshot: row.bytes(13), checksum: row.unsigned(12))
        record.take(viewMarks: row.unsigned(15))
        return record
    }

    static let event = """
        event.number, event.state_after, event.at, event.method, event.fingerprint, event.salt, \
        event.link, event.bytes, event.tree, event.place, event.leaf, event.checksum
        """

    /// The event at a statement's row; throws `corrupted` unless it is as it was written.
    static func event(_ row: SQLiteStatement) throws(StoreError) -> EventRecord {
        let address = EventAddress(eventNumber: row.unsigned(0))
        guard let state = CaseState(rawValue: Int32(truncatingIfNeeded: row.integer(1))) else {
            throw .damaged(address)
        }
        var origin: EventOrigin?
        if !row.isNull(3) {
            let number = UInt8(truncatingIfNeeded: row.integer(3))
            guard let method = CommandMethod(rawValue: number) else {
                throw .damaged(address)
            }
            origin = EventOrigin(method: method, fingerprint: row.bytes(4))
        }
        var place: TreePlace?
        if !row.isNull(8) {
            let tree = PartnerNumber(UInt32(truncatingIfNeeded: row.integer(8)))
            place = TreePlace(tree: tree, index: row.unsigned(9))
        }
        let record = EventRecord(
            caseRow: address.caseRow, sequence: address.sequence, stateAfter: state,
            atMilliseconds: row.integer(2), salt: row.bytes(5), bytes: row.bytes(7),
            link: row.bytes(6), origin: origin, place: place,
            leaf: row.isNull(10) ? nil : row.bytes(10))
        guard row.holds(RowChecksum.of(record), at: 11) else { throw .damaged(address) }
        return record
    }

    static let partner = "number, kind, slug, name, siren, created_at, partner.checksum"

    /// The partner without its keys: with them its checksum, in the last column, judges it.
    static func partner(_ row: SQLiteStatement) throws(StoreError) -> PartnerRecord {
        guard let kind = PartnerKind(rawValue: Int32(truncatingIfNeeded: row.integer(1))) else {
            throw .corrupted("The row of partner number \(row.integer(0))")
        }
        return PartnerRecord(
            number: PartnerNumber(UInt32(truncatingIfNeeded: row.integer(0))),
            reference: PartnerReference(kind: kind, slug: row.text(2)), name: row.text(3),
            siren: row.text(4), keys: [],
            createdAt: Instant(millisecondsSince1970: row.integer(5)))
    }

    /// Joined with the association's partner row.
    static let mandate =
        "slug, mandate.siren, first_day, last_day, document, association, mandate.checksum"

    static func mandate(_ row: SQLiteStatement) throws(StoreError) -> Mandate {
        let mandate = Mandate(
            association: row.text(0), siren: row.text(1),
            from: CalendarDate(clampingDayNumber: row.integer(2)),
            until: row.isNull(3) ? nil : CalendarDate(clampingDayNumber: row.integer(3)),
            documentSHA256: row.bytes(4))
        let association = PartnerNumber(UInt32(truncatingIfNeeded: row.integer(5)))
        guard row.holds(RowChecksum.of(mandate, of: association), at: 6) else {
            throw .corrupted("A mandate of partner number \(association.value)")
        }
        return mandate
    }
}

extension SQLiteStatement {
    /// Whether a checksum column holds this, or nothing as in an older version's row.
    func holds(_ checksum: Int64, at column: Int32) -> Bool {
        integer(column) == checksum || isNull(column)
    }
}
