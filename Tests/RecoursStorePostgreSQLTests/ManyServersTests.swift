// SPDX-License-Identifier: EUPL-1.2

import Foundation
import RecoursCases
import RecoursStore
import StoreContract
import Synchronization
import Testing

@testable import RecoursStorePostgreSQL

@Suite("Many servers on one database", .serialized)
struct ManyServersTests {
    /// A server's store, and its codec that knows what all of them encode.
    private func store(
        _ options: PostgreSQLStoreOptions, _ codec: RegistryCodec
    ) throws -> (CaseStore, PostgreSQLBackend) {
        let backend = try PostgreSQLBackend(options)
        let store = try CaseStore(backend: backend, codec: codec) { _ in
            Issue.record("A store stopped")
        }
        return (store, backend)
    }

    @Test("Two write at once: each case once, inboxes without a gap, trees and figures right")
    func writesTogether() async throws {
        let options = try PostgreSQLCluster.shared.get().database()
        let codec = RegistryCodec()
        let (first, _) = try store(options, codec)
        let (second, _) = try store(options, codec)
        defer {
            first.close()
            second.close()
        }
        try await first.registerFixtures()
        let count = UInt64(200)
        // Every tenth key is sent to both.
        async let toFirst = file(count, from: 0, on: first)
        async let toSecond = file(count, from: count * 9 / 10, on: second)
        let (left, right) = try await (toFirst, toSecond)
        let all = Set((left + right).map(\.identifier))
        #expect(all.count == Int(count * 19 / 10))
        for store in [first, second] {
            let report = try await store.verifyChains()
            #expect(report.cases == all.count && report.damagedCount == 0)
            try await store.requireRightFigures()
            let inbox = try await entries(of: .platform("amazon"), on: store)
            #expect(inbox.map(\.position) == Array(1...UInt64(all.count)))
            #expect(Set(inbox.map(\.caseFile.identifier)) == all)
            let listed = try await store.listAll(.mediator, CaseFilter(), pageSize: 50)
            #expect(listed.count == all.count)
        }
        let leaves = try await first.leaves(of: Fixtures.association)
        #expect(try await second.leaves(of: Fixtures.association) == leaves)
        #expect(leaves.count == 2 * all.count)
    }

