// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCases
package import RecoursStore

/// A store's file that is filled from another store; it is locked meanwhile.
package final class SQLiteTableTarget: TableTarget {
    private let lock: StoreDirectory
    private let connection: SQLiteConnection
    private let journal: ErasureJournal
    private var identity: StoreIdentity?

    /// Makes the directory and the file if they are missing. Throws `locked` if it is served.
    package init(directory: String) throws(StoreError) {
        lock = try StoreDirectory(path: directory)
        journal = ErasureJournal(directory: directory)
        connection = try SQLiteConnection.writer(
            path: lock.databasePath, options: SQLiteStoreOptions())
        try lock.sync()
    }

    package func state(for store: StoreIdentity) throws(StoreError) -> TargetState {
        identity = store
        let filling = try connection.copiedFrom()
        var contents: [(table: String, rows: UInt64)] = []
        for table in StoreTable.all {
            let rows = try count(of: table)
            if rows > 0 { contents.append((table.name, rows)) }
        }
        return TargetState(
            of: store, filling: filling,
            own: filling == nil ? try connection.identity().epoch : nil, contents: contents)
    }

    package func begin(_ store: StoreIdentity) throws(StoreError) {
        try transaction { () throws(StoreError) in
            try connection.run("DELETE FROM store")
            try connection.run("CREATE TABLE store_copy (epoch BLOB NOT NULL) STRICT")
            let insert = try SQLiteStatement(
                connection.handle, "INSERT INTO store_copy VALUES (?)")
            insert.bind(1, store.epoch)
            try insert.run()
        }
    }

    package func count(of table: StoreTable) throws(StoreError) -> UInt64 {
        try SQLiteTables.count(of: table, connection, journal)
    }

    package func lastPlace(in table: StoreTable) throws(StoreError) -> ScrubPlace? {
        // A few lines in a file: those that are there are known by themselves.
        if table.name == StoreTable.erasedCases.name { return nil }
        let key = table.key.map { $0.sqliteName(in: table) }
        let order = key.map { "\($0) DESC" }.joined(separator: ", ")
        let statement = try SQLiteStatement(
            connection.handle,
            "SELECT \(key.joined(separator: ", ")) FROM \(table.name) ORDER BY \(order) LIMIT 1")
        return try statement.step() ? statement.place(key.count) : nil
    }

    package func write(_ rows: StoreRows) throws(StoreError) {
        if rows.table.name == StoreTable.erasedCases.name { return try writeErased(rows) }
        let names = rows.table.columns.map { $0.sqliteName(in: rows.table) }
        let marks = Array(repeating: "?", count: names.count).joined(separator: ", ")
        let insert = try SQLiteStatement(
            connection.handle,
            """
            INSERT INTO \(rows.table.name) (\(names.joined(separator: ", "))) VALUES (\(marks))
            """)
        try transaction { () throws(StoreError) in
            for row in 0..<rows.count {
                for (number, column) in rows.table.columns.enumerated() {
                    insert.bind(Int32(number + 1), column.kind, rows.columns[number], row)
                }
                try insert.run()
            }
        }
        try connection.run("PRAGMA wal_checkpoint(PASSIVE)")
    }

    private func writeErased(_ rows: StoreRows) throws(StoreError) {
        let known = Set(try journal.cases())
        let listed = rows.columns[0].blobs.compactMap { $0.flatMap(CaseIdentifier.init(bytes:)) }
        if try journal.append(listed.filter { !known.contains($0) }) { try lock.sync() }
    }

    package func flush() {}

    package func written() throws(StoreError) -> any TableSource {
        guard let identity else { throw .internalError("A copy that was not begun") }
        let reader = try SQLiteConnection.reader(
            path: lock.databasePath, cacheKibibytes: SQLiteStoreOptions().listCacheKibibytes)
        return try SQLiteTables(reader, identity, journal)
    }

    package func finish(_ store: StoreIdentity) throws(StoreError) {
        try transaction { () throws(StoreError) in
            let insert = try SQLiteStatement(
                connection.handle, "INSERT INTO store VALUES (1, 1, ?, ?, ?)")
            insert.bind(1, store.epoch)
            insert.bind(2, store.numberKey0)
            insert.bind(3, store.numberKey1)
            try insert.run()
            try connection.run("UPDATE figure_state SET is_filled = \(SQLiteFigures.filled)")
            try connection.run("DROP TABLE store_copy")
        }
        try connection.run("PRAGMA wal_checkpoint(TRUNCATE)")
    }

    private func transaction(_ body: () throws(StoreError) -> Void) throws(StoreError) {
        try connection.run("BEGIN IMMEDIATE")
        do throws(StoreError) {
            try body()
            try connection.run("COMMIT")
        } catch {
            try? connection.run("ROLLBACK")
            throw error
        }
    }
}

extension SQLiteConnection {
    /// The epoch of the store that is being copied into this one; nil if none is.
    func copiedFrom() throws(StoreError) -> [UInt8]? {
        let table = try text("SELECT count(*) FROM sqlite_schema WHERE name = 'store_copy'")
        guard table == "1" else { return nil }
        let statement = try SQLiteStatement(handle, "SELECT epoch FROM store_copy")
        return try statement.step() ? statement.bytes(0) : []
    }
}

extension SQLiteStatement {
    fileprivate func bind(
        _ place: Int32, _ kind: StoreTable.Kind, _ column: StoreRows.Column, _ row: Int
    ) {
        switch kind {
        case .integer, .flag: bind(place, column.integers[row])
        case .text, .words:
            // No column of texts is ever without one.
            bind(place, column.texts[row] ?? "")
        case .bytes, .identifier: bind(place, column.blobs[row])
        }
    }
}
