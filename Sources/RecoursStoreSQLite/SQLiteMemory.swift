// SPDX-License-Identifier: EUPL-1.2

internal import CSQLite

/// SQLite's memory in this process.
enum SQLiteMemory {
    /// SQLite counts the memory that it takes, under one lock of the process, and a row takes some
    /// fifty times. Nobody asks for the count.
    ///
    /// - Returns: whether it has stopped: not once any connection has been opened.
    static func stopCounting() -> Bool { recours_sqlite_stop_counting_memory() == SQLITE_OK }
}
