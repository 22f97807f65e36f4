// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCases
package import RecoursStore

/// The tables of a database in one snapshot.
package final class PostgreSQLTables: TableSource {
    package let identity: StoreIdentity
    package var reader: any StoreReader { lookup }
    private let lookup: PostgreSQLReader
    /// How many rows are fetched next, beginning with few: what is beyond a portion's bytes is
    /// fetched once more.
    private var portion = (table: "", rows: 0)
    private static let firstRows = 128

    /// Opens a store that nobody serves. Throws `locked` if a server is connected.
    package convenience init(_ options: PostgreSQLStoreOptions) throws(StoreError) {
        let session = PGSession(options.forCopying)
        try PostgreSQLMigrations().run(on: session)
        // It would leave behind what it does not know.
        try PostgreSQLMigrations().checkKnown(session)
        try Self.checkUnserved(session)
        try self.init(session, try PostgreSQLMigrations.identity(session))
    }

    /// - Parameter identity: of a store that is being filled, which has none of its own yet.
    init(_ session: PGSession, _ identity: StoreIdentity) throws(StoreError) {
        self.identity = identity
        lookup = PostgreSQLReader(session, identity.numbers)
        try lookup.beginSnapshot()
    }

    deinit { lookup.endSnapshot() }

    /// Servers are known by the name that they give their connections.
    static func checkUnserved(_ session: PGSession) throws(StoreError) {
        let servers = try session.rows(
            PGRequest(
                """
                SELECT count(*) FROM pg_stat_activity
                WHERE datname = current_database() AND application_name = $1::text
                """, [.text(PostgreSQLStoreOptions.serverName)]))
        guard servers.first?.integer(0) == 0 else { throw .served("The database") }
    }

    package func count(of table: StoreTable) throws(StoreError) -> UInt64 {
        try lookup.session.count(of: table)
    }

    package func rows(
        of table: StoreTable, after place: ScrubPlace?
    ) throws(StoreError) -> StoreRows {
        let names = table.columns.map(\.postgreSQLValue).joined(separator: ", ")
        let key = table.key.map(\.postgreSQLName).joined(separator: ", ")
        let marks = table.key.enumerated().map { "$\($0.offset + 2)::\($0.element.kind.type)" }
        let condition =
            place == nil ? "" : "WHERE (\(key)) > (\(marks.joined(separator: ", ")))"
        if portion.table != table.name { portion = (table.name, Self.firstRows) }
        let found = try lookup.rows(
            """
            SELECT \(names) FROM \(table.name) \(condition)
            ORDER BY \(key) LIMIT $1::int8
            """, [.integer(Int64(portion.rows))] + (place?.columns ?? []))
        var rows = StoreRows(of: table)
        for row in found {
            if rows.isFull { break }
            for (number, column) in table.columns.enumerated() {
                row.append(column.kind, at: number, to: &rows)
            }
        }
        portion.rows = rows.isFull ? rows.count : min(2 * portion.rows, StoreRows.mostRows)
        return rows
    }
}

extension PGSession {
    func count(of table: StoreTable) throws(StoreError) -> UInt64 {
        try rows(PGRequest("SELECT count(*) FROM \(table.name)")).first?.unsigned(0) ?? 0
    }
}

extension PostgreSQLStoreOptions {
    /// For work that takes as long as it takes, beside which nobody serves.
    var forCopying: PostgreSQLStoreOptions {
        var options = self
        options.name = "recoursd store"
        options.statementTime = .seconds(3_600)
        options.idleTime = .seconds(86_400)
        return options
    }
}

extension ScrubPlace {
    /// As parameters of a statement.
    var columns: [PGValue] {
        values.map { value in
            switch value {
            case .integer(let number): .integer(number)
            case .text(let text): .text(text)
            case .bytes(let bytes): .bytes(bytes)
            }
        }
    }
}

extension StoreTable.Kind {
    /// Of a parameter; a column of whole numbers may be narrower.
    var type: PGType {
        switch self {
        case .integer: .int8
        case .flag: .bool
        case .text, .words: .text
        case .bytes: .bytea
        case .identifier: .uuid
        }
    }
}

extension StoreTable.Column {
    /// In quotation marks: some are words of SQL.
    var postgreSQLName: String { "\"\(name)\"" }

    fileprivate var postgreSQLValue: String {
        guard kind == .words else { return postgreSQLName }
        return "array_to_string(\(postgreSQLName), \(Self.separator))"
    }

    static let separator = "chr(\(StoreTable.separator.asciiValue ?? 0))"
}

extension PGRow {
    fileprivate func append(_ kind: StoreTable.Kind, at column: Int, to rows: inout StoreRows) {
        let isThere = !isNull(column)
        switch kind {
        case .integer, .flag: rows.append(optional(column), to: column)
        case .text, .words: rows.append(isThere ? text(column) : nil, to: column)
        case .bytes, .identifier: rows.append(isThere ? bytes(column) : nil, to: column)
        }
    }
}
