// SPDX-License-Identifier: EUPL-1.2

import RecoursCases
import RecoursStore
import StoreContract
import Testing

@testable import RecoursStorePostgreSQL
@testable import RecoursStoreSQLite

@Suite("Copies that are broken off, or refused", .timeLimit(.minutes(5)))
struct UnfinishedCopyTests {
    @Test("Broken off anywhere, in a table or between two, a copy goes on and comes out whole")
    func goesOn() async throws {
        let moved = try MovedStore()
        // More events and nodes than go at a time.
        try await moved.fill(cases: UInt64(StoreRows.mostRows) * 5 / 4)
        var times = 0
        while try !isWhole(try moved.toDatabase(), looks: times) {
            #expect { try PostgreSQLBackend(moved.options) } throws: { error in
                (error as? StoreError)?.code == .incomplete
            }
            // No number of looks that a table takes, so that it is now in one and now between two.
            times += 3
        }
        #expect(times > 60)
        let store = try moved.database()
        #expect(try await store.verifyChains().damagedCount == 0)
        store.close()
        times = 0
        while try !isWhole(try moved.toFile(), looks: times) {
            #expect { try moved.file(moved.another) } throws: { error in
                (error as? StoreError)?.code == .incomplete
            }
            times += 7
        }
        try moved.file(moved.another).close()
    }

    /// Runs until a number of looks at how far it is; false if that was before its end.
    private func isWhole(_ transfer: StoreTransfer, looks: Int) throws -> Bool {
        var left = looks
        do throws(StoreError) {
            let report = try transfer.run { _ throws(StoreError) in
                left -= 1
                if left < 0 { throw .brokenOff }
            }
            #expect(report.isEqual)
            return true
        } catch {
            guard error == .brokenOff else { throw error }
            return false
        }
    }

    @Test(
        "A row that is changed, lost or added is found, and the store opened by nobody",
        arguments: [
            ("UPDATE cases SET platform = 'wish' WHERE case_row = 2", "cases", ["platform"]),
            ("UPDATE event SET salt = '' WHERE number = 65537", "event", ["salt"]),
            ("UPDATE event SET link = link || '\\x00' WHERE number = 65537", "event", ["link"]),
            ("UPDATE partner SET checksum = checksum + 1", "partner", ["checksum"]),
            ("UPDATE inbox SET head = head + 1", "inbox", ["head"]),
            ("UPDATE tree_node SET hash = sha256(hash)", "tree_node", ["hash"]),
            ("DELETE FROM idempotency_key WHERE event < 70000", "idempotency_key", nil),
            ("INSERT INTO row_gap VALUES (900, 901)", "row_gap", nil),
        ] as [(String, String, [String]?)])
    func findsTampering(_ sql: String, _ table: String, _ columns: [String]?) async throws {
        let moved = try MovedStore()
        try await moved.fill(cases: 3)
        #expect(throws: StoreError.brokenOff) {
            try moved.toDatabase().run { progress throws(StoreError) in
                if progress.stage == .comparing { throw .brokenOff }
            }
        }
        try moved.session().script(sql)
        let report = try moved.toDatabase().run { _ in }
        #expect(!report.isEqual)
        let differing = report.tables.filter { !$0.isEqual }
        // Nor is a row that was lost before the last one put back in silence.
        #expect(differing.map(\.table.name) == [table])
        if let columns { #expect(differing.first?.differing == columns) }
        #expect { try PostgreSQLBackend(moved.options) } throws: { error in
            (error as? StoreError)?.code == .incomplete
        }
    }

    @Test("A finished copy is known, and what holds something else is refused by name")
    func states() async throws {
        let moved = try MovedStore()
        try await moved.fill(cases: 3)
        let source = try SQLiteTables(directory: moved.directory).identity
        #expect(try PostgreSQLTableTarget(moved.options).state(for: source) == .empty)
        _ = try? moved.toDatabase().run { _ throws(StoreError) in throw .brokenOff }
        #expect(try PostgreSQLTableTarget(moved.options).state(for: source) == .begun)
        var other = source
        other.epoch[0] ^= 1
        let half = try PostgreSQLTableTarget(moved.options).state(for: other)
        guard case .occupied(let words) = half else {
            Issue.record("\(half)")
            return
        }
        #expect(words.hasPrefix("an unfinished copy of another store"))
        #expect(try moved.toDatabase().run { _ in }.isEqual)
        #expect(try PostgreSQLTableTarget(moved.options).state(for: source) == .finished)
        guard case .occupied(let named) = try PostgreSQLTableTarget(moved.options).state(for: other)
        else {
            Issue.record("Taken")
            return
        }
        #expect(named.contains("partner (6)") && named.contains("cases (5)"))
    }

    @Test("A store that is served is neither copied nor filled")
    func served() async throws {
        let moved = try MovedStore()
        try await moved.fill(cases: 1)
        let file = try moved.file()
        #expect { try SQLiteTables(directory: moved.directory) } throws: { error in
            (error as? StoreError)?.code == .locked
        }
        file.close()
        let database = try moved.database()
        #expect { try PostgreSQLTables(moved.options) } throws: { error in
            (error as? StoreError)?.code == .locked
        }
        #expect { try PostgreSQLTableTarget(moved.options) } throws: { error in
            (error as? StoreError)?.code == .locked
        }
        database.close()
        #expect(try moved.toDatabase().run { _ in }.isEqual)
    }
}
