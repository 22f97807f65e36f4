// SPDX-License-Identifier: EUPL-1.2

internal import GRDBSQLite
internal import RecoursStore

// What SQLite's result codes mean for a store.
extension StoreError {
    /// The error of a call that is not COMMIT: whatever it was, nothing is on disk.
    init(_ code: Int32, _ connection: OpaquePointer?, during what: String) {
        let text = connection.map { String(cString: sqlite3_errmsg($0)) } ?? "no connection"
        let extended = connection.map { sqlite3_extended_errcode($0) } ?? code
        let cause = "SQLite \(extended) while \(what): \(text)"
        switch code & 0xFF {
        case SQLITE_FULL:
            self.init(
                code: .storageFull, message: "The disk is full",
                remedy: "Make room on the disk; writes then go on by themselves.", cause: cause)
        case SQLITE_CORRUPT, SQLITE_NOTADB:
            self.init(
                code: .corrupted, message: "The database file is damaged",
                remedy: StoreError.restoring,
                cause: cause)
        case SQLITE_IOERR, SQLITE_CANTOPEN, SQLITE_READONLY, SQLITE_PERM, SQLITE_NOMEM:
            self.init(
                code: .storageFailed, message: "The storage failed",
                remedy: "Check the disk and the file's permissions, then start the server again.",
                cause: cause)
        case SQLITE_BUSY, SQLITE_LOCKED:
            self.init(
                code: .locked, message: "Another program is using the database file",
                remedy: "Stop it: only one server may open a store.", cause: cause)
        default:
            self.init(
                code: .internalError, message: "The database refused a statement",
                remedy: "Report this: it is a bug of the store.", cause: cause)
        }
    }

    /// The error of a COMMIT: SQLite may show the transaction after a restart (security.md §0.3).
    static func failedCommit(_ cause: StoreError) -> StoreError {
        StoreError(
            code: .outcomeUnknown,
            message: "The store could not confirm that the transaction is on disk",
            remedy: "Retry with the same idempotency key once the server is back.",
            cause: cause.cause ?? cause.message)
    }
}
