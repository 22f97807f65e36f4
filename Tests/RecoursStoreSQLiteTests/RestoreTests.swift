// SPDX-License-Identifier: EUPL-1.2

import Foundation
import RecoursCases
import RecoursStore
import RecoursStoreSQLite
import StoreContract
import Testing

@Suite("Erasure and backups")
struct RestoreTests {
    private let codec = RegistryCodec()

    private func open(_ directory: TemporaryDirectory) throws -> CaseStore {
        let backend = try SQLiteBackend(directory: directory.path, codec: codec)
        return try CaseStore(backend: backend, codec: codec) { _ in }
    }

    /// A store with one case, erased; and the database as it was before.
    ///
    /// - Parameter isClosed: whether the case was closed when the backup was made.
    private func erasedSince(
        _ directory: TemporaryDirectory, isClosed: Bool
    ) async throws -> (identifier: CaseIdentifier, backup: Data) {
        let database = URL(fileURLWithPath: directory.database)
        var store = try open(directory)
        try await store.registerFixtures()
        let receipt = try await store.file(try Fixtures.submission(1))
        var backup = Data()
        for step in [false, true] {
            if step {
                _ = try applied(
                    await store.execute(
                        Fixtures.change(
                            receipt.identifier, by: Fixtures.association, .withdraw(reason: ""),
                            minutesLater: 2)))
            }
            store.close()
            if step == isClosed { backup = try Data(contentsOf: database) }
            store = try open(directory)
        }
        try await store.erase(receipt.identifier)
        store.close()
        return (receipt.identifier, backup)
    }

    @Test("A restored backup loses again what was erased since", arguments: [true, false])
    func replay(isClosed: Bool) async throws {
        let directory = try TemporaryDirectory()
        let (identifier, backup) = try await erasedSince(directory, isClosed: isClosed)
        try backup.write(to: URL(fileURLWithPath: directory.database))
        let store = try open(directory)
        defer { store.close() }
        let brought = try await store.caseFile(.mediator, .identifier(identifier))
        #expect(brought?.state == (isClosed ? .withdrawn : .transmitted))
        #expect(try await store.replayErasures(at: Fixtures.later) == 1)
        let history = try await store.history(.mediator, .identifier(identifier))
        #expect(history?.caseFile.state == .erased)
        #expect(history?.events.dropLast().allSatisfy { $0.bytes.isEmpty } == true)
        #expect(try await store.replayErasures(at: Fixtures.later) == 0)
        #expect(try await store.verifyChains().damagedCount == 0)
    }

    @Test("What was erased is no longer in the database's file")
    func overwritten() async throws {
        let directory = try TemporaryDirectory()
        let (_, backup) = try await erasedSince(directory, isClosed: true)
        let facts = Data("Toutes nos annonces ont disparu".utf8)
        #expect(backup.range(of: facts) != nil)
        let files = try FileManager.default.contentsOfDirectory(atPath: directory.path)
        for file in files {
            let data = try Data(contentsOf: URL(fileURLWithPath: "\(directory.path)/\(file)"))
            #expect(data.range(of: facts) == nil, "\(file)")
        }
    }

    @Test("A store of an older version loses what its erasures have left beside their cases")
    func leftovers() async throws {
        let directory = try TemporaryDirectory()
        var store = try open(directory)
        try await store.registerFixtures()
        let erased = try await store.fileAndWithdraw(try Fixtures.submission(1)).identifier
        let kept = try await store.fileAndWithdraw(try Fixtures.submission(2)).identifier
        for identifier in [erased, kept] {
            _ = await store.execute(
                .noteIdentityRead(
                    identifier, mediator: "m-durand", reason: "Appel.", at: Fixtures.now))
        }
        try await store.erase(erased)
        store.close()
        try directory.tamper(
            """
            UPDATE identity_read SET reason = 'Appel de Mme Martin';
            DROP INDEX commitment_case; DROP INDEX evidence_pending;
            ALTER TABLE evidence DROP COLUMN erased_at;
            DELETE FROM grdb_migrations WHERE identifier IN ('9 erased words', '11 scans');
            """)
        store = try open(directory)
        defer { store.close() }
        let reads = try await store.identityReads(nil, erased, below: nil, limit: 9)
        #expect(reads?.map(\.reason) == [""])
        let others = try await store.identityReads(nil, kept, below: nil, limit: 9)
        #expect(others?.map(\.reason) == ["Appel de Mme Martin"])
        #expect(try await store.pendingEvidence(after: nil, limit: 9).isEmpty)
    }

    @Test("A list that a crash has torn goes on; one that was changed is refused")
    func journal() async throws {
        let directory = try TemporaryDirectory()
        _ = try await erasedSince(directory, isClosed: true)
        let path = URL(fileURLWithPath: "\(directory.path)/erasures.log")
        let whole = try Data(contentsOf: path)
        try (whole + whole.prefix(20)).write(to: path)
        var store = try open(directory)
        let second = try await store.fileAndWithdraw(try Fixtures.submission(2))
        try await store.erase(second.identifier)
        #expect(try await store.replayErasures(at: Fixtures.later) == 0)
        store.close()
        #expect(try Data(contentsOf: path).count == 2 * whole.count)
        var changed = try Data(contentsOf: path)
        changed[3] ^= 0x01
        try changed.write(to: path)
        store = try open(directory)
        defer { store.close() }
        let error = await #expect(throws: StoreError.self) {
            try await store.replayErasures(at: Fixtures.later)
        }
        #expect(error?.code == .corrupted)
    }
}
