// SPDX-License-Identifier: EUPL-1.2

import RecoursCases
import RecoursStore
import StoreContract
import Testing

@testable import RecoursStorePostgreSQL

@Suite("Damaged rows in PostgreSQL")
struct DamageTests {
    /// A store with two cases, and a session that can change its rows.
    private func store() async throws -> (CaseStore, PostgreSQLBackend, PGConnection) {
        let cluster = try PostgreSQLCluster.shared.get()
        let options = try cluster.schema()
        let backend = try PostgreSQLBackend(options)
        let store = try CaseStore(backend: backend, codec: RegistryCodec()) { _ in }
        try await store.registerFixtures()
        for number in UInt64(1)...2 { _ = try await store.file(try Fixtures.submission(number)) }
        try await store.reportCopies()
        return (store, backend, try PGSession.connect(options))
    }

    /// What a scrub finds in an area.
    private func scrub(
        _ area: ScrubArea, _ store: CaseStore
    ) async throws -> (records: Int, damage: [StoreError]) {
        var place: ScrubPlace?
        var found: (records: Int, damage: [StoreError]) = (0, [])
        repeat {
            let slice = try await store.scrub(area, after: place)
            found.records += slice.records
            found.damage += slice.damage
            place = slice.next
        } while place != nil
        return found
    }

    @Test("A scrub looks at every row, and finds nothing in a sound store")
    func sound() async throws {
        let (store, _, _) = try await store()
        defer { store.close() }
        let expected: [(ScrubArea, Int)] = [
            (.partners, 6), (.mandates, 2), (.cases, 6), (.keys, 2), (.references, 2),
            (.evidence, 0), (.works, 1), (.claims, 1), (.claimListings, 2), (.claimCalls, 3),
            (.pages, 0),
        ]
        for (area, records) in expected {
            let found = try await scrub(area, store)
            #expect(found.damage.isEmpty && found.records == records, "\(area): \(found)")
        }
        let inboxes = try await scrub(.inboxes, store)
        #expect(inboxes.damage.isEmpty && inboxes.records >= 2)
    }

    static let changes: [(ScrubArea, String)] = [
        (.partners, "UPDATE partner SET name = 'x' WHERE number = 1"),
        (.mandates, "UPDATE mandate SET last_day = 99999 WHERE association = 1"),
        (.cases, "UPDATE cases SET platform = 'wish' WHERE case_row = 2"),
        (.cases, "UPDATE event SET at = at + 1 WHERE number = (1 << 16) + 2"),
        (.cases, "DELETE FROM event WHERE number = (1 << 16) + 2"),
        (.cases, "DELETE FROM cases WHERE case_row = 1"),
        (.keys, "UPDATE idempotency_key SET event = event + 1 WHERE event >> 16 = 1"),
        (.references, "UPDATE external_reference SET event = event + 1 WHERE event >> 16 = 1"),
        (.inboxes, "UPDATE inbox_entry SET kind = kind + 1 WHERE position = 1"),
        (.inboxes, "DELETE FROM inbox_entry WHERE position = 1"),
        (.works, "UPDATE work SET registrant = registrant + 1 WHERE number = 1"),
        (.claims, "UPDATE claim SET work = work + 1 WHERE number = 1"),
        (.claimListings, "UPDATE claim_listing SET platform = 'wish' WHERE number = 1"),
        (.claimListings, "UPDATE claim_listing SET report = report + 9 WHERE number = 2"),
        (.claimCalls, "UPDATE claim_call SET at = at + 1"),
    ]

    @Test("A scrub finds each changed or lost row", arguments: changes)
    func changed(area: ScrubArea, change: String) async throws {
        let (store, _, session) = try await store()
        defer { store.close() }
        try session.script(change)
        #expect(try await !scrub(area, store).damage.isEmpty)
    }

    @Test("A damaged row is the trouble of the command that meets it")
    func commands() async throws {
        let (store, _, session) = try await store()
        defer { store.close() }
        try session.script("UPDATE cases SET platform = 'wish' WHERE case_row = 1")
        let outcomes = await store.executeTogether(
            try (1...2).map { number in
                Fixtures.change(
                    try Fixtures.submission(number).identifier, by: Fixtures.association,
                    .withdraw(reason: ""))
            })
        guard case .failed(let error) = outcomes[0] else {
            Issue.record("\(outcomes[0])")
            return
        }
        #expect(error.code == .corrupted)
        _ = try applied(outcomes[1])
    }

    @Test("An inbox tells what is damaged, and goes on behind it")
    func inboxes() async throws {
        let (store, _, session) = try await store()
        defer { store.close() }
        try session.script("UPDATE inbox_entry SET kind = kind + 1 WHERE position = 1")
        let page = try await store.inbox(.platform("amazon"), after: 0, limit: 10)
        #expect(page.damage.count == 1)
        #expect(page.entries.map(\.position) == [2])
    }

    @Test("Cases that were erased are listed")
    func erased() async throws {
        let (store, backend, _) = try await store()
        defer { store.close() }
        let identifier = try Fixtures.submission(1).identifier
        let withdrawal = Fixtures.change(
            identifier, by: Fixtures.association, .withdraw(reason: ""))
        _ = try applied(await store.execute(withdrawal))
        #expect(try backend.erasedCases().isEmpty)
        try await store.erase(identifier)
        #expect(try backend.erasedCases() == [identifier])
    }
}
