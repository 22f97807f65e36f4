// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCases
package import RecoursStore

/// The tables of a store's file in one snapshot; the store is locked, and nobody serves it.
package final class SQLiteTables: TableSource {
    package let identity: StoreIdentity
    package var reader: any StoreReader { lookup }
    private let connection: SQLiteConnection
    private let lookup: SQLiteReader
    private let journal: ErasureJournal
    /// Keeps servers away.
    private let lock: StoreDirectory?

    /// Opens the store in a directory. Throws `locked` if it is served, `incomplete` if an older
    /// version has left work in it that a start does.
    package convenience init(directory: String) throws(StoreError) {
        let lock = try StoreDirectory(path: directory)
        let schema = try SQLiteConnection.check(lock.databasePath)
        guard schema == SQLiteSchema.newest else { throw Self.isOlder }
        let connection = try SQLiteConnection.reader(
            path: lock.databasePath, cacheKibibytes: SQLiteStoreOptions().listCacheKibibytes)
        let filled = try connection.text("SELECT is_filled FROM figure_state")
        guard filled == String(SQLiteFigures.filled),
            try connection.texts("SELECT done FROM tree_backlog").isEmpty
        else { throw Self.isOlder }
        try self.init(
            connection, try connection.identity(), ErasureJournal(directory: directory), lock)
    }

    /// - Parameter identity: of a store that is being filled, which has none of its own yet.
    init(
        _ connection: SQLiteConnection, _ identity: StoreIdentity, _ journal: ErasureJournal,
        _ lock: StoreDirectory? = nil
    ) throws(StoreError) {
        self.connection = connection
        self.identity = identity
        self.journal = journal
        self.lock = lock
        lookup = try SQLiteReader(connection, identity.numbers)
        try lookup.beginSnapshot()
    }

    deinit { lookup.endSnapshot() }

    private static let isOlder = StoreError(
        code: .incomplete, message: "The store was last served by an older version",
        remedy: "Let this version serve it once: its start brings it up to date.")

    package func count(of table: StoreTable) throws(StoreError) -> UInt64 {
        try Self.count(of: table, connection, journal)
    }

    static func count(
        of table: StoreTable, _ connection: SQLiteConnection, _ journal: ErasureJournal
    ) throws(StoreError) -> UInt64 {
        if table.name == StoreTable.erasedCases.name {
            return UInt64(Set(try journal.cases()).count)
        }
        return UInt64(try connection.text("SELECT count(*) FROM \(table.name)")) ?? 0
    }

    package func rows(
        of table: StoreTable, after place: ScrubPlace?
    ) throws(StoreError) -> StoreRows {
        if table.name == StoreTable.erasedCases.name { return try erased(after: place) }
        let names = table.columns.map { $0.sqliteName(in: table) }.joined(separator: ", ")
        let key = table.key.map { $0.sqliteName(in: table) }.joined(separator: ", ")
        let marks = Array(repeating: "?", count: table.key.count).joined(separator: ", ")
        let condition = place == nil ? "" : "WHERE (\(key)) > (\(marks))"
        let statement = try SQLiteStatement(
            connection.handle, "SELECT \(names) FROM \(table.name) \(condition) ORDER BY \(key)")
        for (number, value) in (place?.values ?? []).enumerated() {
            switch value {
            case .integer(let integer): statement.bind(Int32(number + 1), integer)
            case .text(let text): statement.bind(Int32(number + 1), text)
            case .bytes(let bytes): statement.bind(Int32(number + 1), bytes)
            }
        }
        var rows = StoreRows(of: table)
        let checksum = table.place(of: "checksum")
        while !rows.isFull, try statement.step() {
            for (number, column) in table.columns.enumerated() {
                if number == checksum, statement.isNull(Int32(number)) {
                    rows.append(try missingChecksum(of: table, statement), to: number)
                } else {
                    statement.append(column.kind, at: number, to: &rows)
                }
            }
        }
        return rows
    }

    /// A row written before there were checksums gets the one that it would have: other databases
    /// have no rows without.
    private func missingChecksum(
        of table: StoreTable, _ statement: SQLiteStatement
    ) throws(StoreError) -> Int64 {
        try MissingChecksum(table: table, row: statement, lookup: lookup).value()
    }

    private func erased(after place: ScrubPlace?) throws(StoreError) -> StoreRows {
        var rows = StoreRows(of: .erasedCases)
        let all = Set(try journal.cases()).map { ScrubPlace([.bytes($0.bytes)]) }
        for item in all.sorted() where place.map({ item > $0 }) ?? true {
            guard !rows.isFull, case .bytes(let bytes)? = item.values.first else { break }
            rows.append(bytes, to: 0)
        }
        return rows
    }
}

extension StoreTable.Column {
    /// What SQLite's table calls it: that of cases counts them by the name of every table's rows.
    func sqliteName(in table: StoreTable) -> String {
        table.name == "cases" && name == "case_row" ? "row" : "\"\(name)\""
    }
}

extension SQLiteStatement {
    fileprivate func append(_ kind: StoreTable.Kind, at column: Int, to rows: inout StoreRows) {
        let place = Int32(column)
        let isThere = !isNull(place)
        switch kind {
        case .integer, .flag: rows.append(isThere ? integer(place) : nil, to: column)
        case .text, .words: rows.append(isThere ? text(place) : nil, to: column)
        case .bytes, .identifier: rows.append(isThere ? bytes(place) : nil, to: column)
        }
    }
}
