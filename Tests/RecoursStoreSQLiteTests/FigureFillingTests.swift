// SPDX-License-Identifier: EUPL-1.2

import RecoursCases
import RecoursStore
import RecoursStoreSQLite
import StoreContract
import Testing

@Suite("The figures of a store on disk")
struct FigureFillingTests {
    private let codec = RegistryCodec()

    private func open(_ directory: TemporaryDirectory) throws -> CaseStore {
        let backend = try SQLiteBackend(directory: directory.path, codec: codec)
        return try CaseStore(backend: backend, codec: codec) { _ in }
    }

    /// Makes the file one of a version that counted nothing.
    private func forgetFigures(_ directory: TemporaryDirectory) throws {
        try directory.tamper(
            """
            DROP TABLE figure_count; DROP TABLE figure_time; DROP TABLE figure_state;
            DROP TABLE removal;
            DELETE FROM grdb_migrations WHERE identifier IN ('6 figures', '10 removals');
            """)
    }

    /// Makes the file one of the version that had figures and no removals.
    private func forgetRemovals(_ directory: TemporaryDirectory) throws {
        try directory.tamper(
            """
            DROP TABLE removal; DELETE FROM figure_count WHERE counter = 13;
            CREATE TABLE former (
                platform TEXT NOT NULL, category INTEGER NOT NULL, campaign BLOB NOT NULL,
                time INTEGER NOT NULL, minutes INTEGER NOT NULL, n INTEGER NOT NULL,
                PRIMARY KEY (platform, category, campaign, time, minutes)) STRICT, WITHOUT ROWID;
            INSERT INTO former SELECT platform, category, campaign, time, minutes, n
                FROM figure_time WHERE time < 4;
            DROP TABLE figure_time; ALTER TABLE former RENAME TO figure_time;
            UPDATE figure_state SET is_filled = 1;
            DELETE FROM grdb_migrations WHERE identifier = '10 removals';
            """)
    }

    @Test("A store from before removals were kept gets them too", arguments: [false, true])
    func removals(hasErasedCase: Bool) async throws {
        let directory = try TemporaryDirectory()
        var store = try open(directory)
        try await store.registerFixtures()
        for number in UInt64(1)...3 { _ = try await store.remove(number, minutesLater: 60) }
        if hasErasedCase {
            let other = try await store.file(try Fixtures.submission(4)).identifier
            let commands = [
                (Fixtures.association, CaseCommand.withdraw(reason: "")),
                (Fixtures.mediator, .act(.erase(reason: "Demande."))),
            ]
            for (partner, command) in commands {
                let order = Fixtures.change(other, by: partner, command, minutesLater: 9)
                _ = try applied(await store.execute(order))
            }
        }
        let before = try await store.figures().tally.compact
        let own = try await store.ownRemovals(of: Fixtures.association, siren: nil)
        store.close()
        try forgetRemovals(directory)
        store = try open(directory)
        defer { store.close() }
        #expect(try await store.figures().tally.compact == before)
        let again = try await store.ownRemovals(of: Fixtures.association, siren: Fixtures.siren)
        #expect(again.tally == own.tally && !own.tally.isEmpty)
    }

    @Test("They are there again after a restart")
    func restart() async throws {
        let directory = try TemporaryDirectory()
        var store = try open(directory)
        try await store.registerFixtures()
        for number in UInt64(1)...3 { _ = try await store.file(try Fixtures.submission(number)) }
        let before = try await store.figures().tally.compact
        store.close()
        store = try open(directory)
        defer { store.close() }
        #expect(try await store.figures().tally.compact == before)
        #expect(!before.isEmpty)
    }

    @Test("A store from before figures were kept gets them of its events, once")
    func filling() async throws {
        let directory = try TemporaryDirectory()
        var store = try open(directory)
        try await store.registerFixtures()
        for number in UInt64(1)...20 { _ = try await store.file(try Fixtures.submission(number)) }
        _ = try applied(
            await store.execute(
                Fixtures.change(
                    try Fixtures.submission(1).identifier, by: Fixtures.amazon,
                    .acknowledge(Fixtures.contact))))
        let before = try await store.figures().tally.compact
        store.close()
        try forgetFigures(directory)
        store = try open(directory)
        #expect(try await store.figures().tally.compact == before)
        // Counting goes on from there, and nothing is filled a second time.
        _ = try await store.file(try Fixtures.submission(21))
        store.close()
        store = try open(directory)
        defer { store.close() }
        try await store.requireRightFigures()
        let key = FigureKey(platform: "amazon", category: .delisting)
        #expect(try await store.figures().tally.counts[key]?[.init(.filed, nil)] == 21)
    }
}
