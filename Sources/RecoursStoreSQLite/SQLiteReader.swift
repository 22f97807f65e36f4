// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCases
internal import RecoursStore

/// Reads over a connection of its own, which cannot write.
final class SQLiteReader: SQLiteLookup, StoreReader {
    private let begin: SQLiteStatement
    private let end: SQLiteStatement
    private let caseLists: CaseListStatements
    private let eventsOfCase: SQLiteStatement
    private let head: SQLiteStatement
    private let entries: SQLiteStatement
    private let partnersInOrder: SQLiteStatement
    private let mandatesInOrder: SQLiteStatement
    private let alarmsInOrder: SQLiteStatement
    private let markByName: SQLiteStatement
    let removalsOfSubmitter: SQLiteStatement
    let removalsOfFirm: SQLiteStatement
    let mediation: SQLiteMediationReader

    private let cipher: PublicNumberCipher

    init(_ connection: SQLiteConnection, _ cipher: PublicNumberCipher) throws(StoreError) {
        self.cipher = cipher
        let handle = connection.handle
        begin = try SQLiteStatement(handle, "BEGIN DEFERRED")
        end = try SQLiteStatement(handle, "ROLLBACK")
        caseLists = try CaseListStatements(connection)
        eventsOfCase = try SQLiteStatement(
            handle,
            "SELECT \(RowColumns.event) FROM event WHERE number BETWEEN ? AND ? ORDER BY number")
        head = try SQLiteStatement(handle, "SELECT head FROM inbox WHERE number = ?")
        entries = try SQLiteStatement(
            handle,
            """
            SELECT \(RowColumns.caseRecord), position, event, kind, inbox_entry.checksum
            FROM inbox_entry LEFT JOIN cases ON cases.row = event >> 16
            WHERE inbox = ? AND position > ? ORDER BY position
            """)
        partnersInOrder = try SQLiteStatement(
            handle,
            """
            SELECT \(RowColumns.partner) FROM partner
            WHERE (kind, slug) > (?, ?) AND (?3 = 0 OR kind = ?3) ORDER BY kind, slug LIMIT ?
            """)
        mandatesInOrder = try SQLiteStatement(
            handle,
            """
            SELECT \(RowColumns.mandate) FROM mandate JOIN partner ON number = association
            WHERE association = ? AND (mandate.siren, first_day) > (?, ?)
            ORDER BY mandate.siren, first_day LIMIT ?
            """)
        alarmsInOrder = try SQLiteStatement(handle, Self.readingAlarms)
        markByName = try SQLiteStatement(handle, "SELECT value FROM mark WHERE name = ?")
        removalsOfSubmitter = try SQLiteStatement(handle, Self.readingRemovals)
        removalsOfFirm = try SQLiteStatement(handle, Self.readingRemovalsOfFirm)
        mediation = try SQLiteMediationReader(connection)
        try super.init(connection)
    }

    private static let readingAlarms = """
        SELECT alarm_at, row, id, version FROM cases INDEXED BY cases_alarm
        WHERE alarm_at IS NOT NULL AND (alarm_at, row) > (?, ?) AND alarm_at <= ?
        ORDER BY alarm_at, row LIMIT ?
        """

    func beginSnapshot() throws(StoreError) { try begin.run() }

    func endSnapshot() {
        // A read-only transaction has nothing to lose: if it cannot end now, the next BEGIN says
        // so.
        try? end.run()
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
        let statement = caseLists.walk(scope, siren: siren, below: row)
        defer { statement.reset() }
        while try statement.step() {
            if case .stop = visit(try? RowColumns.caseRecord(statement)) { return }
        }
    }

    func events(caseRow: UInt64) throws(StoreError) -> [EventRecord] {
        defer { eventsOfCase.reset() }
        let last = StoreLimits.eventsACase
        eventsOfCase.bind(1, EventAddress(caseRow: caseRow, sequence: 1).eventNumber)
        eventsOfCase.bind(2, EventAddress(caseRow: caseRow, sequence: last).eventNumber)
        var found: [EventRecord] = []
        while try eventsOfCase.step() { found.append(try RowColumns.event(eventsOfCase)) }
        return found
    }

    func inboxHead(_ inbox: PartnerNumber) throws(StoreError) -> UInt64 {
        defer { head.reset() }
        head.bind(1, Int64(inbox.value))
        return try head.step() ? head.unsigned(0) : 0
    }

