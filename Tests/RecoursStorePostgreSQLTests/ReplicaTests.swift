// SPDX-License-Identifier: EUPL-1.2

import RecoursCases
import RecoursStore
import StoreContract
import Testing

@testable import RecoursStorePostgreSQL

@Suite("Lists are read from a replica that is near enough", .serialized)
struct ReplicaTests {
    private static let staleness = Duration.seconds(2)

    /// How many cases a list has, and who told.
    private struct Found: Equatable {
        let count: Int
        let isOfReplica: Bool

        init(_ count: Int, ofReplica isOfReplica: Bool) {
            self.count = count
            self.isOfReplica = isOfReplica
        }
    }

    /// A store with a database of its own on a primary, and that one's standby.
    private struct World {
        let primary: PostgreSQLCluster
        let standby: PostgreSQLCluster
        let options: PostgreSQLStoreOptions
        let store: CaseStore

        init(staleness: Duration = ReplicaTests.staleness) throws {
            primary = try PostgreSQLCluster()
            standby = try PostgreSQLCluster(standbyOf: primary)
            var options = try primary.database()
            options.replica = standby.address(options.database)
            options.replicaStaleness = staleness
            self.options = options
            store = try CaseStore(
                backend: try PostgreSQLBackend(options), codec: RegistryCodec()
            ) { _ in Issue.record("A store stopped") }
        }

        func isNear() throws -> Bool { try #require(store.replicaState).trouble == nil }

        func waitUntilNear() async throws {
            try await waitUntil("the replica is near") { try isNear() }
        }

        func waitUntilLeft() async throws {
            try await waitUntil("the replica is left alone") { try !isNear() }
        }

        func list(since place: UInt64? = nil) async throws -> Found {
            let before = try #require(store.replicaUse)
            let page = try await store.cases(
                .mediator, CaseFilter(), after: nil, limit: 100, since: place)
            let after = try #require(store.replicaUse)
            #expect(after.replica + after.primary == before.replica + before.primary + 1)
            return Found(page.cases.count, ofReplica: after.replica > before.replica)
        }

        func file(_ number: UInt64) async throws {
            _ = try await store.file(try Fixtures.submission(number))
        }

        func replay(_ what: String) throws {
            _ = try standby.readingSession(options.database)
                .run([PGRequest("SELECT pg_wal_replay_\(what)()")])
        }
    }

    @Test("Lists and figures come from the replica; what shows one's own writes does not")
    func whatIsReadWhere() async throws {
        let world = try World()
        defer { world.store.close() }
        try await world.store.registerFixtures()
        for number in UInt64(1)...3 {
            try await world.file(number)
            // At once, however far the replica is.
            let found = try await world.store.caseFile(
                .mediator, .identifier(try Fixtures.submission(number).identifier))
            #expect(found != nil)
            let inbox = try await world.store.inbox(.platform("amazon"), after: 0, limit: 10)
            #expect(inbox.entries.count == Int(number))
        }
        #expect(world.store.replicaUse == ReplicaUse(replica: 0, primary: 0))
        try await world.waitUntilNear()
        try await waitUntil("the replica's list has all") {
            let found = try await world.list()
            return found.isOfReplica && found.count == 3
        }
        let figures = try await world.store.figures()
        #expect(!figures.isCurrent && !figures.tally.counts.isEmpty)
    }

    @Test("A primary that writes nothing makes no replica look behind")
    func quietPrimary() async throws {
        let world = try World(staleness: .seconds(1))
        defer { world.store.close() }
        try await world.store.registerFixtures()
        try await world.waitUntilNear()
        let begun = ContinuousClock.now
        while begun.duration(to: .now) < .seconds(4) {
            #expect(try await world.list().isOfReplica)
            try await Task.sleep(for: .milliseconds(100))
        }
    }

    @Test("A replica whose replay stands still is left for the primary, and taken up again")
    func pausedReplay() async throws {
        let world = try World()
        defer { world.store.close() }
        try await world.store.registerFixtures()
        try await world.waitUntilNear()
        try world.replay("pause")
        let begun = ContinuousClock.now
        try await world.file(1)
        try await world.waitUntilLeft()
        #expect(begun.duration(to: .now) < Self.staleness + .seconds(2))
        let found = try await world.list()
        #expect(found == Found(1, ofReplica: false))
        try world.replay("resume")
        try await world.waitUntilNear()
        let again = try await world.list()
        #expect(again == Found(1, ofReplica: true))
    }

    @Test("A page that follows one of the primary's is not older, however far the replica may be")
    func pagesDoNotGoBack() async throws {
        let world = try World(staleness: .seconds(60))
        defer { world.store.close() }
        try await world.store.registerFixtures()
        try await world.file(1)
        try await world.waitUntilNear()
        try await waitUntil("the replica has the case") {
            let found = try await world.list()
            return found == Found(1, ofReplica: true)
        }
        try world.replay("pause")
        try await world.file(2)
        // It may be a minute behind, so it is still read by whoever has seen nothing newer.
        let old = try await world.list()
        #expect(old == Found(1, ofReplica: true))
        let place = try PostgreSQLReader.place(PGSession(world.options))
        let new = try await world.list(since: place)
        #expect(new == Found(2, ofReplica: false))
        try world.replay("resume")
        try await waitUntil("the replica has come so far") {
            let found = try await world.list(since: place)
            return found == Found(2, ofReplica: true)
        }
    }

    @Test("When the replica is killed the primary answers, and nobody hears of it")
    func killedReplica() async throws {
        let world = try World()
        defer { world.store.close() }
        try await world.store.registerFixtures()
        try await world.file(1)
        try await world.waitUntilNear()
        world.standby.stop()
        for _ in 0..<5 {
            let found = try await world.list()
            #expect(found == Found(1, ofReplica: false))
        }
        try await world.waitUntilLeft()
        try await world.file(2)
        let found = try await world.list()
        #expect(found == Found(2, ofReplica: false))
    }

    @Test("A copy of another store, or a database that is no copy, is not read")
    func wrongReplica() async throws {
        let world = try World()
        world.store.close()
        let other = try world.primary.database()
        try PostgreSQLBackend(other).close()
        for (connection, trouble) in [
            (world.standby.address(other.database), "another store"),
            (world.primary.address(world.options.database), "no replica"),
        ] {
            var options = world.options
            options.replica = connection
            let backend = try PostgreSQLBackend(options)
            defer { backend.close() }
            let replica = try #require(backend.replica)
            try await waitUntil("it is found out") {
                replica.state.trouble?.contains(trouble) == true
            }
            #expect(!replica.isNear)
        }
    }
}
