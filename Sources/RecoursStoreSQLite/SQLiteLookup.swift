// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCases
internal import RecoursStore

/// Finds single rows over one connection, for the writer and for readers alike.
class SQLiteLookup: StoreLookup {
    let connection: SQLiteConnection
    private let partnerByReference: SQLiteStatement
    private let partnerByKey: SQLiteStatement
    private let keysOfPartner: SQLiteStatement
    private let quotasOfPartner: SQLiteStatement
    private let useOfPartner: SQLiteStatement
    private let mandatesOfFirm: SQLiteStatement
    private let caseByIdentifier: SQLiteStatement
    private let caseByRow: SQLiteStatement
    private let eventByNumber: SQLiteStatement
    private let eventByKey: SQLiteStatement
    private let eventByReference: SQLiteStatement
    private let lastNumbers: SQLiteStatement
    let beside: CampaignReaders
    let evidenceStatements: EvidenceStatements
    private let sizeOfTree: SQLiteStatement
    private let nodesOfTree: SQLiteStatement
    /// A partner's number never changes, so it is looked up once; as many as there are partners.
    private var partnerNumbers: [PartnerReference: PartnerNumber] = [:]

    init(_ connection: SQLiteConnection) throws(StoreError) {
        let handle = connection.handle
        self.connection = connection
        partnerByReference = try SQLiteStatement(
            handle, "SELECT \(RowColumns.partner) FROM partner WHERE kind = ? AND slug = ?")
        partnerByKey = try SQLiteStatement(
            handle,
            """
            SELECT \(RowColumns.partner) FROM partner
            WHERE number = (SELECT partner FROM partner_key WHERE spki = ?)
            """)
        keysOfPartner = try SQLiteStatement(
            handle,
            "SELECT spki, not_after, instance FROM partner_key WHERE partner = ? ORDER BY spki")
        quotasOfPartner = try SQLiteStatement(
            handle, "SELECT name, value FROM partner_quota WHERE partner = ?")
        useOfPartner = try SQLiteStatement(
            handle, "SELECT day, cases, bytes FROM partner_use WHERE partner = ?")
        mandatesOfFirm = try SQLiteStatement(
            handle,
            """
            SELECT \(RowColumns.mandate) FROM mandate JOIN partner ON number = association
            WHERE association = ? AND mandate.siren = ? ORDER BY first_day
            """)
        caseByIdentifier = try SQLiteStatement(
            handle, "SELECT \(RowColumns.caseRecord) FROM cases WHERE id = ?")
        caseByRow = try SQLiteStatement(
            handle, "SELECT \(RowColumns.caseRecord) FROM cases WHERE row = ?")
        eventByNumber = try SQLiteStatement(
            handle, "SELECT \(RowColumns.event) FROM event WHERE number = ?")
        eventByKey = try SQLiteStatement(
            handle,
            """
            SELECT event, checksum FROM idempotency_key
            WHERE partner = ? AND method = ? AND key = ?
            """)
        eventByReference = try SQLiteStatement(
            handle,
            """
            SELECT event, checksum FROM external_reference WHERE submitter = ? AND reference = ?
            """)
        evidenceStatements = try EvidenceStatements(handle)
        lastNumbers = try SQLiteStatement(
            handle,
            """
            SELECT max(ifnull((SELECT max(row) FROM cases), 0),
                ifnull((SELECT max(last) FROM row_gap), 0)),
                (SELECT max(number) FROM partner)
            """)
        beside = try CampaignReaders(connection)
        sizeOfTree = try SQLiteStatement(
            handle, "SELECT max(place) FROM tree_node WHERE tree = ? AND level = 0")
        nodesOfTree = try SQLiteStatement(
            handle,
            """
            SELECT hash FROM tree_node WHERE tree = ? AND level = ? AND place >= ?
            ORDER BY place LIMIT ?
            """)
    }

    func partner(_ reference: PartnerReference) throws(StoreError) -> PartnerRecord? {
        partnerByReference.bind(1, Int64(reference.kind.rawValue))
        partnerByReference.bind(2, reference.slug)
        return try partner(partnerByReference)
    }

    func partnerNumber(_ reference: PartnerReference) throws(StoreError) -> PartnerNumber? {
        if let known = partnerNumbers[reference] { return known }
        let found = try partner(reference)?.number
        partnerNumbers[reference] = found
        return found
    }

    func partner(boundTo spkiSHA256: [UInt8]) throws(StoreError) -> PartnerRecord? {
        partnerByKey.bind(1, spkiSHA256)
        return try partner(partnerByKey)
    }

    private func partner(_ statement: SQLiteStatement) throws(StoreError) -> PartnerRecord? {
        defer { statement.reset() }
        guard try statement.step() else { return nil }
        return try partnerWithKeys(statement)
    }

    /// The partner at a statement's row, with the keys bound to it and its limits.
    func partnerWithKeys(_ statement: SQLiteStatement) throws(StoreError) -> PartnerRecord {
        var record = try RowColumns.partner(statement)
        defer {
            keysOfPartner.reset()
            quotasOfPartner.reset()
        }
        quotasOfPartner.bind(1, Int64(record.number.value))
        while try quotasOfPartner.step() {
            // One of a newer version is none that this one could hold anybody to.
            guard let quota = Quota(rawValue: quotasOfPartner.text(0)) else { continue }
            record.quotas[quota] = quotasOfPartner.unsigned(1)
        }
        keysOfPartner.bind(1, Int64(record.number.value))
        while try keysOfPartner.step() {
            record.keys.append(
                BoundKey(
                    spkiSHA256: keysOfPartner.bytes(0),
                    notAfter: Instant(millisecondsSince1970: keysOfPartner.integer(1)),
                    instance: keysOfPartner.text(2)))
        }
        guard statement.holds(RowChecksum.of(record), at: 6) else {
            throw .corrupted("The row of partner \(record.reference)")
        }
        return record
    }

