// SPDX-License-Identifier: EUPL-1.2

import Foundation
import RecoursCases
import RecoursStore
import RecoursStoreSQLite
import StoreContract
import Synchronization
import Testing

@Suite("Copies of a store", .timeLimit(.minutes(2)))
struct CopyTests {
    private let codec = RegistryCodec()

    private func open(_ directory: TemporaryDirectory) throws -> CaseStore {
        let backend = try SQLiteBackend(directory: directory.path, codec: codec)
        return try CaseStore(backend: backend, codec: codec) { _ in }
    }

    private func findings(
        in path: String
    ) throws -> (counts: StoreExamination.Counts, findings: [StoreExamination.Finding]) {
        let copy = try SQLiteSnapshot(path)
        #expect(try copy.brokenStructure() == [])
        #expect(try copy.danglingRows() == [])
        var examination = StoreExamination(copy, codec: codec)
        try examination.run { _, _ in }
        return (examination.counts, examination.findings)
    }

    @Test("A copy is of one moment, whatever is written while it is made")
    func oneMoment() async throws {
        let directory = try TemporaryDirectory()
        let store = try open(directory)
        defer { store.close() }
        try await store.registerFixtures()
        for number in 1...400 { _ = try await store.file(try Fixtures.submission(UInt64(number))) }
        let isDone = Atomic(false)
        let filed = Task {
            var number: UInt64 = 400
            while !isDone.load(ordering: .relaxed) {
                number += 1
                _ = try await store.file(try Fixtures.submission(number))
            }
            return number
        }
        let copying = try #require(store.copying)
        for turn in 1...5 {
            let path = "\(directory.path)/copy-\(turn)"
            var told: [UInt64] = []
            try copying.copyDatabase(to: path) { done, total throws(StoreError) in
                told.append(done)
                #expect(done <= total)
                // Slow enough for many batches to be written meanwhile.
                usleep(20_000)
            }
            #expect(told == told.sorted() && told.count >= 2)
            let found = try findings(in: path)
            #expect(found.findings == [])
            #expect(found.counts.cases >= 400)
        }
        isDone.store(true, ordering: .relaxed)
        let last = try await filed.value
        #expect(last > 410)
        let files = try FileManager.default.contentsOfDirectory(atPath: directory.path)
        #expect(files.count { $0.hasPrefix("copy-") } == 5)
    }

    @Test("A copy that is given up ends at once, and the store goes on")
    func givenUp() async throws {
        let directory = try TemporaryDirectory()
        let store = try open(directory)
        defer { store.close() }
        try await store.registerFixtures()
        _ = try await store.file(try Fixtures.submission(1))
        let copying = try #require(store.copying)
        #expect(throws: StoreError.self) {
            try copying.copyDatabase(to: "\(directory.path)/copy") { _, _ throws(StoreError) in
                throw .internalError("given up")
            }
        }
        _ = try await store.file(try Fixtures.submission(2))
        #expect(try await store.verifyChains().damagedCount == 0)
    }

    @Test("A copy of an older version is told by its schema, and brought up to date when restored")
    func older() async throws {
        let directory = try TemporaryDirectory()
        let copied = try TemporaryDirectory()
        let store = try open(directory)
        try await store.registerFixtures()
        _ = try await store.file(try Fixtures.submission(1))
        try #require(store.copying).copyDatabase(to: copied.database) { _, _ in }
        store.close()
        let checked = [
            "partner", "mandate", "event", "idempotency_key", "external_reference", "inbox_entry",
        ]
        try copied.tamper(
            checked.map { "ALTER TABLE \($0) DROP COLUMN checksum;" }.joined()
                + """
                DROP TABLE claim_call; DROP TABLE claim_listing; DROP TABLE claim; DROP TABLE work;
                ALTER TABLE commitment DROP COLUMN claim;
                ALTER TABLE commitment DROP COLUMN listing;
                DROP TABLE partner_use; DROP TABLE partner_quota; DROP TABLE row_gap;
                DROP INDEX evidence_pending; ALTER TABLE evidence DROP COLUMN erased_at;
                DELETE FROM grdb_migrations WHERE CAST(identifier AS INTEGER) > 10;
                """)
        #expect(try SQLiteSnapshot.schema(of: copied.database) == "10 removals")
        #expect(throws: StoreError.self) { try SQLiteSnapshot(copied.database) }
        try SQLiteRestoration.renew(copied.database)
        #expect(try SQLiteSnapshot.schema(of: copied.database) == SQLiteSnapshot.currentSchema)
        #expect(try findings(in: copied.database).findings == [])
    }

    @Test("A store made of a copy has another epoch and gives no number that may have been given")
    func renewed() async throws {
        let directory = try TemporaryDirectory()
        let (copied, other) = (try TemporaryDirectory(), try TemporaryDirectory())
        let store = try open(directory)
        try await store.registerFixtures()
        _ = try await store.file(try Fixtures.submission(1))
        try #require(store.copying).copyDatabase(to: copied.database) { _, _ in }
        // Lost with the store, but known to their parties.
        var lost: Set<PublicNumber> = []
        for number in 2...9 {
            lost.insert(try await store.file(try Fixtures.submission(UInt64(number))).publicNumber)
        }
        let epoch = store.identity.epoch
        store.close()

        try FileManager.default.copyItem(atPath: copied.database, toPath: other.database)
        for (turn, place) in [copied, other].enumerated() {
            try SQLiteRestoration.renew(place.database)
            if turn == 1 { try SQLiteRestoration.renew(place.database) }
            let restored = try open(place)
            defer { restored.close() }
            #expect(restored.identity.epoch != epoch)
            #expect(restored.identity.epoch.count == 16)
            var given: Set<PublicNumber> = []
            for number in 2...9 {
                // Under the same keys and references, as a client would that saw no answer.
                let receipt = try await restored.file(try Fixtures.submission(UInt64(number)))
                given.insert(receipt.publicNumber)
            }
            #expect(given.count == 8 && given.isDisjoint(with: lost))
            #expect(try await restored.verifyChains().damagedCount == 0)
            #expect(try await restored.scrubAll().damage.isEmpty)
        }
        let files = try FileManager.default.contentsOfDirectory(atPath: copied.path)
        #expect(files.contains("store.sqlite"))
    }
}
