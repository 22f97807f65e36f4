// SPDX-License-Identifier: EUPL-1.2

import Foundation
import RecoursCases
import RecoursStore
import StoreContract
import Testing

@testable import RecoursStorePostgreSQL
@testable import RecoursStoreSQLite

@Suite("Moving a store to another database", .timeLimit(.minutes(5)))
struct CopyTests {
    // MARK: What is moved

    @Test("Every table and column of PostgreSQL's is moved, or is known to be its own")
    func tablesOfPostgreSQL() throws {
        let moved = try MovedStore()
        try PostgreSQLBackend(moved.options).close()
        let found = try moved.session().run([
            PGRequest(
                """
                SELECT c.relname || '.' || a.attname FROM pg_class AS c
                JOIN pg_attribute AS a ON a.attrelid = c.oid AND attnum > 0 AND NOT attisdropped
                WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')
                    AND NOT relispartition
                    AND relname NOT IN ('store', 'batch', 'schema_version')
                """)
        ])
        #expect(Set(found[0].map { $0.text(0) }) == Self.columns { $0.name })
    }

    @Test("Every table and column of SQLite's is moved, or is known to be its own")
    func tablesOfSQLite() throws {
        let moved = try MovedStore()
        try moved.file().close()
        let connection = try SQLiteConnection.reader(
            path: "\(moved.directory)/store.sqlite", cacheKibibytes: 64)
        let own = ["store", "figure_state", "tree_backlog", "grdb_migrations"]
        var found: Set<String> = []
        for table in try connection.texts("SELECT name FROM sqlite_schema WHERE type = 'table'")
        where !own.contains(table) && !table.hasPrefix("sqlite_") {
            for column in try connection.texts("SELECT name FROM pragma_table_info('\(table)')") {
                found.insert("\(table).\(column)")
            }
        }
        // Its list of erased cases is a file.
        let expected = Self.columns { $0.name == "case_row" && $1 == "cases" ? "row" : $0.name }
            .filter { !$0.hasPrefix("erased_case.") }
        #expect(found == expected)
    }

    private static func columns(_ name: (StoreTable.Column) -> String) -> Set<String> {
        columns { column, _ in name(column) }
    }

    private static func columns(_ name: (StoreTable.Column, String) -> String) -> Set<String> {
        Set(
            StoreTable.all.flatMap { table in
                table.columns.map { "\(table.name).\(name($0, table.name))" }
            })
    }

    @Test("Whatever a store holds comes along, and back again", arguments: ContractCheck.ofTables)
    func everything(_ check: ContractCheck) async throws {
        let moved = try MovedStore()
        try await check.run(
            on: try SQLiteBackend(directory: moved.directory, codec: RegistryCodec()))
        let there = try moved.toDatabase().run { _ in }
        #expect(there.isEqual)
        let back = try moved.toFile().run { _ in }
        #expect(back.isEqual)
        #expect(back.tables.map(\.target) == there.tables.map(\.source))
        let lines = ["", "/another"].map {
            try? String(contentsOfFile: "\(moved.directory)\($0)/erasures.log", encoding: .utf8)
        }
        let sorted = lines.map { $0?.split(separator: "\n").sorted() ?? [] }
        #expect(sorted[0] == sorted[1])
        #expect(try SQLiteSnapshot("\(moved.another)/store.sqlite").brokenStructure() == [])
    }

    @Test("The moved store serves: lists, inboxes, trees, keys and numbers go on")
    func serves() async throws {
        let moved = try MovedStore()
        try await moved.fill(cases: 40)
        var store = try moved.file()
        let before = try await Seen(store)
        let identity = store.identity
        store.close()
        #expect(try moved.toDatabase().run { _ in }.isEqual)
        store = try moved.database()
        defer { store.close() }
        #expect(store.identity == identity)
        #expect(try await Seen(store) == before)
        let again = await store.execute(.submit(try Fixtures.submission(7)))
        guard case .replayed = again else {
            Issue.record("\(again)")
            return
        }
        let erased = await store.execute(.submit(try Fixtures.submission(42)))
        guard case .replayed = erased else {
            Issue.record("\(erased)")
            return
        }
        #expect(try await store.replayErasures(at: Fixtures.later) == 0)
        _ = try await store.file(try Fixtures.submission(50))
        let inbox = try await store.inbox(.platform("amazon"), after: 0, limit: 1_000)
        #expect(inbox.entries.map(\.position) == Array(1...UInt64(inbox.entries.count)))
        #expect(try await store.verifyChains().damagedCount == 0)
    }

    /// What partners saw of a store.
    private struct Seen: Equatable {
        var listed: [CaseIdentifier]
        var inbox: [UInt64: CaseIdentifier]
        var leaves: [[UInt8]]
        var figures: FigureTally

        init(_ store: CaseStore) async throws {
            let scope = CaseScope.submitter(Fixtures.association)
            listed = try await store.listAll(scope, CaseFilter(), pageSize: 50).map(\.identifier)
            let page = try await store.inbox(.platform("amazon"), after: 0, limit: 1_000)
            inbox = Dictionary(
                uniqueKeysWithValues: page.entries.map { ($0.position, $0.caseFile.identifier) })
            leaves = try await store.leaves(of: Fixtures.association)
            figures = try await store.verifyFigures().kept
        }
    }

    @Test("Rows from before there were checksums get the ones that they would have")
    func olderRows() async throws {
        let moved = try MovedStore()
        try await moved.fill(cases: 5)
        let tables = [
            "partner", "mandate", "event", "idempotency_key", "external_reference", "inbox_entry",
        ]
        let connection = try SQLiteConnection.writer(
            path: "\(moved.directory)/store.sqlite", options: SQLiteStoreOptions())
        for table in tables { try connection.run("UPDATE \(table) SET checksum = NULL") }
        #expect(try moved.toDatabase().run { _ in }.isEqual)
        let store = try moved.database()
        defer { store.close() }
        for area in ScrubArea.allCases {
            let slice = try await store.scrub(area, after: nil)
            #expect(slice.damage == [], "\(area)")
        }
    }
}
