// SPDX-License-Identifier: EUPL-1.2

import Foundation
import RecoursCases
import RecoursStore
import RecoursStoreSQLite
import StoreContract
import Synchronization
import Testing

@Suite("A store on disk")
struct DurabilityTests {
    private let codec = RegistryCodec()

    private func open(
        _ directory: TemporaryDirectory, _ options: SQLiteStoreOptions = SQLiteStoreOptions(),
        onPoison: @escaping @Sendable (StoreError) -> Void = { _ in }
    ) throws -> CaseStore {
        let backend = try SQLiteBackend(
            directory: directory.path, codec: codec, options: options)
        return try CaseStore(backend: backend, codec: codec, onPoison: onPoison)
    }

    private func openingFailure(_ directory: TemporaryDirectory) -> StoreError? {
        do throws(StoreError) {
            _ = try SQLiteBackend(directory: directory.path, codec: codec)
            return nil
        } catch {
            return error
        }
    }

    /// The files of the directory that this process has open.
    private func openDescriptors(_ directory: TemporaryDirectory) -> [String] {
        let all = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd")) ?? []
        return all.compactMap {
            try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/fd/\($0)")
        }.filter { $0.hasPrefix(directory.path) }
    }

    @Test("What a partner has had stored in the day, and its limits, outlast a restart")
    func quotas() async throws {
        let directory = try TemporaryDirectory()
        var store = try open(directory)
        try await store.registerFixtures()
        _ = await store.execute(.setQuotas(Fixtures.association, [.casesPerDay: 2]))
        _ = try await store.file(try Fixtures.submission(1))
        let use = try await store.use(of: Fixtures.association, at: Fixtures.now)
        store.close()
        store = try open(directory)
        defer { store.close() }
        #expect(try await store.use(of: Fixtures.association, at: Fixtures.now) == use)
        _ = try await store.file(try Fixtures.submission(2))
        let third = await store.execute(.submit(try Fixtures.submission(3)))
        guard case .overQuota(let excess) = third else {
            Issue.record("\(third)")
            return
        }
        #expect(excess.limit == 2)
    }

    @Test("A store opened again has everything: cases, keys, numbers, inboxes, identity")
    func reopen() async throws {
        let directory = try TemporaryDirectory()
        var store = try open(directory)
        try await store.registerFixtures()
        let identity = store.identity
        let first = try await store.file(try Fixtures.submission(1))
        store.close()
        store = try open(directory)
        defer { store.close() }
        #expect(store.identity == identity)
        let again = try replayed(await store.execute(.submit(try Fixtures.submission(1))))
        #expect(again.identifier == first.identifier)
        #expect(again.publicNumber == first.publicNumber)
        let second = try await store.file(try Fixtures.submission(2))
        #expect(second.publicNumber != first.publicNumber)
        let inbox = try await store.inbox(.platform("amazon"), after: 0, limit: 10)
        #expect(inbox.entries.map(\.position) == [1, 2])
        let changed = try applied(
            await store.execute(
                Fixtures.change(
                    first.identifier, by: Fixtures.amazon, .acknowledge(Fixtures.contact))))
        #expect(changed.version == 3)
        try await store.checkStructure()
        #expect(try await store.verifyChains().damagedCount == 0)
    }

    @Test("What was acknowledged is in the log: a copy of the files of a running store has it")
    func recovery() async throws {
        let directory = try TemporaryDirectory()
        let store = try open(directory)
        defer { store.close() }
        try await store.registerFixtures()
        let receipt = try await store.file(try Fixtures.submission(1))
        // As after a kill: the files as they are, without a last checkpoint.
        let copy = try TemporaryDirectory()
        for name in ["store.sqlite", "store.sqlite-wal"] {
            try FileManager.default.copyItem(
                atPath: "\(directory.path)/\(name)", toPath: "\(copy.path)/\(name)")
        }
        let recovered = try open(copy)
        defer { recovered.close() }
        let found = try await recovered.caseFile(.mediator, .identifier(receipt.identifier))
        #expect(found?.snapshot == receipt.snapshot)
    }

    @Test("A second server on the same store is refused with words")
    func secondServer() throws {
        let directory = try TemporaryDirectory()
        let store = try open(directory)
        let error = openingFailure(directory)
        #expect(error?.code == .locked)
        #expect(error?.message.contains("process \(getpid())") == true)
        store.close()
    }

    @Test("A closed store can be opened by the next server")
    func handOver() throws {
        let directory = try TemporaryDirectory()
        try open(directory).close()
        #expect(openDescriptors(directory).isEmpty)
        #expect(openingFailure(directory) == nil)
    }

    @Test("A store of a newer version is refused by name and left alone")
    func newerSchema() throws {
        let directory = try TemporaryDirectory()
        try open(directory).close()
        try directory.tamper("INSERT INTO grdb_migrations VALUES ('9 campaigns')")
        let before = try Data(contentsOf: URL(fileURLWithPath: directory.database))
        let error = openingFailure(directory)
        #expect(error?.code == .newerSchema)
        #expect(error?.message.contains("9 campaigns") == true)
        #expect(error?.message.contains("knows up to") == true)
        let after = try Data(contentsOf: URL(fileURLWithPath: directory.database))
        #expect(before == after)
    }

    @Test("Another program's database is refused")
    func foreignFile() throws {
        let directory = try TemporaryDirectory()
        try directory.tamper("CREATE TABLE other (x)")
        #expect(openingFailure(directory)?.code == .corrupted)
    }

