// SPDX-License-Identifier: EUPL-1.2

internal import GRDBSQLite
internal import RecoursStore

/// Moves the log into the database file, on the writing connection, between batches.
///
/// Belongs to the writing thread. No other connection ever checkpoints: SQLite before 3.51.3 can
/// lose commits if one does while another writes (security.md §0.1).
final class SQLiteCheckpoints {
    private let options: SQLiteStoreOptions
    /// Pages in the log after the last commit; SQLite writes it through the hook.
    private let pages: UnsafeMutablePointer<Int32>
    /// At how many pages the next checkpoint is tried.
    private var threshold: Int32
    private var lastIdentityCheck = ContinuousClock.now

    init(_ connection: SQLiteConnection, options: SQLiteStoreOptions) {
        self.options = options
        threshold = options.checkpointPages
        pages = .allocate(capacity: 1)
        pages.initialize(to: 0)
        _ = sqlite3_wal_hook(
            connection.handle,
            { context, _, _, pages in
                context?.storeBytes(of: pages, as: Int32.self)
                return SQLITE_OK
            }, pages)
        sqlite3_busy_timeout(connection.handle, options.checkpointWaitMilliseconds)
    }

    deinit {
        // The connection is closed before: it keeps the hook's pointer.
        pages.deallocate()
    }

    /// A checkpoint if the log is long, and once a minute a look whether the file is still the
    /// same.
    ///
    /// - Parameter mayWait: whether an overlong log's readers may be waited for; in vain while one
    ///   is copying all of it, and every command behind it would wait too.
    func runIfDue(
        _ connection: SQLiteConnection, _ directory: StoreDirectory, mayWait: Bool
    ) throws(StoreError) {
        if pages.pointee >= threshold { try checkpoint(connection, mayWait: mayWait) }
        let now = ContinuousClock.now
        if now - lastIdentityCheck >= .seconds(60) {
            lastIdentityCheck = now
            try directory.checkIdentity()
        }
    }

    /// Empties the log before the store closes.
    func runLast(_ connection: SQLiteConnection) {
        sqlite3_wal_checkpoint_v2(
            connection.handle, nil, SQLITE_CHECKPOINT_TRUNCATE, nil, nil)
        _ = sqlite3_wal_hook(connection.handle, nil, nil)
    }

    private func checkpoint(
        _ connection: SQLiteConnection, mayWait: Bool
    ) throws(StoreError) {
        // A passive one waits for nobody; only a log that readers have kept growing is waited for.
        let isOverlong = pages.pointee >= options.checkpointPages &* 4
        let mode = isOverlong && mayWait ? SQLITE_CHECKPOINT_RESTART : SQLITE_CHECKPOINT_PASSIVE
        var inLog: Int32 = 0
        var done: Int32 = 0
        let code = sqlite3_wal_checkpoint_v2(connection.handle, nil, mode, &inLog, &done)
        switch code & 0xFF {
        case SQLITE_OK, SQLITE_BUSY, SQLITE_LOCKED, SQLITE_FULL:
            // A full disk stops new writes by its reserve; the log stays and is tried again. What
            // could not be moved now is not tried again at once either.
            threshold =
                done >= inLog && code == SQLITE_OK
                ? options.checkpointPages : pages.pointee &+ options.checkpointPages / 4
        default: throw StoreError(code, connection.handle, during: "checkpointing")
        }
        if done >= inLog, code == SQLITE_OK { pages.pointee = 0 }
    }
}
