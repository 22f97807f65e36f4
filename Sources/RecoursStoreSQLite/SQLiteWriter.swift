// SPDX-License-Identifier: EUPL-1.2

internal import GRDBSQLite
internal import RecoursCases
internal import RecoursStore

/// Writes batches over the one connection that may, and looks up what they need.
final class SQLiteWriter: SQLiteLookup {
    private let beginImmediate: SQLiteStatement
    private let commitStatement: SQLiteStatement
    private let rollbackStatement: SQLiteStatement
    private let insertCase: SQLiteStatement
    private let updateCase: SQLiteStatement
    private let insertEvent: SQLiteStatement
    private let insertKey: SQLiteStatement
    private let insertReference: SQLiteStatement
    private let headOfInbox: SQLiteStatement
    private let putInbox: SQLiteStatement
    private let insertEntry: SQLiteStatement
    private let putPartner: SQLiteStatement
    private let dropKeys: SQLiteStatement
    private let insertBoundKey: SQLiteStatement
    private let putMandate: SQLiteStatement
    private let besideCases: CampaignWriters
    private let figureWriter: SQLiteFigureWriter
    private let evidence: EvidenceWriter
    private let insertNode: SQLiteStatement
    private let placeEvent: SQLiteStatement
    private let erasures: ErasureWriter
    private let raiseMark: SQLiteStatement
    private let mediation: SQLiteMediationWriter
    private let quotas: QuotaWriter
    // What each batch asks for and only this writer changes; as much as there are partners.
    private var knownPartners: [PartnerReference: PartnerRecord] = [:]
    private var treeSizes: [PartnerNumber: UInt64] = [:]
    private var knownUses: [PartnerNumber: PartnerUse] = [:]

