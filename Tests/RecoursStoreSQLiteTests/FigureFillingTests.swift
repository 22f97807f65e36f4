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
            DELETE FROM grdb_migrations WHERE identifier = '6 figures';
            """)
    }

    @Test("They are there again after a restart")
    func restart() async throws {
        let directory = try TemporaryDirectory()
        var store = try open(directory)
        try await store.registerFixtures()
        for number in UInt64(1)...3 { _ = try await store.file(try Fixtures.submission(number)) }
        let before = try await store.figures().compact
        store.close()
        store = try open(directory)
        defer { store.close() }
        #expect(try await store.figures().compact == before)
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
        let before = try await store.figures().compact
        store.close()
        try forgetFigures(directory)
        store = try open(directory)
        #expect(try await store.figures().compact == before)
        // Counting goes on from there, and nothing is filled a second time.
        _ = try await store.file(try Fixtures.submission(21))
        store.close()
        store = try open(directory)
        defer { store.close() }
        try await store.requireRightFigures()
        let key = FigureKey(platform: "amazon", category: .delisting)
        #expect(try await store.figures().counts[key]?[.init(.filed, nil)] == 21)
    }
}
