// SPDX-License-Identifier: EUPL-1.2

import RecoursCases
import RecoursStore
import RecoursStoreSQLite
import StoreContract
import Testing

@Suite("Trees on disk")
struct TreeBacklogTests {
    private let codec = RegistryCodec()

    private func open(_ directory: TemporaryDirectory) throws -> CaseStore {
        let backend = try SQLiteBackend(directory: directory.path, codec: codec)
        return try CaseStore(backend: backend, codec: codec) { _ in }
    }

    @Test("The events of a store from before there were trees get their places at the next start")
    func backlog() async throws {
        let directory = try TemporaryDirectory()
        var store = try open(directory)
        try await store.registerFixtures()
        let orders = try (1...300).map { CaseOrder.submit(try Fixtures.submission($0)) }
        for outcome in await store.executeInOrder(orders) { _ = try applied(outcome) }
        let identifier = try Fixtures.submission(7).identifier
        _ = try applied(
            await store.execute(
                Fixtures.change(identifier, by: Fixtures.amazon, .acknowledge(Fixtures.contact))))
        store.close()
        try directory.tamper(
            """
            DROP TABLE tree_node; DROP TABLE tree_backlog;
            ALTER TABLE event DROP COLUMN tree; ALTER TABLE event DROP COLUMN place;
            ALTER TABLE event DROP COLUMN leaf; ALTER TABLE event DROP COLUMN checksum;
            ALTER TABLE event ADD COLUMN checksum INTEGER;
            DELETE FROM grdb_migrations WHERE identifier = '3 trees';
            """)
        // Once for the backlog, and once for a store that has none any more.
        for _ in 1...2 {
            store = try open(directory)
            #expect(try await store.leaves(of: Fixtures.association).count == 600)
            #expect(try await store.nodes(of: Fixtures.association, level: 8).count == 2)
            #expect(try await store.leaves(of: Fixtures.amazon).count == 1)
            #expect(try await store.verifyChains().damagedCount == 0)
            store.close()
        }
    }

    @Test("A leaf changed behind the store's back is found")
    func tampering() async throws {
        let directory = try TemporaryDirectory()
        var store = try open(directory)
        try await store.registerFixtures()
        _ = try await store.file(try Fixtures.submission(1))
        _ = try await store.file(try Fixtures.submission(2))
        store.close()
        try directory.tamper("UPDATE tree_node SET hash = zeroblob(32) WHERE place = 2")
        store = try open(directory)
        defer { store.close() }
        let report = try await store.verifyChains()
        #expect(report.damaged == [try Fixtures.submission(2).identifier])
    }
}
