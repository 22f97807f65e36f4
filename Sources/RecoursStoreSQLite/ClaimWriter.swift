// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCases
internal import RecoursStore

/// Writes what a batch changes of works and claims.
final class ClaimWriter {
    private let insertWork: SQLiteStatement
    private let putClaim: SQLiteStatement
    private let putListing: SQLiteStatement
    private let insertCall: SQLiteStatement

    init(_ connection: SQLiteConnection) throws(StoreError) {
        let handle = connection.handle
        insertWork = try SQLiteStatement(
            handle, "INSERT INTO work (\(ClaimRows.work)) VALUES (?, ?, ?, ?, ?)")
        putClaim = try SQLiteStatement(
            handle,
            """
            INSERT INTO claim (\(ClaimRows.claim)) VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (number) DO UPDATE
            SET checksum = excluded.checksum, body = excluded.body
            """)
        putListing = try SQLiteStatement(
            handle,
            """
            INSERT INTO claim_listing (\(ClaimRows.listing))
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (number) DO UPDATE SET awaits = excluded.awaits,
                report = excluded.report, checksum = excluded.checksum, body = excluded.body
            """)
        insertCall = try SQLiteStatement(
            handle, "INSERT INTO claim_call (\(ClaimRows.call)) VALUES (?, ?, ?, ?, ?, ?)")
    }

    func write(_ writes: borrowing ClaimWrites) throws(StoreError) {
        for record in writes.works { try write(record) }
        for number in writes.claims.keys.sorted() {
            if let record = writes.claims[number] { try write(record) }
        }
        for number in writes.listings.keys.sorted() {
            if let record = writes.listings[number] { try write(record) }
        }
        for record in writes.calls { try write(record) }
    }

    private func write(_ record: WorkRecord) throws(StoreError) {
        insertWork.bind(1, record.number)
        insertWork.bind(2, high: record.identifier.value.high, low: record.identifier.value.low)
        insertWork.bind(3, Int64(record.registrant.value))
        insertWork.bind(4, RowChecksum.of(record))
        insertWork.bind(5, record.body)
        try insertWork.run()
    }

    private func write(_ record: ClaimRecord) throws(StoreError) {
        putClaim.bind(1, record.number)
        putClaim.bind(2, high: record.identifier.value.high, low: record.identifier.value.low)
        putClaim.bind(3, Int64(record.registrant.value))
        putClaim.bind(4, record.work)
        putClaim.bind(5, RowChecksum.of(record))
        putClaim.bind(6, record.body)
        try putClaim.run()
    }

    private func write(_ record: ClaimListingRecord) throws(StoreError) {
        putListing.bind(1, record.number)
        putListing.bind(2, high: record.identifier.value.high, low: record.identifier.value.low)
        putListing.bind(3, record.name.claim)
        putListing.bind(4, Int64(record.registrant.value))
        putListing.bind(5, record.name.platform)
        putListing.bind(6, record.name.platformListingIdentifier)
        putListing.bind(7, record.awaitsReview ? 1 : 0 as Int64)
        putListing.bind(8, record.report.map(Int64.init(clamping:)))
        putListing.bind(9, RowChecksum.of(record))
        putListing.bind(10, record.body)
        try putListing.run()
    }

    private func write(_ record: ClaimCallRecord) throws(StoreError) {
        insertCall.bind(1, Int64(record.partner.value))
        insertCall.bind(2, record.origin.key)
        insertCall.bind(3, record.origin.fingerprint)
        insertCall.bind(4, record.at.millisecondsSince1970)
        insertCall.bind(5, record.result)
        insertCall.bind(6, RowChecksum.of(record))
        try insertCall.run()
    }
}
