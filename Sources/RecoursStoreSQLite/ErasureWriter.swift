// SPDX-License-Identifier: EUPL-1.2

internal import RecoursStore

/// Destroys what is kept of erased cases, within a batch's transaction. The connection's
/// `secure_delete` overwrites what stood there.
final class ErasureWriter {
    private let eraseEvent: SQLiteStatement
    private let dropReference: SQLiteStatement
    private let eraseReasons: SQLiteStatement
    private let erasePromises: SQLiteStatement

    init(_ handle: OpaquePointer) throws(StoreError) {
        eraseEvent = try SQLiteStatement(
            handle,
            """
            UPDATE event SET fingerprint = ?3, salt = zeroblob(0), bytes = zeroblob(0), leaf = ?2,
                checksum = ?4
            WHERE number = ?1
            """)
        dropReference = try SQLiteStatement(
            handle, "DELETE FROM external_reference WHERE submitter = ? AND reference = ?")
        eraseReasons = try SQLiteStatement(
            handle, "UPDATE identity_read SET reason = '' WHERE case_row = ? AND reason <> ''")
        erasePromises = try SQLiteStatement(
            handle, "UPDATE commitment SET text = '' WHERE case_row = ?")
    }

    func write(_ erasure: CaseErasure) throws(StoreError) {
        for event in erasure.events {
            let address = EventAddress(caseRow: erasure.caseRow, sequence: event.sequence)
            eraseEvent.bind(1, address.eventNumber)
            eraseEvent.bind(2, event.leaf)
            eraseEvent.bind(3, event.origin?.fingerprint)
            eraseEvent.bind(4, RowChecksum.of(event))
            try eraseEvent.run()
        }
        dropReference.bind(1, Int64(erasure.submitter.value))
        dropReference.bind(2, erasure.externalReference)
        try dropReference.run()
        for statement in [eraseReasons, erasePromises] {
            statement.bind(1, erasure.caseRow)
            try statement.run()
        }
    }
}
