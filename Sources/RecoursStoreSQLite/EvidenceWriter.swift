// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCases
internal import RecoursStore

/// Writes records of files within a batch's transaction.
final class EvidenceWriter {
    private let put: SQLiteStatement
    private let drop: SQLiteStatement

    init(_ handle: OpaquePointer) throws(StoreError) {
        put = try SQLiteStatement(
            handle,
            """
            INSERT INTO evidence (id, owner, owner_kind, case_row, name, size, sha256, media, scan,
                visibility, channel, captured_at, source_url, created_at, checksum, erased_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (id) DO UPDATE SET case_row = excluded.case_row, name = excluded.name,
                scan = excluded.scan, visibility = excluded.visibility,
                channel = excluded.channel, captured_at = excluded.captured_at,
                source_url = excluded.source_url, checksum = excluded.checksum,
                erased_at = excluded.erased_at
            """)
        drop = try SQLiteStatement(handle, "DELETE FROM evidence WHERE id = ?")
    }

    func write(_ writes: borrowing WriteSet) throws(StoreError) {
        // In the order of their identifiers, which is about that of the table.
        for identifier in writes.evidence.keys.sorted() {
            if let record = writes.evidence[identifier] { try write(record) }
        }
        for identifier in writes.droppedEvidence {
            drop.bind(1, high: identifier.high, low: identifier.low)
            try drop.run()
        }
    }

    private func write(_ record: EvidenceRecord) throws(StoreError) {
        put.bind(1, high: record.identifier.high, low: record.identifier.low)
        put.bind(2, Int64(record.owner.value))
        put.bind(3, Int64(record.ownerKind.rawValue))
        put.bind(4, record.caseRow.map { Int64(bitPattern: $0) })
        put.bind(5, record.name)
        put.bind(6, record.size)
        put.bind(7, record.sha256)
        put.bind(8, Int64(record.media.rawValue))
        put.bind(9, Int64(record.scan.rawValue))
        put.bind(10, Int64(record.visibility.rawValue))
        put.bind(11, record.channel.map { Int64($0.rawValue) })
        put.bind(12, record.capturedAt?.millisecondsSince1970)
        put.bind(13, record.sourceURL)
        put.bind(14, record.createdAt.millisecondsSince1970)
        put.bind(15, record.checksum)
        put.bind(16, record.erasedAt?.millisecondsSince1970)
        try put.run()
    }
}
