// SPDX-License-Identifier: EUPL-1.2

internal import GRDBSQLite
internal import RecoursStore

/// Copies a database page by page while another connection goes on writing to it.
///
/// SQLite begins such a copy anew when somebody else writes, unless the source is in a read
/// transaction, as here: then all pages are of the moment at which that began. `VACUUM INTO` would
/// tell nothing of how far it is, and make every index again beside a server that has work to do.
struct SQLiteCopy {
    /// 256 KiB at a time: enough to be quick, little enough to be told of and given up.
    private static let pagesAStep: Int32 = 64

    private let source: SQLiteConnection

    /// - Parameter source: a reader of its own.
    init(from source: SQLiteConnection) {
        self.source = source
    }

    /// Writes the copy; its file is whole, but not yet durable.
    func run(
        to path: String,
        _ goesOn: (_ done: UInt64, _ total: UInt64) throws(StoreError) -> Void
    ) throws(StoreError) {
        try source.run("BEGIN")
        // The transaction begins with the first read.
        _ = try source.text("SELECT count(*) FROM store")
        defer { try? source.run("ROLLBACK") }
        let target = try SQLiteConnection.target(path: path)
        try pour(into: target, goesOn)
        // A copy in WAL mode could not be opened without files made beside it.
        let mode = try target.text("PRAGMA journal_mode = DELETE")
        guard mode == "delete" else {
            throw .internalError("The copy's journal mode is \"\(mode)\"")
        }
    }

    private func pour(
        into target: SQLiteConnection,
        _ goesOn: (_ done: UInt64, _ total: UInt64) throws(StoreError) -> Void
    ) throws(StoreError) {
        guard let backup = sqlite3_backup_init(target.handle, "main", source.handle, "main") else {
            throw StoreError(
                sqlite3_errcode(target.handle), target.handle, during: "beginning a copy")
        }
        // Given up or done, it lets go of both connections.
        defer { sqlite3_backup_finish(backup) }
        let pageBytes = UInt64(try source.text("PRAGMA page_size")) ?? 4_096
        while true {
            let code = sqlite3_backup_step(backup, Self.pagesAStep)
            guard code == SQLITE_OK || code == SQLITE_DONE else {
                throw StoreError(code, target.handle, during: "copying the database")
            }
            let total = UInt64(sqlite3_backup_pagecount(backup))
            let left = UInt64(sqlite3_backup_remaining(backup))
            try goesOn((total - left) * pageBytes, total * pageBytes)
            if code == SQLITE_DONE { return }
        }
    }
}
