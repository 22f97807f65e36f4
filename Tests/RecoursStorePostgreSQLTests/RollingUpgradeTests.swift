// SPDX-License-Identifier: EUPL-1.2

import RecoursCases
import RecoursStore
import StoreContract
import Testing

@testable import RecoursStorePostgreSQL

@Suite("Two versions side by side", .timeLimit(.minutes(2)))
struct RollingUpgradeTests {
    /// What the next version may do: columns with a default, tables, indexes.
    private static let additive = PostgreSQLMigration(
        name: "next",
        sql: """
            ALTER TABLE cases ADD COLUMN shelf BIGINT NOT NULL DEFAULT 0;
            ALTER TABLE event ADD COLUMN shelf TEXT;
            ALTER TABLE partner ADD COLUMN shelf TEXT NOT NULL DEFAULT '';
            ALTER TABLE batch ADD COLUMN shelf BOOLEAN NOT NULL DEFAULT false;
            ALTER TABLE erased_case ADD COLUMN shelf BIGINT NOT NULL DEFAULT 0;
            CREATE TABLE shelf (case_row BIGINT PRIMARY KEY, words TEXT NOT NULL);
            CREATE INDEX cases_shelf ON cases (shelf) WHERE shelf <> 0;
            """,
        floor: PostgreSQLSchema.migrations.count)

    private static func next(_ migration: PostgreSQLMigration = additive) -> PostgreSQLMigrations {
        PostgreSQLMigrations(all: PostgreSQLSchema.migrations + [migration])
    }

    private func store(
        _ options: PostgreSQLStoreOptions, _ codec: RegistryCodec,
        _ migrations: PostgreSQLMigrations = PostgreSQLMigrations()
    ) throws -> CaseStore {
        let backend = try PostgreSQLBackend(options, migrations)
        return try CaseStore(backend: backend, codec: codec) { _ in
            Issue.record("A store stopped")
        }
    }

    private func file(_ numbers: ClosedRange<UInt64>, on store: CaseStore) async throws {
        for number in numbers {
            _ = try await store.fileAndWithdraw(try Fixtures.submission(number))
        }
    }

    /// What the next version writes besides, in the one order of batches.
    private func writeShelves(_ options: PostgreSQLStoreOptions, times: Int) async throws {
        let session = try PGSession.connect(options)
        for time in 0..<times {
            _ = try session.run([
                PGRequest("BEGIN"), PGRequest(PostgreSQLWriter.lock),
                PGRequest("UPDATE cases SET shelf = shelf + 1 WHERE case_row % 3 = 0"),
                PGRequest("INSERT INTO shelf VALUES ($1::int8, 'x')", [.integer(Int64(time))]),
                PGRequest("COMMIT"),
            ])
            await Task.yield()
        }
    }

    private func requireWhole(_ stores: [CaseStore], cases: Int) async throws {
        for store in stores {
            let report = try await store.verifyChains()
            #expect(report.cases == cases && report.damagedCount == 0)
            try await store.requireRightFigures()
            let inbox = try await store.inbox(.platform("amazon"), after: 0, limit: 1_000)
            #expect(inbox.entries.map(\.position) == Array(1...UInt64(inbox.entries.count)))
            #expect(try await store.listAll(.mediator, CaseFilter(), pageSize: 50).count == cases)
        }
        // Figures of what is erased cannot be counted again.
        for (store, number) in zip(stores, UInt64(1)...) {
            let submission = try Fixtures.submission(number)
            try await store.erase(submission.identifier)
            #expect(try await store.verifyChains().damagedCount == 0)
        }
    }

    @Test("An older server serves on while a newer one migrates, and starts again beside it")
    func olderFirst() async throws {
        let options = try PostgreSQLCluster.shared.get().database()
        let codec = RegistryCodec()
        let older = try store(options, codec)
        defer { older.close() }
        try await older.registerFixtures()
        async let before: Void = file(1...40, on: older)
        let newer = try store(options, codec, Self.next())
        defer { newer.close() }
        async let beside: Void = file(41...80, on: newer)
        async let shelves: Void = writeShelves(options, times: 40)
        _ = try await (before, beside, shelves)
        let again = try store(options, codec)
        defer { again.close() }
        try await file(81...90, on: again)
        try await requireWhole([older, newer, again], cases: 90)
    }

    @Test("An older server starts on what a newer one has made")
    func newerFirst() async throws {
        let options = try PostgreSQLCluster.shared.get().database()
        let codec = RegistryCodec()
        let newer = try store(options, codec, Self.next())
        defer { newer.close() }
        try await newer.registerFixtures()
        let older = try store(options, codec)
        defer { older.close() }
        async let left: Void = file(1...40, on: older)
        async let right: Void = file(41...80, on: newer)
        async let shelves: Void = writeShelves(options, times: 40)
        _ = try await (left, right, shelves)
        try await requireWhole([older, newer], cases: 80)
    }

    @Test("An older server is refused once a migration needs a newer one")
    func contracts() throws {
        let options = try PostgreSQLCluster.shared.get().database()
        let needed = PostgreSQLSchema.migrations.count + 1
        var migrations = Self.next()
        try PostgreSQLBackend(options, migrations).close()
        try PostgreSQLBackend(options).close()
        migrations.all.append(
            PostgreSQLMigration(name: "less", sql: "DROP TABLE shelf", floor: needed))
        try PostgreSQLBackend(options, migrations).close()
        try PostgreSQLBackend(options, Self.next()).close()
        #expect { try PostgreSQLBackend(options) } throws: { error in
            let error = error as? StoreError
            return error?.code == .newerSchema
                && error?.message.contains("needs a version that knows \(needed)") == true
        }
    }

    @Test("A newer schema is not copied: what is not known would be left behind")
    func notCopied() throws {
        let moved = try MovedStore()
        try PostgreSQLBackend(moved.options, Self.next()).close()
        #expect { try PostgreSQLTables(moved.options) } throws: { error in
            (error as? StoreError)?.code == .newerSchema
        }
        #expect { try PostgreSQLTableTarget(moved.options) } throws: { error in
            (error as? StoreError)?.code == .newerSchema
        }
    }

    @Test("Every migration lets the version before it work on")
    func floors() {
        var last = 0
        for (place, migration) in PostgreSQLSchema.migrations.enumerated() {
            #expect(migration.floor <= place, "\(migration.name) leaves no version beside it")
            #expect(migration.floor >= last, "\(migration.name)")
            last = migration.floor
        }
    }
}
