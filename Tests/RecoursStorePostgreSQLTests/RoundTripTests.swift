// SPDX-License-Identifier: EUPL-1.2

import RecoursCases
import RecoursStore
import StoreContract
import Synchronization
import Testing

@testable import RecoursStorePostgreSQL

@Suite("What a batch costs of the way to the database")
struct RoundTripTests {
    /// A back end whose writer's round trips are counted from commit to commit.
    private func rounds(
        of orders: [CaseOrder], after earlier: [CaseOrder]
    ) async throws -> (outcomes: [CaseOutcome], rounds: [Int]) {
        let options = try PostgreSQLCluster.shared.get().database()
        let backend = try PostgreSQLBackend(options)
        let observed = ObservedBackend(backend)
        let store = try CaseStore(backend: observed, codec: RegistryCodec()) { _ in }
        defer { store.close() }
        try await store.registerFixtures()
        for order in earlier { _ = try applied(await store.execute(order)) }
        let before = backend.roundTrips
        let batches = observed.batches
        let outcomes = await store.executeTogether(orders)
        return (outcomes, [backend.roundTrips - before, observed.batches - batches])
    }

    @Test("Cases are filed with three round trips a batch, however many they are")
    func filing() async throws {
        let orders = try (1...300).map { CaseOrder.submit(try Fixtures.submission($0)) }
        let (outcomes, rounds) = try await rounds(of: orders, after: [])
        for outcome in outcomes { _ = try applied(outcome) }
        // And one where a node of the tree is made of leaves of earlier batches.
        #expect(rounds[0] <= 3 * rounds[1] + 3)
        #expect(rounds[1] <= 5)
    }

    @Test("Cases filed before are found again with four round trips a batch")
    func filingAgain() async throws {
        let orders = try (1...100).map { CaseOrder.submit(try Fixtures.submission($0)) }
        let (outcomes, rounds) = try await rounds(of: orders, after: orders)
        for outcome in outcomes { _ = try replayed(outcome) }
        #expect(rounds[0] <= 4 * rounds[1])
    }

    @Test("Cases that are asked for at once are read with a round trip for each way to name them")
    func reading() async throws {
        let options = try PostgreSQLCluster.shared.get().database()
        let backend = try PostgreSQLBackend(options)
        let store = try CaseStore(backend: backend, codec: RegistryCodec()) { _ in }
        defer { store.close() }
        try await store.registerFixtures()
        let submissions = try (1...40).map { try Fixtures.submission($0) }
        let receipts = await store.executeTogether(submissions.map { .submit($0) })
        let numbers = try receipts.map { try applied($0).publicNumber }
        let references =
            submissions.map { CaseReference.identifier($0.identifier) }
            + numbers.map { CaseReference.publicNumber($0) }
            + [.identifier(CaseIdentifier(high: 1, low: 1))]

        let reader = PostgreSQLReader(PGSession(options), backend.identity.numbers)
        try reader.beginSnapshot()
        defer { reader.endSnapshot() }
        let scope = try #require(try reader.resolve(.mediator))
        let before = reader.session.current?.roundTrips ?? 0
        reader.prepare(references)
        let found = try references.map { try reader.caseRecord(scope, $0) }
        #expect((reader.session.current?.roundTrips ?? 0) - before == 2)
        #expect(found.dropLast().allSatisfy { $0 != nil } && found.last == .some(nil))
    }

    @Test("Cases are acknowledged with three round trips a batch")
    func changing() async throws {
        let submissions = try (1...100).map { try Fixtures.submission($0) }
        let changes = submissions.map { submission in
            Fixtures.change(
                submission.identifier, by: Fixtures.amazon, .acknowledge(Fixtures.contact))
        }
        let (outcomes, rounds) = try await rounds(
            of: changes, after: submissions.map { CaseOrder.submit($0) })
        for outcome in outcomes { _ = try applied(outcome) }
        #expect(rounds[0] <= 3 * rounds[1] + 2)
    }
}
