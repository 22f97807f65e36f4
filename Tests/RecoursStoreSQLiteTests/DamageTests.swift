// SPDX-License-Identifier: EUPL-1.2

import Foundation
import RecoursCases
import RecoursStore
import RecoursStoreSQLite
import StoreContract
import Synchronization
import Testing

@Suite("Damage")
struct DamageTests {
    private let codec = RegistryCodec()

    private func open(_ directory: TemporaryDirectory) throws -> CaseStore {
        let backend = try SQLiteBackend(directory: directory.path, codec: codec)
        return try CaseStore(backend: backend, codec: codec) { _ in }
    }

    /// A store of 80 cases, of which a start does not come to the first.
    private func filled(_ directory: TemporaryDirectory) async throws -> [CaseReceipt] {
        let store = try open(directory)
        defer { store.close() }
        try await store.registerFixtures()
        var receipts: [CaseReceipt] = []
        for number in UInt64(1)...80 {
            receipts.append(try await store.file(try Fixtures.submission(number)))
        }
        return receipts
    }

    @Test("A command that meets damage half-way changes nothing, and its neighbours are done")
    func halfWay() async throws {
        let directory = try TemporaryDirectory()
        let receipts = try await filled(directory)
        var store = try open(directory)
        for receipt in receipts.prefix(2) {
            _ = try applied(
                await store.execute(
                    Fixtures.change(
                        receipt.identifier, by: Fixtures.association, .withdraw(reason: ""))))
        }
        store.close()
        try directory.tamper(
            """
            CREATE TABLE kept AS SELECT salt FROM event WHERE number = 65537;
            UPDATE event SET salt = zeroblob(32) WHERE number = 65537;
            """)
        store = try open(directory)
        let erasures = receipts.prefix(2).map { receipt in
            Fixtures.change(
                receipt.identifier, by: Fixtures.mediator,
                .act(.erase(reason: "À la demande du plaignant.")), minutesLater: 3)
        }
        let outcomes = await store.executeTogether(
            [.submit(try Fixtures.submission(81))] + erasures + [
                .submit(try Fixtures.submission(82))
            ])
        guard case .applied = outcomes[0], case .failed(let error) = outcomes[1],
            case .applied = outcomes[2], case .applied = outcomes[3]
        else { throw ContractBreach("\(outcomes)") }
        #expect(error.code == .corrupted)
        store.close()
        try directory.tamper(
            "UPDATE event SET salt = (SELECT salt FROM kept) WHERE number = 65537; DROP TABLE kept")
        store = try open(directory)
        defer { store.close() }
        // Mended, the case is as it was before.
        let history = try await store.history(
            .submitter(Fixtures.association), .identifier(receipts[0].identifier))
        #expect(history?.caseFile.state == .withdrawn)
        #expect(history?.events.count == 3)
        #expect(try await store.verifyChains().damagedCount == 0)
    }

    @Test("A list, an inbox and a queue pass over what is damaged, and say so")
    func passing() async throws {
        let directory = try TemporaryDirectory()
        _ = try await filled(directory)
        try directory.tamper(
            """
            UPDATE cases SET snapshot = zeroblob(40) WHERE row = 3;
            UPDATE cases SET id = zeroblob(3) WHERE row = 4;
            UPDATE inbox_entry SET event = event + 65536 WHERE position = 6;
            DELETE FROM inbox_entry WHERE position BETWEEN 8 AND 9;
            """)
        let store = try open(directory)
        defer { store.close() }
        let told = Mutex<[StoreError]>([])
        store.damage.report { error in told.withLock { $0.append(error) } }
        let list = try await store.cases(
            .submitter(Fixtures.association), CaseFilter(), after: nil, limit: 100)
        #expect(list.cases.count == 78 && list.damage.count == 2)
        let platform = try await store.partner(Fixtures.amazon)
        #expect(platform != nil)
        let page = try await store.inbox(.platform("amazon"), after: 0, limit: 100)
        // Two cases, an entry, and two that are gone.
        #expect(page.entries.count == 75)
        #expect(page.damage.count == 4)
        #expect(page.position == 80)
        let rest = try await store.inbox(.platform("amazon"), after: 4, limit: 2)
        #expect(rest.entries.map(\.position) == [5, 7])
        #expect(rest.damage.count == 2 && rest.position == 9)
        // What two readers meet is told once; the second case's row has no name of its own.
        #expect(told.withLock { $0.count } == 5)
    }

    @Test("A reader refuses a row beside the cases that was changed")
    func refusing() async throws {
        let directory = try TemporaryDirectory()
        _ = try await filled(directory)
        try directory.tamper(
            """
            UPDATE idempotency_key SET event = event + 65536 WHERE event >> 16 = 2;
            UPDATE external_reference SET event = event + 65536 WHERE event >> 16 = 3;
            UPDATE mandate SET first_day = first_day - 1;
            UPDATE partner SET name = 'Amazoo' WHERE slug = 'amazon';
            """)
        let store = try open(directory)
        defer { store.close() }
        for number in [UInt64(2), 3] {
            let outcome = await store.execute(
                .submit(
                    try Fixtures.submission(
                        number, key: Fixtures.key(number == 2 ? 2 : 9_000))))
            guard case .failed(let error) = outcome else { throw ContractBreach("\(outcome)") }
            #expect(error.code == .corrupted)
        }
        for read in [
            { _ = try await store.partner(Fixtures.amazon) },
            { _ = try await store.mandates(association: "cma-france", after: nil, limit: 9) },
        ] as [@Sendable () async throws -> Void] {
            let error = await #expect(throws: StoreError.self) { try await read() }
            #expect(error?.code == .corrupted)
        }
    }
}
