// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCases
internal import RecoursStore

/// Finds single rows over one session, for the writer and for readers alike.
class PostgreSQLLookup: StoreLookup {
    let session: PGSession
    let known = KnownRows()
    /// A partner's number never changes, so it is looked up once; as many as there are partners.
    private var partnerNumbers: [PartnerReference: PartnerNumber] = [:]

    init(_ session: PGSession) {
        self.session = session
    }

    /// The rows of a statement, within the transaction or snapshot.
    func rows(_ sql: String, _ values: [PGValue] = []) throws(StoreError) -> PGResult {
        try session.rows(PGRequest(sql, values))
    }

    /// What each row is.
    func all<Value>(
        _ sql: String, _ values: [PGValue] = [], _ value: (PGRow) throws(StoreError) -> Value
    ) throws(StoreError) -> [Value] {
        var found: [Value] = []
        for row in try rows(sql, values) { found.append(try value(row)) }
        return found
    }

    // MARK: The registry

    func partner(_ reference: PartnerReference) throws(StoreError) -> PartnerRecord? {
        try known.partners.one(reference, session)
    }

    func partnerNumber(_ reference: PartnerReference) throws(StoreError) -> PartnerNumber? {
        if let known = partnerNumbers[reference] { return known }
        let found = try partner(reference)?.number
        partnerNumbers[reference] = found
        return found
    }

    func partner(boundTo spkiSHA256: [UInt8]) throws(StoreError) -> PartnerRecord? {
        let sql = """
            SELECT \(Columns.partner) FROM partner
            WHERE number = (SELECT partner FROM partner_key WHERE spki = $1::bytea)
            """
        return try rows(sql, [.bytes(spkiSHA256)]).first?.partner()
    }

    func use(of partner: PartnerNumber) throws(StoreError) -> PartnerUse? {
        try known.uses.one(partner, session)
    }

    func mandates(association: PartnerNumber, siren: String) throws(StoreError) -> [Mandate] {
        let name = KnownRows.MandateName(association: association, siren: siren)
        return try known.mandates.all(name, session)
    }

    // MARK: Cases

    func caseRecord(_ identifier: CaseIdentifier) throws(StoreError) -> CaseRecord? {
        try known.casesByIdentifier.one(identifier, session)
    }

    func caseRecord(row: UInt64) throws(StoreError) -> CaseRecord? {
        try known.casesByRow.one(row, session)
    }

    func event(_ address: EventAddress) throws(StoreError) -> EventRecord? {
        try known.events.one(address, session)
    }

    func eventAddress(_ name: IdempotencyName) throws(StoreError) -> EventAddress? {
        try known.keys.one(name, session)
    }

    func eventAddress(
        submitter: PartnerNumber, externalReference: String
    ) throws(StoreError) -> EventAddress? {
        let name = KnownRows.ReferenceName(submitter: submitter, text: externalReference)
        return try known.references.one(name, session)
    }

    /// Not below a row that was given out before the store was set back.
    static let nextNumbers = PGRequest(
        """
        SELECT greatest((SELECT max(case_row) FROM cases), (SELECT max(last) FROM row_gap), 0),
            coalesce((SELECT max(number) FROM partner), 0)
        """)

    static func nextNumbers(
        _ result: PGResult?
    ) throws(StoreError) -> (caseRow: UInt64, partner: PartnerNumber) {
        guard let row = result?.first else { throw .internalError("No last numbers") }
        let partner = PartnerNumber(UInt32(truncatingIfNeeded: row.integer(1)) + 1)
        return (row.unsigned(0) + 1, partner)
    }

    func nextNumbers() throws(StoreError) -> (caseRow: UInt64, partner: PartnerNumber) {
        try Self.nextNumbers(session.rows(Self.nextNumbers))
    }

    // MARK: Files

    func evidence(_ identifier: EvidenceIdentifier) throws(StoreError) -> EvidenceRecord? {
        try known.evidence.one(identifier, session)
    }

    func evidence(caseRow: UInt64) throws(StoreError) -> [EvidenceRecord] {
        try known.evidenceOfCases.all(caseRow, session)
    }

    func unattachedEvidence(of owner: PartnerNumber) throws(StoreError) -> EvidenceUse {
        let sql = """
            SELECT count(*), coalesce(sum(size), 0)::int8 FROM evidence
            WHERE owner = $1::int8 AND case_row IS NULL
            """
        guard let row = try rows(sql, [.integer(Int64(owner.value))]).first else {
            throw .internalError("No sum of files")
        }
        return EvidenceUse(files: Int(row.integer(0)), bytes: row.unsigned(1))
    }

    func unattachedEvidence(
        before instant: Instant, limit: Int
    ) throws(StoreError) -> [EvidenceRecord] {
        let sql = """
            SELECT \(Columns.evidence) FROM evidence
            WHERE created_at < $1::int8 AND case_row IS NULL
            ORDER BY created_at, id LIMIT $2::int8
            """
        let values = [PGValue.integer(instant.millisecondsSince1970), .integer(Int64(limit))]
        return try all(sql, values) { (row) throws(StoreError) in try row.evidence() }
    }

    func namesContent(_ sha256: [UInt8]) throws(StoreError) -> Bool {
        let sql = "SELECT 1 FROM evidence WHERE sha256 = $1::bytea AND erased_at IS NULL LIMIT 1"
        return try !rows(sql, [.bytes(sha256)]).isEmpty
    }

    // MARK: Trees

    func treeSize(_ tree: PartnerNumber) throws(StoreError) -> UInt64 {
        try known.treeSizes.one(tree, session) ?? 0
    }

    func treeNodes(
        _ tree: PartnerNumber, level: Int, from index: UInt64, count: Int
    ) throws(StoreError) -> [[UInt8]] {
        let sql = """
            SELECT hash FROM tree_node
            WHERE tree = $1::int8 AND level = $2::int8::int2 AND place >= $3::int8
            ORDER BY place LIMIT $4::int8
            """
        let values: [PGValue] = [
            .integer(Int64(tree.value)), .integer(Int64(level)),
            .integer(Int64(clamping: index)), .integer(Int64(count)),
        ]
        return try all(sql, values) { $0.bytes(0) }
    }
}
