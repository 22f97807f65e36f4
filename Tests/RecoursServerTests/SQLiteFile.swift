// SPDX-License-Identifier: EUPL-1.2

import GRDBSQLite
import Testing

/// A database's file, changed behind the server's back.
enum SQLiteFile {
    static func change(_ path: String, _ sql: String) throws {
        var connection: OpaquePointer?
        defer { sqlite3_close(connection) }
        try #require(sqlite3_open(path, &connection) == SQLITE_OK)
        try #require(sqlite3_exec(connection, sql, nil, nil, nil) == SQLITE_OK)
    }
}
