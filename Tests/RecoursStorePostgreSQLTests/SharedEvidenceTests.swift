// SPDX-License-Identifier: EUPL-1.2

import RecoursCases
import RecoursStore
import StoreContract
import Testing

@testable import RecoursStorePostgreSQL

@Suite("Files that the servers of one database share", .serialized)
struct SharedEvidenceTests {
    private func store(_ options: PostgreSQLStoreOptions) throws -> CaseStore {
        try CaseStore(backend: try PostgreSQLBackend(options), codec: RegistryCodec()) { _ in
            Issue.record("A store stopped")
        }
    }

    @Test("One server names files that another removes: each is named, or gone, and never both")
    func namedOrGone() async throws {
        let options = try PostgreSQLCluster.shared.get().database()
        let (first, second) = (try store(options), try store(options))
        defer {
            first.close()
            second.close()
        }
        try await first.registerFixtures()
        let numbers = Array(UInt64(1)...150)
        let contents = StandInContents()
        async let kept = withTaskGroup(of: UInt64?.self) { group in
            for number in numbers {
                group.addTask {
                    let order = Fixtures.keeping(number, in: contents)
                    return if case .kept = await first.execute(order) { number } else { nil }
                }
            }
            return await group.reduce(into: Set<UInt64>()) { if let one = $1 { $0.insert(one) } }
        }
        // From the last to the first, so that the two meet.
        for number in numbers.reversed() {
            let order = EvidenceOrder.remove([Fixtures.content(number)], from: contents)
            guard case .removed(_, looked: 1) = await second.execute(order) else {
                Issue.record("It was not removed")
                continue
            }
        }
        let named = Set(await kept.map(Fixtures.content))
        #expect(named.isDisjoint(with: contents.removed))
        #expect(named.count + contents.removed.count == numbers.count)
        let unnamed = try await first.unnamedContents(among: numbers.map(Fixtures.content))
        #expect(Set(unnamed) == contents.removed)
    }

    @Test("A file stays as long as its last name's end may be lost with the primary")
    func unconfirmed() async throws {
        // The setting is of a whole cluster.
        let cluster = try PostgreSQLCluster()
        var options = try cluster.database()
        options.idleTime = .seconds(1)
        let store = try store(options)
        defer { store.close() }
        try await store.registerFixtures()
        let contents = StandInContents()
        let order = EvidenceOrder.remove([Fixtures.content(1)], from: contents)
        try cluster.set("synchronous_standby_names", to: "nobody")
        try await waitUntil("the setting counts") {
            let shown = try cluster.session().run([PGRequest("SHOW synchronous_standby_names")])
            return shown[0].first?.text(0) == "nobody"
        }
        guard case .failed(let error) = await store.execute(order) else {
            Issue.record("It was removed")
            return
        }
        #expect(error.code == .unavailable && contents.removed.isEmpty)
        try cluster.set("synchronous_standby_names", to: "")
        try await waitUntil("it is removed") {
            if case .removed = await store.execute(order) { true } else { false }
        }
        #expect(contents.removed == [Fixtures.content(1)])
    }
}