    override init(_ connection: SQLiteConnection) throws(StoreError) {
        let handle = connection.handle
        beginImmediate = try SQLiteStatement(handle, "BEGIN IMMEDIATE")
        commitStatement = try SQLiteStatement(handle, "COMMIT")
        rollbackStatement = try SQLiteStatement(handle, "ROLLBACK")
        insertCase = try SQLiteStatement(
            handle, Self.insertingCase)
        updateCase = try SQLiteStatement(handle, Self.updatingCase)
        insertEvent = try SQLiteStatement(
            handle,
            """
            INSERT INTO event (number, state_after, at, method, fingerprint, salt, link, bytes,
                tree, place, leaf, checksum)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        insertKey = try SQLiteStatement(
            handle, "INSERT INTO idempotency_key VALUES (?, ?, ?, ?, ?)")
        insertReference = try SQLiteStatement(
            handle, "INSERT INTO external_reference VALUES (?, ?, ?, ?)")
        // Two statements: one that returns what it has written makes a table for it.
        headOfInbox = try SQLiteStatement(handle, "SELECT head FROM inbox WHERE number = ?")
        putInbox = try SQLiteStatement(handle, "INSERT OR REPLACE INTO inbox VALUES (?, ?)")
        insertEntry = try SQLiteStatement(
            handle, "INSERT INTO inbox_entry VALUES (?, ?, ?, ?, ?)")
        putPartner = try SQLiteStatement(
            handle,
            """
            INSERT INTO partner VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (number) DO UPDATE
            SET name = excluded.name, siren = excluded.siren, checksum = excluded.checksum
            """)
        dropKeys = try SQLiteStatement(handle, "DELETE FROM partner_key WHERE partner = ?")
        insertBoundKey = try SQLiteStatement(handle, "INSERT INTO partner_key VALUES (?, ?, ?, ?)")
        putMandate = try SQLiteStatement(
            handle,
            """
            INSERT INTO mandate VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE
            SET last_day = excluded.last_day, document = excluded.document,
                checksum = excluded.checksum
            """)
        besideCases = try CampaignWriters(connection)
        figureWriter = try SQLiteFigureWriter(connection)
        evidence = try EvidenceWriter(handle)
        insertNode = try SQLiteStatement(handle, "INSERT INTO tree_node VALUES (?, ?, ?, ?)")
        placeEvent = try SQLiteStatement(
            handle, "UPDATE event SET tree = ?2, place = ?3, checksum = ?4 WHERE number = ?1")
        erasures = try ErasureWriter(handle)
        raiseMark = try SQLiteStatement(
            handle,
            """
            INSERT INTO mark VALUES (?, ?)
            ON CONFLICT DO UPDATE SET value = max(value, excluded.value)
            """)
        mediation = try SQLiteMediationWriter(connection)
        quotas = try QuotaWriter(handle)
        try super.init(connection)
    }

    private static let insertingCase = """
        INSERT INTO cases (row, id, number, version, state, submitter, platform, transmitted,
            siren, due_at, created_at, updated_at, checksum, snapshot, alarm_at, view_marks)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """

    private static let updatingCase = """
        UPDATE cases SET version = ?2, state = ?3, transmitted = ?4, due_at = ?5,
            updated_at = ?6, checksum = ?7, snapshot = ?8, platform = ?9, siren = ?10,
            alarm_at = ?11, view_marks = ?12
        WHERE row = ?1
        """

    // MARK: Transactions

    func begin() throws(StoreError) { try beginImmediate.run() }

    /// Ends the transaction if there is one; an error may have ended it already.
    func rollback() {
        knownPartners = [:]
        treeSizes = [:]
        knownUses = [:]
        guard sqlite3_get_autocommit(connection.handle) == 0 else { return }
        // What cannot be rolled back was never committed; the next BEGIN fails and ends the store.
        try? rollbackStatement.run()
    }

    /// Writes the rows and commits. Throws `outcomeUnknown` only if the COMMIT itself fails.
    func commit(_ writes: borrowing WriteSet) throws(StoreError) -> [PartnerNumber: UInt64] {
        try writeRegistry(writes)
        for record in writes.newCases { try insert(record) }
        for row in writes.changedCases.keys.sorted() {
            if let record = writes.changedCases[row] { try update(record) }
        }
        for erasure in writes.erasures { try erasures.write(erasure) }
        for event in writes.events { try insert(event) }
        for node in writes.treeNodes { try insert(node) }
        for (name, event) in writes.keys {
            insertKey.bind(1, Int64(name.partner.value))
            insertKey.bind(2, Int64(name.method.rawValue))
            insertKey.bind(3, high: name.high, low: name.low)
            insertKey.bind(4, event.eventNumber)
            insertKey.bind(5, RowChecksum.of(name, event))
            try insertKey.run()
        }
        for reference in writes.externalReferences {
            insertReference.bind(1, Int64(reference.submitter.value))
            insertReference.bind(2, reference.text)
            insertReference.bind(3, reference.event.eventNumber)
            insertReference.bind(4, RowChecksum.of(reference))
            try insertReference.run()
        }
        try besideCases.write(writes)
        try figureWriter.write(writes.figures)
        try figureWriter.write(writes.removals)
        try evidence.write(writes)
        for (mark, value) in writes.marks {
            raiseMark.bind(1, mark.rawValue)
            raiseMark.bind(2, value)
            try raiseMark.run()
        }
        try mediation.write(writes)
        try quotas.write(writes.uses)
        knownUses.merge(writes.uses) { _, new in new }
        let heads = try writeInboxes(writes)
        do throws(StoreError) {
            try commitStatement.run()
        } catch {
            throw .failedCommit(error)
        }
        return heads
    }

    // MARK: What is known

    override func partner(_ reference: PartnerReference) throws(StoreError) -> PartnerRecord? {
        if let known = knownPartners[reference] { return known }
        let found = try super.partner(reference)
        knownPartners[reference] = found
        return found
    }

    override func use(of partner: PartnerNumber) throws(StoreError) -> PartnerUse? {
        if let known = knownUses[partner] { return known }
        let found = try super.use(of: partner)
        knownUses[partner] = found
        return found
    }

    override func treeSize(_ tree: PartnerNumber) throws(StoreError) -> UInt64 {
        if let known = treeSizes[tree] { return known }
        let found = try super.treeSize(tree)
        treeSizes[tree] = found
        return found
    }

    // MARK: Rows

    private func insert(_ record: CaseRecord) throws(StoreError) {
        insertCase.bind(1, record.row)
        insertCase.bind(2, high: record.identifier.high, low: record.identifier.low)
        insertCase.bind(3, record.number.value)
        insertCase.bind(4, record.version)
        insertCase.bind(5, Int64(record.state.rawValue))
        insertCase.bind(6, Int64(record.submitter.value))
        insertCase.bind(7, record.platform)
        insertCase.bind(8, record.isTransmitted ? 1 : 0 as Int64)
        insertCase.bind(9, Int64(record.siren))
        insertCase.bind(10, record.dueAtMilliseconds)
        insertCase.bind(11, record.createdAtMilliseconds)
        insertCase.bind(12, record.updatedAtMilliseconds)
        insertCase.bind(13, record.checksum)
        insertCase.bind(14, record.snapshot)
        insertCase.bind(15, record.alarmAtMilliseconds)
        insertCase.bind(16, record.viewMarks)
        try insertCase.run()
    }

    private func update(_ record: CaseRecord) throws(StoreError) {
        updateCase.bind(1, record.row)
        updateCase.bind(2, record.version)
        updateCase.bind(3, Int64(record.state.rawValue))
        updateCase.bind(4, record.isTransmitted ? 1 : 0 as Int64)
        updateCase.bind(5, record.dueAtMilliseconds)
        updateCase.bind(6, record.updatedAtMilliseconds)
        updateCase.bind(7, record.checksum)
        updateCase.bind(8, record.snapshot)
        updateCase.bind(9, record.platform)
        updateCase.bind(10, Int64(record.siren))
        updateCase.bind(11, record.alarmAtMilliseconds)
        updateCase.bind(12, record.viewMarks)
        try updateCase.run()
    }

    private func insert(_ event: EventRecord) throws(StoreError) {
        let address = EventAddress(caseRow: event.caseRow, sequence: event.sequence)
        insertEvent.bind(1, address.eventNumber)
        insertEvent.bind(2, Int64(event.stateAfter.rawValue))
        insertEvent.bind(3, event.atMilliseconds)
        insertEvent.bind(4, event.origin.map { Int64($0.method.rawValue) })
        insertEvent.bind(5, event.origin?.fingerprint)
        insertEvent.bind(6, event.salt)
        insertEvent.bind(7, event.link)
        insertEvent.bind(8, event.bytes)
        insertEvent.bind(9, event.place.map { Int64($0.tree.value) })
        insertEvent.bind(10, event.place.map { Int64(clamping: $0.index) })
        insertEvent.bind(11, event.leaf)
        insertEvent.bind(12, RowChecksum.of(event))
        try insertEvent.run()
    }

    private func insert(_ node: TreeNode) throws(StoreError) {
        insertNode.bind(1, Int64(node.tree.value))
        insertNode.bind(2, Int64(node.level))
        insertNode.bind(3, node.index)
        insertNode.bind(4, node.hash)
        try insertNode.run()
        if node.level == 0 { treeSizes[node.tree] = node.index + 1 }
    }

    /// Gives an event of an older store its place, with the nodes that come of it.
    func place(
        _ event: EventRecord, at place: TreePlace, _ nodes: [TreeNode]
    ) throws(StoreError) {
        var placed = event
        placed.place = place
        let address = EventAddress(caseRow: event.caseRow, sequence: event.sequence)
        placeEvent.bind(1, address.eventNumber)
        placeEvent.bind(2, Int64(place.tree.value))
        placeEvent.bind(3, place.index)
        placeEvent.bind(4, RowChecksum.of(placed))
        try placeEvent.run()
        for node in nodes { try insert(node) }
    }

    /// Commits what was written without a write set.
    func commit() throws(StoreError) { try commitStatement.run() }

    /// The counters go last and in key order, as a database with many writers must do it.
    private func writeInboxes(
        _ writes: borrowing WriteSet
    ) throws(StoreError) -> [PartnerNumber: UInt64] {
        var heads: [PartnerNumber: UInt64] = [:]
        for inbox in writes.inboxEntries.keys.sorted() {
            guard let entries = writes.inboxEntries[inbox] else { continue }
            headOfInbox.bind(1, Int64(inbox.value))
            var position = try headOfInbox.step() ? headOfInbox.unsigned(0) : 0
            headOfInbox.reset()
            insertEntry.bind(1, Int64(inbox.value))
            for entry in entries {
                position += 1
                let event = EventAddress(caseRow: entry.caseRow, sequence: entry.eventSequence)
                insertEntry.bind(2, position)
                insertEntry.bind(3, event.eventNumber)
                insertEntry.bind(4, Int64(entry.eventKind))
                insertEntry.bind(
                    5, RowChecksum.ofEntry(inbox, position, event, kind: entry.eventKind))
                try insertEntry.run()
            }
            putInbox.bind(1, Int64(inbox.value))
            putInbox.bind(2, position)
            try putInbox.run()
            heads[inbox] = position
        }
        return heads
    }

    private func writeRegistry(_ writes: borrowing WriteSet) throws(StoreError) {
        let numbers = writes.partners.keys.sorted()
        for number in numbers {
            guard let partner = writes.partners[number] else { continue }
            knownPartners[partner.reference] = nil
            putPartner.bind(1, Int64(number.value))
            putPartner.bind(2, Int64(partner.reference.kind.rawValue))
            putPartner.bind(3, partner.reference.slug)
            putPartner.bind(4, partner.name)
            putPartner.bind(5, partner.siren)
            putPartner.bind(6, partner.createdAt.millisecondsSince1970)
            putPartner.bind(7, RowChecksum.of(partner))
            try putPartner.run()
            dropKeys.bind(1, Int64(number.value))
            try dropKeys.run()
            try quotas.write(partner.quotas, of: number)
        }
        // Keys may have gone from one partner to another: all are dropped before any is bound.
        for number in numbers {
            for key in writes.partners[number]?.keys ?? [] {
                insertBoundKey.bind(1, key.spkiSHA256)
                insertBoundKey.bind(2, Int64(number.value))
                insertBoundKey.bind(3, key.notAfter.millisecondsSince1970)
                insertBoundKey.bind(4, key.instance)
                try insertBoundKey.run()
            }
        }
        for (association, mandate) in writes.mandates {
            putMandate.bind(1, Int64(association.value))
            putMandate.bind(2, mandate.siren)
            putMandate.bind(3, Int64(mandate.from.dayNumber))
            putMandate.bind(4, mandate.until.map { Int64($0.dayNumber) })
            putMandate.bind(5, mandate.documentSHA256)
            putMandate.bind(6, RowChecksum.of(mandate, of: association))
            try putMandate.run()
        }
    }
}
