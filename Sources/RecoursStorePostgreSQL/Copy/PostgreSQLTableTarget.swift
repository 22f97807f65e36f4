// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCases
package import RecoursStore

/// A database that is filled from another store, while no server is connected.
///
/// The row that says which store this is goes first and comes last, so that no server of any
/// version opens it in between; `store_copy` says meanwhile where the rows are from.
package final class PostgreSQLTableTarget: TableTarget {
    private let options: PostgreSQLStoreOptions
    private let session: PGSession
    private var identity: StoreIdentity?
    /// Rows are on their way, and their answer is not read yet: the next are fetched meanwhile.
    private var isWriting = false

    /// Makes the tables if they are missing. Throws `locked` if a server is connected.
    package init(_ options: PostgreSQLStoreOptions) throws(StoreError) {
        self.options = options.forCopying
        session = PGSession(self.options)
        try PostgreSQLMigrations().run(on: session)
        // It would leave behind what it does not know.
        try PostgreSQLMigrations().checkKnown(session)
        try PostgreSQLTables.checkUnserved(session)
    }

    package func state(for store: StoreIdentity) throws(StoreError) -> TargetState {
        identity = store
        let filling = try PostgreSQLMigrations.copiedFrom(session)
        var contents: [(table: String, rows: UInt64)] = []
        for table in StoreTable.all {
            let rows = try count(of: table)
            if rows > 0 { contents.append((table.name, rows)) }
        }
        return TargetState(
            of: store, filling: filling,
            own: filling == nil ? try PostgreSQLMigrations.identity(session).epoch : nil,
            contents: contents)
    }

    package func begin(_ store: StoreIdentity) throws(StoreError) {
        try transaction([
            PGRequest("DELETE FROM store"), PGRequest("CREATE TABLE store_copy (epoch UUID)"),
            PGRequest("INSERT INTO store_copy VALUES ($1::uuid)", [.bytes(store.epoch)]),
        ])
        // One may have connected and read the row before it went.
        try PostgreSQLTables.checkUnserved(session)
    }

    package func count(of table: StoreTable) throws(StoreError) -> UInt64 {
        try flush()
        return try session.count(of: table)
    }

    package func lastPlace(in table: StoreTable) throws(StoreError) -> ScrubPlace? {
        // The next statement would throw away what became of the rows on their way.
        try flush()
        let key = table.key.map(\.postgreSQLName)
        let order = key.map { "\($0) DESC" }.joined(separator: ", ")
        let found = try session.rows(
            PGRequest(
                """
                SELECT \(key.joined(separator: ", ")) FROM \(table.name) ORDER BY \(order) LIMIT 1
                """))
        return found.first.map { row in
            ScrubPlace(
                table.key.enumerated().map { number, column in
                    switch column.kind {
                    case .integer, .flag: .integer(row.integer(number))
                    case .text, .words: .text(row.text(number))
                    case .bytes, .identifier: .bytes(row.bytes(number))
                    }
                })
        }
    }

    package func write(_ rows: StoreRows) throws(StoreError) {
        let table = rows.table
        let names = table.columns.map(\.postgreSQLName).joined(separator: ", ")
        let arrays = table.columns.enumerated().map { "$\($0.offset + 1)::\($0.element.array)[]" }
        let aliases = table.columns.indices.map { "c\($0)" }.joined(separator: ", ")
        let values = table.columns.enumerated().map { $0.element.value(of: "c\($0.offset)") }
        let insert = PGRequest(
            """
            INSERT INTO \(table.name) (\(names)) OVERRIDING SYSTEM VALUE
            SELECT \(values.joined(separator: ", "))
            FROM unnest(\(arrays.joined(separator: ", "))) AS rows (\(aliases))
            """,
            zip(table.columns, rows.columns).map { $0.kind.parameter($1) })
        try flush()
        let connection = try open()
        try PGSession.translating { () throws(PGError) in
            try connection.send([PGRequest("BEGIN"), insert, PGRequest("COMMIT")])
        }
        isWriting = true
    }

    package func flush() throws(StoreError) {
        guard isWriting else { return }
        isWriting = false
        let connection = try open()
        try PGSession.translating { () throws(PGError) in
            guard try connection.receive().last?.tag == "COMMIT" else {
                throw PGError(sqlState: "40000", message: "COMMIT rolled the transaction back")
            }
        }
    }

    package func written() throws(StoreError) -> any TableSource {
        guard let identity else { throw .internalError("A copy that was not begun") }
        let session = PGSession(options)
        _ = try session.open()
        return try PostgreSQLTables(session, identity)
    }

    package func finish(_ store: StoreIdentity) throws(StoreError) {
        let counters = ["case_class", "identity_read"].map { table in
            PGRequest(
                """
                SELECT setval(pg_get_serial_sequence('\(table)', 'number'),
                    greatest(max(number), 1), max(number) IS NOT NULL) FROM \(table)
                """)
        }
        try transaction(
            counters + [
                PGRequest(
                    "INSERT INTO store (id, epoch, number_key0, number_key1) "
                        + "VALUES (1, $1::uuid, $2::int8, $3::int8)",
                    [
                        .bytes(store.epoch), .integer(store.numberKey0),
                        .integer(store.numberKey1),
                    ]),
                PGRequest("DROP TABLE store_copy"),
            ])
        _ = try session.rows(PGRequest("ANALYZE"))
    }

    private func open() throws(StoreError) -> PGConnection {
        guard let connection = session.current else {
            throw .unavailable("The connection was lost")
        }
        return connection
    }

    private func transaction(_ requests: [PGRequest]) throws(StoreError) {
        try flush()
        let results = try session.run([PGRequest("BEGIN")] + requests + [PGRequest("COMMIT")])
        guard results.last?.tag == "COMMIT" else {
            throw .unavailable("COMMIT rolled the transaction back")
        }
    }
}

extension StoreTable.Column {
    /// Of the elements that its values are sent as.
    fileprivate var array: PGType { kind == .flag ? .int8 : kind.type }

    /// What makes the column's own of what is sent.
    fileprivate func value(of sent: String) -> String {
        switch kind {
        case .integer, .text, .bytes, .identifier: sent
        case .flag: "\(sent) <> 0"
        case .words: "string_to_array(\(sent), \(Self.separator))"
        }
    }
}

extension StoreTable.Kind {
    fileprivate func parameter(_ column: StoreRows.Column) -> PGValue {
        switch self {
        case .integer, .flag: .integers(column.integers)
        case .text, .words: .texts(column.texts)
        case .bytes: .blobs(column.blobs)
        case .identifier:
            .identifiers(column.blobs.map { $0.flatMap(CaseIdentifier.init(bytes:)) })
        }
    }
}
