// SPDX-License-Identifier: EUPL-1.2

package import RecoursStore

/// Makes another store of a copy: what the store it comes from handed out since the copy was made
/// is not of this one.
package enum SQLiteRestoration {
    /// Brings a copy up to this program's schema, gives it an epoch of its own and lets its new
    /// cases be numbered far behind its last. All of it is durable when this returns, and in the
    /// one file.
    package static func renew(_ path: String) throws(StoreError) {
        let connection = try SQLiteConnection.writer(path: path, options: SQLiteStoreOptions())
        try connection.run("BEGIN IMMEDIATE")
        try connection.run("UPDATE store SET epoch = randomblob(16)")
        // Of a copy that was restored before, the gap may be behind its last case.
        try connection.run(
            """
            INSERT INTO row_gap SELECT top + 1, top + \(StoreIdentity.skippedRows) FROM (
                SELECT max(ifnull((SELECT max(row) FROM cases), 0),
                    ifnull((SELECT max(last) FROM row_gap), 0)) AS top)
            """)
        try connection.run("COMMIT")
        try connection.run("PRAGMA wal_checkpoint(TRUNCATE)")
        let mode = try connection.text("PRAGMA journal_mode = DELETE")
        guard mode == "delete" else {
            throw .internalError("The restored database's journal mode is \"\(mode)\"")
        }
        try StoreDirectory.sync(file: path)
    }
}