    func use(of partner: PartnerNumber) throws(StoreError) -> PartnerUse? {
        defer { useOfPartner.reset() }
        useOfPartner.bind(1, Int64(partner.value))
        guard try useOfPartner.step() else { return nil }
        return PartnerUse(
            day: CalendarDate(clampingDayNumber: useOfPartner.integer(0)),
            cases: useOfPartner.unsigned(1), bytes: useOfPartner.unsigned(2))
    }

    func mandates(
        association: PartnerNumber, siren: String
    ) throws(StoreError) -> [Mandate] {
        defer { mandatesOfFirm.reset() }
        mandatesOfFirm.bind(1, Int64(association.value))
        mandatesOfFirm.bind(2, siren)
        var found: [Mandate] = []
        while try mandatesOfFirm.step() { found.append(try RowColumns.mandate(mandatesOfFirm)) }
        return found
    }

    func caseRecord(_ identifier: CaseIdentifier) throws(StoreError) -> CaseRecord? {
        caseByIdentifier.bind(1, high: identifier.high, low: identifier.low)
        return try caseRecord(caseByIdentifier)
    }

    func caseRecord(row: UInt64) throws(StoreError) -> CaseRecord? {
        caseByRow.bind(1, row)
        return try caseRecord(caseByRow)
    }

    /// The case at the first row of a statement that has been bound.
    func caseRecord(_ statement: SQLiteStatement) throws(StoreError) -> CaseRecord? {
        defer { statement.reset() }
        return try statement.step() ? RowColumns.caseRecord(statement) : nil
    }

    func event(_ address: EventAddress) throws(StoreError) -> EventRecord? {
        defer { eventByNumber.reset() }
        eventByNumber.bind(1, address.eventNumber)
        return try eventByNumber.step() ? RowColumns.event(eventByNumber) : nil
    }

    func eventAddress(_ name: IdempotencyName) throws(StoreError) -> EventAddress? {
        defer { eventByKey.reset() }
        eventByKey.bind(1, Int64(name.partner.value))
        eventByKey.bind(2, Int64(name.method.rawValue))
        eventByKey.bind(3, high: name.high, low: name.low)
        guard try eventByKey.step() else { return nil }
        let event = EventAddress(eventNumber: eventByKey.unsigned(0))
        guard eventByKey.holds(RowChecksum.of(name, event), at: 1) else {
            throw .corrupted("A command's key of partner number \(name.partner.value)")
        }
        return event
    }

    func eventAddress(
        submitter: PartnerNumber, externalReference: String
    ) throws(StoreError) -> EventAddress? {
        defer { eventByReference.reset() }
        eventByReference.bind(1, Int64(submitter.value))
        eventByReference.bind(2, externalReference)
        guard try eventByReference.step() else { return nil }
        let reference = ExternalReference(
            submitter: submitter, text: externalReference,
            event: EventAddress(eventNumber: eventByReference.unsigned(0)))
        guard eventByReference.holds(RowChecksum.of(reference), at: 1) else {
            throw .corrupted("A case's reference of partner number \(submitter.value)")
        }
        return reference.event
    }

    func evidence(_ identifier: EvidenceIdentifier) throws(StoreError) -> EvidenceRecord? {
        try evidenceStatements.record(identifier)
    }

    func evidence(caseRow: UInt64) throws(StoreError) -> [EvidenceRecord] {
        try evidenceStatements.records(caseRow: caseRow)
    }

    func unattachedEvidence(of owner: PartnerNumber) throws(StoreError) -> EvidenceUse {
        try evidenceStatements.use(of: owner)
    }

    func unattachedEvidence(
        before instant: Instant, limit: Int
    ) throws(StoreError) -> [EvidenceRecord] {
        try evidenceStatements.unattached(before: instant, limit: limit)
    }

    func namesContent(_ sha256: [UInt8]) throws(StoreError) -> Bool {
        try evidenceStatements.names(sha256)
    }

    func treeSize(_ tree: PartnerNumber) throws(StoreError) -> UInt64 {
        defer { sizeOfTree.reset() }
        sizeOfTree.bind(1, Int64(tree.value))
        guard try sizeOfTree.step(), !sizeOfTree.isNull(0) else { return 0 }
        return sizeOfTree.unsigned(0) + 1
    }

    func treeNodes(
        _ tree: PartnerNumber, level: Int, from index: UInt64, count: Int
    ) throws(StoreError) -> [[UInt8]] {
        defer { nodesOfTree.reset() }
        nodesOfTree.bind(1, Int64(tree.value))
        nodesOfTree.bind(2, Int64(level))
        nodesOfTree.bind(3, Int64(clamping: index))
        nodesOfTree.bind(4, Int64(count))
        var found: [[UInt8]] = []
        while try nodesOfTree.step() { found.append(nodesOfTree.bytes(0)) }
        return found
    }

    func nextNumbers() throws(StoreError) -> (caseRow: UInt64, partner: PartnerNumber) {
        defer { lastNumbers.reset() }
        guard try lastNumbers.step() else { throw .internalError("No last numbers") }
        let partner = UInt32(truncatingIfNeeded: lastNumbers.integer(1))
        return (lastNumbers.unsigned(0) + 1, PartnerNumber(partner + 1))
    }
}
