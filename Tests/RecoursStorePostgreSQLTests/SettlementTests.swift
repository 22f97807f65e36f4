// SPDX-License-Identifier: EUPL-1.2

import Foundation
import RecoursStore
import StoreContract
import Synchronization
import Testing

@testable import RecoursStorePostgreSQL

@Suite("Commits without an answer are settled", .serialized)
struct SettlementTests {
    @Test("A commit whose answer was lost is found to have been done, once")
    func lostAnswer() async throws {
        let cluster = try PostgreSQLCluster.shared.get()
        var options = try cluster.database()
        let relay = try Relay(to: cluster.port)
        defer { relay.close() }
        options.connection = cluster.address(options.database, port: relay.port)
        let backend = ObservedBackend(try PostgreSQLBackend(options))
        let store = try CaseStore(backend: backend, codec: RegistryCodec()) { _ in }
        defer { store.close() }
        try await store.registerFixtures()
        backend.beforeNextCommit { relay.loseAnswers() }
        let receipt = try await store.file(try Fixtures.submission(1))
        #expect(try Self.settled(cluster.session(options.database)) == [false])
        // The same command again is known.
        let again = try replayed(await store.execute(.submit(try Fixtures.submission(1))))
        #expect(again.identifier == receipt.identifier)
        #expect(try await store.verifyChains().cases == 1)
        try await store.requireRightFigures()
    }

    @Test("A commit that was killed is found never to be done, and the store goes on")
    func killedCommit() async throws {
        let cluster = try PostgreSQLCluster.shared.get()
        let options = try cluster.database()
        let backend = try PostgreSQLBackend(options)
        let store = try CaseStore(backend: backend, codec: RegistryCodec()) { _ in
            Issue.record("The store stopped")
        }
        defer { store.close() }
        try await store.registerFixtures()
        let session = try cluster.session(options.database)
        try session.script(Self.slowCommits)
        async let outcome = store.execute(.submit(try Fixtures.submission(1)))
        try await waitUntil("the commit sleeps") { try Self.isWaiting(session, "PgSleep") }
        try session.script(Self.tellSlow("pg_terminate_backend"))
        try session.script("DROP TRIGGER slow ON cases")
        guard case .failed(let error) = try await outcome else {
            Issue.record("It was done")
            return
        }
        #expect(error.code == .unavailable && error.isDefinite)
        #expect(try Self.settled(session) == [true])
        #expect(try await store.verifyChains().cases == 0)
        _ = try await store.file(try Fixtures.submission(1))
        #expect(try await store.verifyChains().cases == 1)
        try await store.requireRightFigures()
    }

    @Test("A commit that no longer waits for its standby is not believed before one has it")
    func cancelledWait() async throws {
        // The setting is of a whole cluster.
        let cluster = try PostgreSQLCluster()
        var options = try cluster.database()
        options.settlingTime = .seconds(2)
        let backend = try PostgreSQLBackend(options)
        let store = try CaseStore(backend: backend, codec: RegistryCodec()) { _ in
            Issue.record("The store stopped")
        }
        defer { store.close() }
        try await store.registerFixtures()
        let session = try cluster.session(options.database)
        let heard = Mutex<[StoreNews]>([])
        let news = try PostgreSQLNews(backend) { item in heard.withLock { $0.append(item) } }
        defer { news.close() }

        try cluster.set("synchronous_standby_names", to: "nobody")
        async let lost = store.execute(.submit(try Fixtures.submission(1)))
        try await waitUntil("the commit waits") { try Self.isWaiting(session, "SyncRep") }
        try session.script(Self.tellWaiting("pg_cancel_backend"))
        guard case .failed(let error) = try await lost else {
            Issue.record("It was believed")
            return
        }
        #expect(error.code == .outcomeUnknown)
        // It was committed all the same, and nobody here was told.
        let amazon = try #require(try await store.partner(Fixtures.amazon)).number
        try await waitUntil("its inbox is heard to grow") {
            heard.withLock { $0.contains { $0.growth.inboxes[amazon] == 1 } }
        }

        async let settled = store.execute(.submit(try Fixtures.submission(2)))
        try await waitUntil("the commit waits") { try Self.isWaiting(session, "SyncRep") }
        try session.script(Self.tellWaiting("pg_cancel_backend"))
        try cluster.set("synchronous_standby_names", to: "")
        _ = try applied(await settled)
        // What was not known is known now.
        _ = try replayed(await store.execute(.submit(try Fixtures.submission(1))))
        #expect(try await store.verifyChains().cases == 2)
    }

    @Test("A replay that rests on a commit no standby has is not given")
    func unconfirmed() async throws {
        let cluster = try PostgreSQLCluster()
        var options = try cluster.database()
        options.statementTime = .seconds(1)
        options.lockTime = .seconds(1)
        let store = try CaseStore(
            backend: try PostgreSQLBackend(options), codec: RegistryCodec()
        ) { _ in }
        defer { store.close() }
        try await store.registerFixtures()
        _ = try await store.file(try Fixtures.submission(1))
        try cluster.set("synchronous_standby_names", to: "nobody")
        try await waitUntil("the setting counts") {
            let shown = try cluster.session().run([PGRequest("SHOW synchronous_standby_names")])
            return shown[0].first?.text(0) == "nobody"
        }
        guard case .failed(let error) = await store.execute(.submit(try Fixtures.submission(1)))
        else {
            Issue.record("It was given")
            return
        }
        #expect(error.code == .unavailable)
        try cluster.set("synchronous_standby_names", to: "")
        _ = try replayed(await store.execute(.submit(try Fixtures.submission(1))))
    }

    // MARK: Sessions beside the store's

    private static let slowCommits = """
        CREATE FUNCTION slow() RETURNS trigger LANGUAGE plpgsql
            AS 'BEGIN PERFORM pg_sleep(30); RETURN NULL; END';
        CREATE CONSTRAINT TRIGGER slow AFTER INSERT ON cases DEFERRABLE INITIALLY DEFERRED
            FOR EACH ROW EXECUTE FUNCTION slow();
        """

    private static func tellSlow(_ what: String) -> String { tell(what, "PgSleep") }
    private static func tellWaiting(_ what: String) -> String { tell(what, "SyncRep") }

    private static func tell(_ what: String, _ event: String) -> String {
        """
        SELECT \(what)(pid) FROM pg_stat_activity
        WHERE wait_event = '\(event)' AND datname = current_database()
        """
    }

    /// Of each batch that was settled, whether it never was.
    private static func settled(_ session: PGConnection) throws -> [Bool] {
        let sql = "SELECT is_void FROM batch WHERE is_settled ORDER BY number"
        return try session.run([PGRequest(sql)])[0].map { $0.integer(0) != 0 }
    }

    private static func isWaiting(_ session: PGConnection, _ event: String) throws -> Bool {
        let found = try session.run([
            PGRequest(
                """
                SELECT count(*) FROM pg_stat_activity
                WHERE wait_event = $1::text AND datname = current_database()
                """, [.text(event)])
        ])
        return found[0].first?.integer(0) != 0
    }
}

/// Waits until something is so; throws after ten seconds.
func waitUntil(_ what: String, _ isSo: () async throws -> Bool) async throws {
    let end = ContinuousClock.now + .seconds(10)
    while try await !isSo() {
        guard ContinuousClock.now < end else {
            throw ContractBreach("It never came to pass that \(what)")
        }
        try await Task.sleep(for: .milliseconds(20))
    }
}