    func visitInbox(
        _ inbox: PartnerNumber, after position: UInt64, _ visit: (InboxItem) -> VisitOrder
    ) throws(StoreError) {
        defer { entries.reset() }
        entries.bind(1, Int64(inbox.value))
        entries.bind(2, Int64(clamping: position))
        var last = position
        while try entries.step() {
            // A damaged place leads nowhere: what it hid is told when the next right one comes.
            guard let entry = intactEntry(of: inbox), entry.position > last else { continue }
            if entry.position > last + 1 {
                if case .stop = visit(.damage(through: entry.position - 1)) { return }
            }
            last = entry.position
            let record = try? RowColumns.caseRecord(entries)
            let item = record.map { InboxItem.entry(entry, $0) } ?? .damage(through: last)
            if case .stop = visit(item) { return }
        }
    }

    /// The entry at the present row; nil if it is damaged.
    private func intactEntry(of inbox: PartnerNumber) -> InboxRecord? {
        let after = RowColumns.caseRecordCount
        let position = entries.unsigned(after)
        let event = EventAddress(eventNumber: entries.unsigned(after + 1))
        let kind = Int32(truncatingIfNeeded: entries.integer(after + 2))
        let checksum = RowChecksum.ofEntry(inbox, position, event, kind: kind)
        guard entries.holds(checksum, at: after + 3) else { return nil }
        return InboxRecord(
            position: position, caseRow: event.caseRow, eventSequence: event.sequence,
            eventKind: kind)
    }

    func partners(
        kind: PartnerKind?, after: PartnerReference?, limit: Int
    ) throws(StoreError) -> [PartnerRecord] {
        defer { partnersInOrder.reset() }
        partnersInOrder.bind(1, Int64(after?.kind.rawValue ?? 0))
        partnersInOrder.bind(2, after?.slug ?? "")
        partnersInOrder.bind(3, Int64(kind?.rawValue ?? 0))
        partnersInOrder.bind(4, Int64(limit))
        var found: [PartnerRecord] = []
        while try partnersInOrder.step() { found.append(try partnerWithKeys(partnersInOrder)) }
        return found
    }

    func mandates(
        association: PartnerNumber, after: Mandate?, limit: Int
    ) throws(StoreError) -> [Mandate] {
        defer { mandatesInOrder.reset() }
        mandatesInOrder.bind(1, Int64(association.value))
        mandatesInOrder.bind(2, after?.siren ?? "")
        mandatesInOrder.bind(3, Int64(after?.from.dayNumber ?? 0))
        mandatesInOrder.bind(4, Int64(limit))
        var found: [Mandate] = []
        while try mandatesInOrder.step() { found.append(try RowColumns.mandate(mandatesInOrder)) }
        return found
    }

    func unattachedEvidence(
        of owner: PartnerNumber, limit: Int
    ) throws(StoreError) -> [EvidenceRecord] {
        try evidenceStatements.unattached(of: owner, limit: limit)
    }

    func pendingEvidence(
        after position: EvidencePosition?, limit: Int
    ) throws(StoreError) -> [EvidenceRecord] {
        try evidenceStatements.pending(after: position, limit: limit)
    }

    func alarms(
        after position: AlarmPosition?, upTo end: Instant, limit: Int
    ) throws(StoreError) -> [Alarm] {
        defer { alarmsInOrder.reset() }
        alarmsInOrder.bind(1, position?.atMilliseconds ?? .min)
        alarmsInOrder.bind(2, position?.row ?? 0)
        alarmsInOrder.bind(3, end.millisecondsSince1970)
        alarmsInOrder.bind(4, Int64(limit))
        var found: [Alarm] = []
        while try alarmsInOrder.step() {
            // A damaged row must not keep the others' alarms from going off; checks find it.
            guard let identifier = alarmsInOrder.identifier(2) else { continue }
            found.append(
                Alarm(
                    position: AlarmPosition(
                        atMilliseconds: alarmsInOrder.integer(0), row: alarmsInOrder.unsigned(1)),
                    identifier: identifier, version: alarmsInOrder.unsigned(3)))
        }
        return found
    }

    func mark(_ mark: StoreMark) throws(StoreError) -> Int64? {
        defer { markByName.reset() }
        markByName.bind(1, mark.rawValue)
        return try markByName.step() ? markByName.integer(0) : nil
    }

    func checkStructure() throws(StoreError) {
        let verdict = try connection.text("PRAGMA quick_check(1)")
        guard verdict == "ok" else {
            var error = StoreError.corrupted("A page of the database")
            error.cause = verdict
            throw error
        }
    }
}