    @Test("A file that is no database is refused")
    func noDatabase() throws {
        let directory = try TemporaryDirectory()
        let noise = Data(repeating: 0x41, count: 8_192)
        try noise.write(to: URL(fileURLWithPath: directory.database))
        #expect(openingFailure(directory)?.code == .corrupted)
    }

    @Test(
        "A damaged row is never served, and hurts no other case",
        arguments: [
            "snapshot = zeroblob(length(snapshot))", "version = 1", "state = 10",
            "due_at = NULL", "siren = 404833048", "updated_at = updated_at + 1",
        ])
    func damagedRow(_ damage: String) async throws {
        let directory = try TemporaryDirectory()
        var store = try open(directory)
        try await store.registerFixtures()
        let damaged = try await store.file(try Fixtures.submission(1))
        // Beyond the newest cases, whose damage would already stop the start.
        for number in UInt64(2)...80 { _ = try await store.file(try Fixtures.submission(number)) }
        store.close()
        try directory.tamper("UPDATE cases SET \(damage) WHERE row = 1")
        store = try open(directory)
        defer { store.close() }
        let error = await #expect(throws: StoreError.self) {
            _ = try await store.caseFile(.mediator, .identifier(damaged.identifier))
        }
        #expect(error?.code == .corrupted)
        let outcome = await store.execute(
            Fixtures.change(damaged.identifier, by: Fixtures.association, .withdraw(reason: "")))
        guard case .failed(let failure) = outcome else {
            Issue.record("a command on a damaged case: \(outcome)")
            return
        }
        #expect(failure.code == .corrupted)
        _ = try await store.file(try Fixtures.submission(99))
        let report = try await store.verifyChains()
        #expect(report.damaged == [damaged.identifier] && report.damagedCount == 1)
    }

    @Test(
        "A flipped byte of an event is found by the pass over the chains, and by a reader",
        arguments: ["bytes", "salt", "link"])
    func damagedEvent(_ column: String) async throws {
        let directory = try TemporaryDirectory()
        var store = try open(directory)
        try await store.registerFixtures()
        let damaged = try await store.file(try Fixtures.submission(1))
        for number in UInt64(2)...80 { _ = try await store.file(try Fixtures.submission(number)) }
        store.close()
        let flip = "x'ff' || substr(\(column), 2)"
        try directory.tamper(
            "UPDATE event SET \(column) = CAST(\(flip) AS BLOB) WHERE number = 65537")
        store = try open(directory)
        defer { store.close() }
        #expect(try await store.verifyChains().damaged == [damaged.identifier])
        let error = await #expect(throws: StoreError.self) {
            _ = try await store.history(.mediator, .identifier(damaged.identifier))
        }
        #expect(error?.code == .corrupted)
    }

    @Test("Damage in the newest cases stops the start")
    func damagedTail() async throws {
        let directory = try TemporaryDirectory()
        let store = try open(directory)
        try await store.registerFixtures()
        _ = try await store.file(try Fixtures.submission(1))
        store.close()
        try directory.tamper("DELETE FROM event WHERE number = 65538")
        #expect(openingFailure(directory)?.code == .corrupted)
    }

    @Test("A file that may grow no more refuses writes, serves reads, and loses nothing")
    func fullFile() async throws {
        let directory = try TemporaryDirectory()
        var options = SQLiteStoreOptions()
        options.maximumPages = 120
        var store = try open(directory, options)
        try await store.registerFixtures()
        var filed: [CaseReceipt] = []
        var failure: StoreError?
        var number: UInt64 = 0
        while failure == nil, number < 5_000 {
            number += 1
            switch await store.execute(.submit(try Fixtures.submission(number))) {
            case .applied(let receipt): filed.append(receipt)
            case .failed(let error): failure = error
            case let other: throw ContractBreach("\(other)")
            }
        }
        #expect(failure?.code == .storageFull)
        #expect(filed.count > 10)
        for receipt in filed {
            let found = try await store.caseFile(.mediator, .identifier(receipt.identifier))
            #expect(found?.version == 2)
        }
        store.close()
        // With room again the same command goes through, under its own key.
        store = try open(directory)
        defer { store.close() }
        _ = try await store.file(try Fixtures.submission(number))
        let report = try await store.verifyChains()
        #expect(report.cases == filed.count + 1 && report.damagedCount == 0)
    }

    @Test("The log is moved into the file between batches, and stays short")
    func checkpoints() async throws {
        let directory = try TemporaryDirectory()
        var options = SQLiteStoreOptions()
        options.checkpointPages = 50
        let store = try open(directory, options)
        defer { store.close() }
        try await store.registerFixtures()
        for number in UInt64(1)...300 { _ = try await store.file(try Fixtures.submission(number)) }
        let log =
            try FileManager.default.attributesOfItem(
                atPath: directory.database + "-wal")[.size] as? Int
        // Each submission alone writes some ten pages: without checkpoints there would be
        // thousands.
        #expect((log ?? .max) < 200 * 4_152)
        #expect(try await store.verifyChains().cases == 300)
    }

    @Test("The store's files are their owner's alone")
    func permissions() async throws {
        let directory = try TemporaryDirectory()
        let store = try open(directory)
        defer { store.close() }
        try await store.registerFixtures()
        for name in ["store.sqlite", "store.sqlite-wal", "store.lock"] {
            let mode =
                try FileManager.default.attributesOfItem(
                    atPath: "\(directory.path)/\(name)")[.posixPermissions] as? Int
            #expect(mode == 0o600, "\(name)")
        }
    }
}