    private func file(
        _ count: UInt64, from first: UInt64, on store: CaseStore
    ) async throws -> [CaseReceipt] {
        try await withThrowingTaskGroup(of: CaseReceipt.self) { group in
            for number in first..<first + count {
                group.addTask {
                    let submission = try Fixtures.submission(number + 1)
                    switch await store.execute(.submit(submission)) {
                    case .applied(let receipt), .replayed(let receipt): return receipt
                    case let other: throw ContractBreach("\(other)")
                    }
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
    }

    private func entries(
        of scope: CaseScope, on store: CaseStore
    ) async throws -> [InboxEntry] {
        var found: [InboxEntry] = []
        while true {
            let page = try await store.inbox(scope, after: UInt64(found.count), limit: 100)
            if page.entries.isEmpty { return found }
            found += page.entries
        }
    }

    @Test("Inboxes fill in order before the eyes of whoever reads while others write")
    func readsInOrder() async throws {
        let options = try PostgreSQLCluster.shared.get().database()
        let codec = RegistryCodec()
        let (first, _) = try store(options, codec)
        let (second, _) = try store(options, codec)
        defer {
            first.close()
            second.close()
        }
        try await first.registerFixtures()
        async let seen = positions(200, of: .platform("amazon"), on: second)
        async let left = file(100, from: 0, on: first)
        async let right = file(100, from: 100, on: second)
        #expect(try await left.count + right.count == 200)
        #expect(try await seen == Array(1...200))
    }

    /// Reads an inbox over and over, until so many entries have come.
    private func positions(
        _ count: Int, of scope: CaseScope, on store: CaseStore
    ) async throws -> [UInt64] {
        var seen: [UInt64] = []
        try await waitUntil("all entries are seen") {
            let page = try await store.inbox(scope, after: UInt64(seen.count), limit: 100)
            seen += page.entries.map(\.position)
            return seen.count >= count
        }
        return seen
    }

    @Test("A batch begins when the one before it has ended, however long that takes")
    func waitsForItsTurn() async throws {
        let cluster = try PostgreSQLCluster.shared.get()
        let options = try cluster.database()
        let (store, _) = try store(options, RegistryCodec())
        defer { store.close() }
        try await store.registerFixtures()
        let session = try cluster.session(options.database)
        _ = try session.run([PGRequest("BEGIN"), PGRequest(PostgreSQLWriter.lock)])
        let isDone = Mutex(false)
        async let receipt = {
            let receipt = try await store.file(try Fixtures.submission(1))
            isDone.withLock { $0 = true }
            return receipt
        }()
        try await Task.sleep(for: .milliseconds(300))
        let wasDone = isDone.withLock { $0 }
        #expect(!wasDone)
        _ = try session.run([PGRequest("COMMIT")])
        _ = try await receipt
    }

    @Test("A server that waits for its turn too long is told so, and goes on afterwards")
    func givesItsTurnUp() async throws {
        let cluster = try PostgreSQLCluster.shared.get()
        var options = try cluster.database()
        options.lockTime = .milliseconds(200)
        let (store, _) = try store(options, RegistryCodec())
        defer { store.close() }
        try await store.registerFixtures()
        let session = try cluster.session(options.database)
        _ = try session.run([PGRequest("BEGIN"), PGRequest(PostgreSQLWriter.lock)])
        guard case .failed(let error) = await store.execute(.submit(try Fixtures.submission(1)))
        else {
            Issue.record("It did not wait")
            return
        }
        #expect(error.code == .unavailable)
        _ = try session.run([PGRequest("COMMIT")])
        _ = try await store.file(try Fixtures.submission(1))
    }

    @Test("Connections that were cut are made anew, for commands and for reads")
    func reconnects() async throws {
        let cluster = try PostgreSQLCluster.shared.get()
        let options = try cluster.database()
        let (store, _) = try store(options, RegistryCodec())
        defer { store.close() }
        try await store.registerFixtures()
        let receipt = try await store.file(try Fixtures.submission(1))
        _ = try await store.caseFile(.mediator, .identifier(receipt.identifier))
        try cluster.session().script(
            """
            SELECT pg_terminate_backend(pid) FROM pg_stat_activity
            WHERE datname = '\(options.database)'
            """)
        let found = try await store.caseFile(.mediator, .identifier(receipt.identifier))
        #expect(found?.version == receipt.version)
        _ = try await store.file(try Fixtures.submission(2))
    }

    @Test("A server hears of what another commits, and not of its own")
    func hearsOfOthers() async throws {
        let options = try PostgreSQLCluster.shared.get().database()
        let codec = RegistryCodec()
        let (first, firstBackend) = try store(options, codec)
        let (second, secondBackend) = try store(options, codec)
        defer {
            first.close()
            second.close()
        }
        let heard = Mutex<[StoreNews]>([])
        let own = Mutex<[StoreNews]>([])
        let news = try PostgreSQLNews(secondBackend) { item in heard.withLock { $0.append(item) } }
        let ownNews = try PostgreSQLNews(firstBackend) { item in own.withLock { $0.append(item) } }
        defer {
            news.close()
            ownNews.close()
        }
        let begun = ContinuousClock.now
        try await first.registerFixtures()
        try await waitUntil("the registry's change is heard") {
            heard.withLock { $0.contains { $0.changesRegistry } }
        }
        let amazon = try #require(try await second.partner(Fixtures.amazon)).number
        for number in UInt64(1)...3 { _ = try await first.file(try Fixtures.submission(number)) }
        try await waitUntil("all entries are heard") {
            heard.withLock { $0.contains { $0.growth.inboxes[amazon] == 3 } }
        }
        #expect(begun.duration(to: .now) < .seconds(5))
        let ownCount = own.withLock { $0.count }
        #expect(ownCount == 0)
    }

    @Test("Who waits at one server for reports is woken by what another commits")
    func reportsElsewhere() async throws {
        let options = try PostgreSQLCluster.shared.get().database()
        let codec = RegistryCodec()
        let (first, _) = try store(options, codec)
        let (second, secondBackend) = try store(options, codec)
        defer {
            first.close()
            second.close()
        }
        let news = try PostgreSQLNews(secondBackend) { second.hear($0.growth) }
        defer { news.close() }
        try await first.registerFixtures()
        let begun = ContinuousClock.now
        async let isWoken = second.waitForReports(
            to: "amazon", after: 0, until: begun + .seconds(20))
        async let isOther = second.waitForReports(
            to: "wish", after: 0, until: begun + .seconds(3))
        try await Task.sleep(for: .milliseconds(200))
        try await first.reportCopies()
        #expect(try await isWoken && begun.duration(to: .now) < .seconds(10))
        #expect(try await isOther == false)
    }

    @Test("One server at a time has the turn, and another when it ends or is cut off")
    func takesTurns() async throws {
        let cluster = try PostgreSQLCluster.shared.get()
        let options = try cluster.database()
        let backends = try (0..<3).map { _ in try PostgreSQLBackend(options) }
        defer { for backend in backends { backend.close() } }
        var turns = backends.map { PostgreSQLTurn($0) }
        defer { for turn in turns { turn.close() } }
        func holder() -> Int? { turns.indices.first { turns[$0].isOurs } }
        for _ in 0..<2 {
            try await waitUntil("one has the turn") { holder() != nil }
            try await Task.sleep(for: .milliseconds(1_500))
            #expect(turns.count { $0.isOurs } == 1)
            let ended = turns.remove(at: try #require(holder()))
            ended.close()
            #expect(!ended.isOurs)
        }
        try await waitUntil("the last has the turn") { holder() == 0 }
        try cluster.session().script(
            """
            SELECT pg_terminate_backend(pid) FROM pg_locks JOIN pg_database ON oid = database
            WHERE locktype = 'advisory' AND objid = 3 AND datname = '\(options.database)'
            """)
        try await waitUntil("it is noticed") { holder() == nil }
        try await waitUntil("it is had again") { holder() == 0 }
    }

    @Test("A newer schema is refused")
    func refusesNewerSchema() throws {
        let cluster = try PostgreSQLCluster.shared.get()
        let options = try cluster.database()
        try PostgreSQLBackend(options).close()
        try cluster.session(options.database)
            .script("INSERT INTO schema_version (number, name) VALUES (99, 'of the future')")
        #expect { try PostgreSQLBackend(options) } throws: { error in
            (error as? StoreError)?.code == .newerSchema
        }
    }

    @Test("Servers that start at once on an empty database make one store")
    func startTogether() async throws {
        let options = try PostgreSQLCluster.shared.get().database()
        let epochs = try await withThrowingTaskGroup(of: [UInt8].self) { group in
            for _ in 0..<4 {
                group.addTask {
                    let backend = try PostgreSQLBackend(options)
                    defer { backend.close() }
                    return backend.identity.epoch
                }
            }
            return try await group.reduce(into: Set<[UInt8]>()) { $0.insert($1) }
        }
        #expect(epochs.count == 1)
    }
}
