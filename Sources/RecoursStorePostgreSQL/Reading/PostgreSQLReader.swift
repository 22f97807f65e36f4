// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCases
internal import RecoursStore

/// Reads over a connection of its own, in transactions that cannot write.
///
/// A snapshot begins with the first statement that is read in it, in the same round trip, and its
/// end is not waited for: a single row costs one round trip.
class PostgreSQLReader: PostgreSQLLookup, StoreReader {
    private let cipher: PublicNumberCipher
    static let begin = PGRequest("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
    private static let end = PGRequest("COMMIT")

    init(_ session: PGSession, _ cipher: PublicNumberCipher) {
        self.cipher = cipher
        super.init(session)
    }

    func beginSnapshot() throws(StoreError) {
        _ = try session.open()
        session.beginLater([Self.begin, session.options.limits])
    }

    func endSnapshot() {
        forgetPrepared()
        session.end(Self.end)
    }

    /// Only replicas want to know. What the snapshot shows was on the primary's disk before.
    func place() throws(StoreError) -> UInt64? {
        session.options.replica == nil ? nil : try Self.place(session)
    }

    /// How far the primary has written its log to disk.
    static func place(_ session: PGSession) throws(StoreError) -> UInt64 {
        let sql = "SELECT (pg_current_wal_flush_lsn() - '0/0')::int8"
        guard let row = try session.begin([PGRequest(sql)]).first?.first else {
            throw .internalError("No place in the log")
        }
        return row.unsigned(0)
    }

    /// Visits rows in their order, page by page, until `visit` says to stop. Pages cost a round
    /// trip each, and a cursor one more.
    ///
    /// - Parameters:
    ///   - place: of the row before the first: the statement's first parameters.
    ///   - values: its other parameters; the last of all is the page's limit.
    ///   - next: the place of a row.
    func visitPages(
        _ sql: String, from place: [PGValue], _ values: [PGValue], next: (PGRow) -> [PGValue],
        _ visit: (PGRow) throws(StoreError) -> VisitOrder
    ) throws(StoreError) {
        var place = place
        let size = session.options.pageRows
        while true {
            let page = try rows(sql, place + values + [.integer(Int64(size))])
            for row in page {
                if case .stop = try visit(row) { return }
            }
            guard page.count == size, let last = page.last else { return }
            place = next(last)
        }
    }

    // MARK: Cases

    func prepare(_ references: [CaseReference]) {
        forgetPrepared()
        var (identifiers, rows): (Set<CaseIdentifier>, Set<UInt64>) = ([], [])
        for reference in references {
            switch reference {
            case .identifier(let identifier): identifiers.insert(identifier)
            case .publicNumber(let number): rows.insert(cipher.counter(of: number) &+ 1)
            case .externalReference: break
            }
        }
        // What could not be fetched is asked for when it is read, and fails there if it must.
        do throws(StoreError) {
            if let request = known.casesByIdentifier.request(identifiers) {
                known.casesByIdentifier.take(identifiers, try session.rows(request))
            }
            if let request = known.casesByRow.request(rows) {
                known.casesByRow.take(rows, try session.rows(request))
            }
        } catch {
            forgetPrepared()
        }
    }

    private func forgetPrepared() {
        known.casesByIdentifier.forget()
        known.casesByRow.forget()
    }

    func caseRecord(
        _ scope: ResolvedScope, _ reference: CaseReference
    ) throws(StoreError) -> CaseRecord? {
        try lookUp(reference, in: scope, numbers: cipher)
    }

    func visitCases(
        _ scope: ResolvedScope, siren: UInt32?, below row: UInt64?,
        _ visit: (CaseRecord?) -> VisitOrder
    ) throws(StoreError) {
        let list = CaseList(scope, siren: siren)
        try visitPages(
            list.sql, from: [.integer(Int64(clamping: row ?? UInt64(Int64.max)))], list.values,
            next: { [.integer($0.integer(0))] }
        ) { row in visit(try? row.caseRecord()) }
    }

    func events(caseRow: UInt64) throws(StoreError) -> [EventRecord] {
        let sql = """
            SELECT \(Columns.event) FROM event
            WHERE number BETWEEN $1::int8 AND $2::int8 ORDER BY number
            """
        let last = StoreLimits.eventsACase
        let values = [
            PGValue.integer(EventAddress(caseRow: caseRow, sequence: 1).eventNumber),
            .integer(EventAddress(caseRow: caseRow, sequence: last).eventNumber),
        ]
        return try all(sql, values) { (row) throws(StoreError) in try row.event() }
    }

    func alarms(
        after position: AlarmPosition?, upTo end: Instant, limit: Int
    ) throws(StoreError) -> [Alarm] {
        let sql = """
            SELECT alarm_at, case_row, id, version FROM cases
            WHERE alarm_at IS NOT NULL AND (alarm_at, case_row) > ($1::int8, $2::int8)
                AND alarm_at <= $3::int8
            ORDER BY alarm_at, case_row LIMIT $4::int8
            """
        let values: [PGValue] = [
            .integer(position?.atMilliseconds ?? .min), .integer(position?.row ?? 0),
            .integer(end.millisecondsSince1970), .integer(Int64(limit)),
        ]
        return try all(sql, values) { row -> Alarm? in
            // A damaged row must not keep the others' alarms from going off; checks find it.
            row.identifier(2).map { identifier in
                Alarm(
                    position: AlarmPosition(
                        atMilliseconds: row.integer(0), row: row.unsigned(1)),
                    identifier: identifier, version: row.unsigned(3))
            }
        }.compactMap { $0 }
    }

    // MARK: Inboxes

    func inboxHead(_ inbox: PartnerNumber) throws(StoreError) -> UInt64 {
        try known.heads.one(inbox, session) ?? 0
    }

    private static let entries = """
        SELECT \(Columns.caseRecord), position, event, kind, inbox_entry.checksum
        FROM inbox_entry LEFT JOIN cases ON cases.case_row = event >> 16
        WHERE position > $1::int8 AND inbox = $2::int8 ORDER BY position LIMIT $3::int8
        """

    func visitInbox(
        _ inbox: PartnerNumber, after position: UInt64, _ visit: (InboxItem) -> VisitOrder
    ) throws(StoreError) {
        var last = position
        try visitPages(
            Self.entries, from: [.integer(Int64(clamping: position))],
            [.integer(Int64(inbox.value))],
            next: { [.integer($0.integer(Columns.caseRecordCount))] }
        ) { row in
            // What a damaged place hid is told when the next right one comes.
            guard let entry = intactEntry(row, of: inbox), entry.position > last else {
                return .goOn
            }
            if entry.position > last + 1 {
                if case .stop = visit(.damage(through: entry.position - 1)) { return .stop }
            }
            last = entry.position
            let record = try? row.caseRecord()
            return visit(record.map { .entry(entry, $0) } ?? .damage(through: last))
        }
    }

    /// Nil if the entry is damaged.
    private func intactEntry(_ row: PGRow, of inbox: PartnerNumber) -> InboxRecord? {
        let after = Columns.caseRecordCount
        let position = row.unsigned(after)
        let event = EventAddress(eventNumber: row.unsigned(after + 1))
        let kind = row.small(after + 2)
        let checksum = RowChecksum.ofEntry(inbox, position, event, kind: kind)
        guard row.holds(checksum, at: after + 3) else { return nil }
        return InboxRecord(
            position: position, caseRow: event.caseRow, eventSequence: event.sequence,
            eventKind: kind)
    }

    // MARK: The server's own

    func mark(_ mark: StoreMark) throws(StoreError) -> Int64? {
        try rows("SELECT value FROM mark WHERE name = $1::text", [.text(mark.rawValue)])
            .first?.integer(0)
    }

    /// PostgreSQL checks its pages' checksums whenever it reads them, and has its own tools for the
    /// rest.
    func checkStructure() {}
}
