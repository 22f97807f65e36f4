// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCases
internal import RecoursStore

/// Finds records of files over one connection.
final class EvidenceStatements {
    static let columns = """
        id, owner, owner_kind, case_row, name, size, sha256, media, scan, visibility, channel, \
        captured_at, source_url, created_at, checksum, erased_at
        """

    private let byIdentifier: SQLiteStatement
    private let byCase: SQLiteStatement
    private let useOfOwner: SQLiteStatement
    private let ofOwner: SQLiteStatement
    private let ofAge: SQLiteStatement
    private let byContent: SQLiteStatement
    private let notScanned: SQLiteStatement
    private let all: SQLiteStatement

    init(_ handle: OpaquePointer) throws(StoreError) {
        let select = "SELECT \(Self.columns) FROM evidence"
        byIdentifier = try SQLiteStatement(handle, "\(select) WHERE id = ?")
        byCase = try SQLiteStatement(handle, "\(select) WHERE case_row = ?")
        useOfOwner = try SQLiteStatement(
            handle,
            "SELECT count(*), sum(size) FROM evidence WHERE owner = ? AND case_row IS NULL")
        ofOwner = try SQLiteStatement(
            handle,
            """
            \(select) WHERE owner = ? AND case_row IS NULL ORDER BY created_at, id LIMIT ?
            """)
        ofAge = try SQLiteStatement(
            handle,
            """
            \(select) WHERE created_at < ? AND case_row IS NULL ORDER BY created_at, id LIMIT ?
            """)
        all = try SQLiteStatement(handle, "\(select) ORDER BY id")
        notScanned = try SQLiteStatement(
            handle,
            """
            \(select) INDEXED BY evidence_pending WHERE scan = 1 AND erased_at IS NULL
                AND (created_at, id) > (?, ?)
            ORDER BY created_at, id LIMIT ?
            """)
        byContent = try SQLiteStatement(
            handle, "SELECT 1 FROM evidence WHERE sha256 = ? AND erased_at IS NULL LIMIT 1")
    }

    func record(_ identifier: EvidenceIdentifier) throws(StoreError) -> EvidenceRecord? {
        byIdentifier.bind(1, high: identifier.high, low: identifier.low)
        return try records(byIdentifier).first
    }

    func records(caseRow: UInt64) throws(StoreError) -> [EvidenceRecord] {
        byCase.bind(1, caseRow)
        return try records(byCase)
    }

    func use(of owner: PartnerNumber) throws(StoreError) -> EvidenceUse {
        defer { useOfOwner.reset() }
        useOfOwner.bind(1, Int64(owner.value))
        guard try useOfOwner.step() else { throw .internalError("No sum of files") }
        return EvidenceUse(files: Int(useOfOwner.integer(0)), bytes: useOfOwner.unsigned(1))
    }

    func unattached(of owner: PartnerNumber, limit: Int) throws(StoreError) -> [EvidenceRecord] {
        ofOwner.bind(1, Int64(owner.value))
        ofOwner.bind(2, Int64(limit))
        return try records(ofOwner)
    }

    func unattached(
        before instant: Instant, limit: Int
    ) throws(StoreError) -> [EvidenceRecord] {
        ofAge.bind(1, instant.millisecondsSince1970)
        ofAge.bind(2, Int64(limit))
        return try records(ofAge)
    }

    func pending(
        after position: EvidencePosition?, limit: Int
    ) throws(StoreError) -> [EvidenceRecord] {
        notScanned.bind(1, position?.createdAt.millisecondsSince1970 ?? .min)
        let last = position?.identifier
        notScanned.bind(2, high: last?.high ?? 0, low: last?.low ?? 0)
        notScanned.bind(3, Int64(limit))
        return try records(notScanned)
    }

    func names(_ sha256: [UInt8]) throws(StoreError) -> Bool {
        defer { byContent.reset() }
        byContent.bind(1, sha256)
        return try byContent.step()
    }

    /// All records, by identifier; a damaged one throws.
    func visitAll(_ visit: (EvidenceRecord) -> VisitOrder) throws(StoreError) {
        defer { all.reset() }
        while try all.step() {
            if case .stop = visit(try Self.record(all)) { return }
        }
    }

    private func records(_ statement: SQLiteStatement) throws(StoreError) -> [EvidenceRecord] {
        defer { statement.reset() }
        var found: [EvidenceRecord] = []
        while try statement.step() { found.append(try Self.record(statement)) }
        return found
    }

    /// The record at a statement's row. Throws `corrupted` for what no record can be; what can be
    /// is for the checksum to judge.
    static func record(_ row: SQLiteStatement) throws(StoreError) -> EvidenceRecord {
        func number(_ column: Int32) -> Int32 { Int32(truncatingIfNeeded: row.integer(column)) }
        guard let identifier = row.identifier(0),
            let kind = PartnerKind(rawValue: number(2)),
            let media = EvidenceMedia(rawValue: number(7)),
            let scan = EvidenceScan(rawValue: number(8)),
            let visibility = EvidenceVisibility(rawValue: number(9))
        else { throw .corrupted("A file's row") }
        return EvidenceRecord(
            identifier: EvidenceIdentifier(high: identifier.high, low: identifier.low),
            owner: PartnerNumber(UInt32(truncatingIfNeeded: row.integer(1))), ownerKind: kind,
            caseRow: row.isNull(3) ? nil : row.unsigned(3), name: row.text(4),
            size: row.unsigned(5), sha256: row.bytes(6), media: media, scan: scan,
            visibility: visibility, channel: PartySide(rawValue: number(10)),
            capturedAt: row.isNull(11) ? nil : Instant(millisecondsSince1970: row.integer(11)),
            sourceURL: row.text(12), createdAt: Instant(millisecondsSince1970: row.integer(13)),
            erasedAt: row.isNull(15) ? nil : Instant(millisecondsSince1970: row.integer(15)),
            checksum: row.unsigned(14))
    }
}
