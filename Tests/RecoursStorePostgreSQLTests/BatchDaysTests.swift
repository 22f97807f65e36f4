// SPDX-License-Identifier: EUPL-1.2

import RecoursCases
import RecoursStore
import StoreContract
import Testing

@testable import RecoursStorePostgreSQL

@Suite("The table of batches is parted by days")
struct BatchDaysTests {
    private static let millisecondsADay: Int64 = 86_400_000

    private func start(of day: Int64) -> Instant {
        Instant(millisecondsSince1970: day * Self.millisecondsADay)
    }

    /// The days that have a table, and how many batches are in none.
    private func parts(_ session: PGConnection) throws -> (days: [Int64], batches: Int64) {
        let sql = """
            SELECT ARRAY(SELECT substr(relname, 7)::int8 FROM pg_inherits
                JOIN pg_class ON pg_class.oid = inhrelid WHERE inhparent = 'batch'::regclass
                AND relname <> 'batch_other' ORDER BY 1), (SELECT count(*) FROM batch_other)
            """
        let row = try #require(try session.run([PGRequest(sql)])[0].first)
        return (row.integers(0), row.integer(1))
    }

    private func store(_ options: PostgreSQLStoreOptions) throws -> CaseStore {
        try CaseStore(backend: try PostgreSQLBackend(options), codec: RegistryCodec()) { _ in
            Issue.record("A store stopped")
        }
    }

    @Test("Days are made ahead, and dropped a day after they are over, by one of several servers")
    func days() async throws {
        let cluster = try PostgreSQLCluster.shared.get()
        let options = try cluster.database()
        let store = try store(options)
        defer { store.close() }
        let session = try cluster.session(options.database)
        let first = try parts(session).days
        #expect(first.count == 4)
        let today = try #require(first.first)
        try await store.registerFixtures()
        _ = try await store.file(try Fixtures.submission(1))
        #expect(try parts(session).batches == 0)

        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<3 {
                group.addTask {
                    try BatchDays(PGSession(options)).keep(at: start(of: today + 1))
                }
            }
            try await group.waitForAll()
        }
        #expect(try parts(session).days == Array(today...today + 4))
        try BatchDays(PGSession(options)).keep(at: start(of: today + 2))
        #expect(try parts(session).days == Array(today + 1...today + 5))
        // What was filed is none the less there, and known.
        _ = try replayed(await store.execute(.submit(try Fixtures.submission(1))))
        _ = try await store.file(try Fixtures.submission(2))
    }

    @Test("A batch whose day nobody has made, or whose server's clock is wrong, is none the worse")
    func otherDays() async throws {
        let cluster = try PostgreSQLCluster.shared.get()
        var options = try cluster.database()
        let far = start(of: 60_000)
        options.now = { far }
        let store = try store(options)
        defer { store.close() }
        try await store.registerFixtures()
        _ = try await store.file(try Fixtures.submission(1))
        let session = try cluster.session(options.database)
        #expect(try parts(session).batches >= 2)
        #expect(try await store.verifyChains().cases == 1)
    }

    @Test("Who reads the whole database keeps a day from being dropped, and nobody from writing")
    func readersAreNotWaitedFor() async throws {
        let cluster = try PostgreSQLCluster.shared.get()
        let options = try cluster.database()
        let store = try store(options)
        defer { store.close() }
        try await store.registerFixtures()
        let session = try cluster.session(options.database)
        let today = try #require(try parts(session).days.first)
        let reader = try cluster.session(options.database)
        _ = try reader.run([
            PGRequest("BEGIN"), PGRequest("LOCK TABLE batch_\(today) IN ACCESS SHARE MODE"),
        ])
        let later = start(of: today + 2)
        let begun = ContinuousClock.now
        let days = BatchDays(PGSession(options))
        #expect { try days.keep(at: later) } throws: {
            ($0 as? StoreError)?.code == .unavailable
        }
        _ = try await store.file(try Fixtures.submission(1))
        #expect(begun.duration(to: .now) < .seconds(5))
        #expect(try parts(session).days.contains(today))
        _ = try reader.run([PGRequest("COMMIT")])
        try days.keep(at: later)
        #expect(try !parts(session).days.contains(today))
    }

    @Test("A database of the version before is carried over, and its numbers go on")
    func migration() async throws {
        let cluster = try PostgreSQLCluster.shared.get()
        let options = try cluster.database()
        let session = try cluster.session(options.database)
        let first = try #require(PostgreSQLSchema.migrations.first)
        try session.script(
            """
            CREATE TABLE schema_version (
                number INT PRIMARY KEY, name TEXT NOT NULL, at TIMESTAMPTZ DEFAULT now());
            \(first.sql)
            INSERT INTO schema_version VALUES (1, '\(first.name)');
            INSERT INTO batch (id, server, at) SELECT gen_random_uuid(), gen_random_uuid(),
                now() - (100 - n) * interval '1 minute' FROM generate_series(1, 100) AS n;
            """)
        let store = try store(options)
        defer { store.close() }
        let kept = PGRequest("SELECT count(*), min(number), max(number) FROM batch")
        let row = try #require(try session.run([kept])[0].first)
        #expect(row.integer(0) == 10 && row.integer(1) == 91 && row.integer(2) == 100)
        try await store.registerFixtures()
        #expect(try session.run([kept])[0].first?.integer(2) ?? 0 > 100)
        #expect(try parts(session).batches == 10)
        // A server of the version before goes on beside it.
        _ = try session.run([
            PGRequest(
                "INSERT INTO batch (id, server) SELECT gen_random_uuid(), gen_random_uuid()")
        ])
        #expect(try parts(session).batches == 11)
    }
}
