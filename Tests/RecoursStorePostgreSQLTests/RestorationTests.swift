// SPDX-License-Identifier: EUPL-1.2

import RecoursCases
import RecoursStore
import StoreContract
import Testing

@testable import RecoursStorePostgreSQL

@Suite("A database that was set back", .timeLimit(.minutes(2)))
struct RestorationTests {
    /// A store with three cases, and the same as it goes on after its backup: two more cases, and
    /// one of the three erased.
    private func setBack(
        _ codec: RegistryCodec
    ) async throws -> (backup: PostgreSQLStoreOptions, lost: [CaseReceipt], erased: CaseIdentifier)
    {
        let cluster = try PostgreSQLCluster.shared.get()
        let options = try cluster.database()
        func open() throws -> CaseStore {
            try CaseStore(backend: try PostgreSQLBackend(options), codec: codec) { _ in }
        }
        var store = try open()
        try await store.registerFixtures()
        let erased = try await store.fileAndWithdraw(try Fixtures.submission(1)).identifier
        for number in UInt64(2)...3 { _ = try await store.file(try Fixtures.submission(number)) }
        store.close()
        let name = "\(options.database)_backup"
        try await waitUntil("the store's connections have ended") {
            (try? cluster.session().script(
                "CREATE DATABASE \(name) TEMPLATE \(options.database)")) != nil
        }
        store = try open()
        defer { store.close() }
        var lost: [CaseReceipt] = []
        for number in UInt64(4)...5 {
            lost.append(try await store.file(try Fixtures.submission(number)))
        }
        try await store.erase(erased)
        return (PostgreSQLStoreOptions(connection: cluster.address(name)), lost, erased)
    }

    @Test("It becomes another store: no number twice, and what was erased goes again")
    func renewed() async throws {
        let codec = RegistryCodec()
        let (backup, lost, erased) = try await setBack(codec)
        func open() throws -> CaseStore {
            try CaseStore(backend: try PostgreSQLBackend(backup), codec: codec) { _ in }
        }
        let before = try PostgreSQLTables(backup).identity
        #expect(try PostgreSQLRestoration.renew(backup, erased: [erased, erased]) == 1)
        // Done twice it leaves another gap behind the first.
        #expect(try PostgreSQLRestoration.renew(backup, erased: [erased]) == 0)
        let store = try open()
        defer { store.close() }
        #expect(store.identity.epoch != before.epoch)
        #expect(store.identity.numberKey0 == before.numberKey0)
        #expect(try await store.replayErasures(at: Fixtures.later) == 1)
        var numbers = Set(lost.map(\.publicNumber))
        for number in UInt64(4)...6 {
            let filed = try await store.file(try Fixtures.submission(number))
            #expect(numbers.insert(filed.publicNumber).inserted)
            let found = try await store.caseFile(.mediator, .publicNumber(filed.publicNumber))
            #expect(found?.identifier == filed.identifier)
        }
        let gaps = try PGSession.connect(backup).run([
            PGRequest("SELECT first, last FROM row_gap ORDER BY first")
        ])
        #expect(gaps[0].map { $0.integer(0) } == [4, 1_000_004])
        #expect(gaps[0].map { $0.integer(1) } == [1_000_003, 2_000_003])
        // What is left out is passed over in one step, and lost rows are told from it.
        var place: ScrubPlace?
        var looks = 0
        repeat {
            let slice = try await store.scrub(.cases, after: place)
            #expect(slice.damage == [])
            place = slice.next
            looks += 1
        } while place != nil
        #expect(looks == 2)
    }

    @Test("It is refused while a server is connected")
    func served() async throws {
        let options = try PostgreSQLCluster.shared.get().database()
        let store = try CaseStore(
            backend: try PostgreSQLBackend(options), codec: RegistryCodec()
        ) { _ in }
        defer { store.close() }
        #expect { try PostgreSQLRestoration.renew(options, erased: []) } throws: { error in
            (error as? StoreError)?.code == .locked
        }
    }
}
