// SPDX-License-Identifier: EUPL-1.2

import Foundation
import RecoursCases
import RecoursStore
import RecoursStoreSQLite
import StoreContract
import Testing

@Suite("Scrub")
struct ScrubTests {
    private let codec = RegistryCodec()

    private func open(_ directory: TemporaryDirectory) throws -> CaseStore {
        let backend = try SQLiteBackend(directory: directory.path, codec: codec)
        return try CaseStore(backend: backend, codec: codec) { _ in }
    }

    /// A store with a row of each kind, and enough behind the first case that a start does not come
    /// to it.
    private func filled(_ directory: TemporaryDirectory) async throws -> CaseReceipt {
        let store = try open(directory)
        defer { store.close() }
        try await store.registerFixtures()
        let first = try await store.file(try Fixtures.submission(1))
        _ = try applied(
            await store.execute(
                Fixtures.change(
                    first.identifier, by: Fixtures.amazon, .acknowledge(Fixtures.contact),
                    key: Fixtures.key(7_000))))
        try await store.keepFile()
        try await store.reportCopies()
        for number in UInt64(2)...70 { _ = try await store.file(try Fixtures.submission(number)) }
        return first
    }

    @Test("A store as it was written has nothing to find, whatever it went through")
    func nothing() async throws {
        let directory = try TemporaryDirectory()
        let first = try await filled(directory)
        let store = try open(directory)
        defer { store.close() }
        let other = try await store.fileAndWithdraw(try Fixtures.submission(80))
        try await store.erase(other.identifier)
        let (records, damage) = try await store.scrubAll()
        #expect(damage.isEmpty)
        // 71 cases and their events at least.
        #expect(records > 71 * 3)
        let found = try await store.caseFile(.mediator, .identifier(first.identifier))
        #expect(found?.version == 3)
    }

    /// A change of one column of one row, behind the store's back.
    struct Change: Sendable, CustomTestStringConvertible {
        let table: String
        let column: String
        let value: String
        let row: String

        init(_ table: String, _ column: String, _ value: String, where row: String) {
            self.table = table
            self.column = column
            self.value = value
            self.row = row
        }

        var sql: String { "UPDATE \(table) SET \(column) = \(value) WHERE \(row)" }
        var testDescription: String { "\(table).\(column)" }
    }

    private static func flip(_ column: String) -> String {
        "CAST(x'ff' || substr(\(column), 2) AS BLOB)"
    }

    static let changes: [Change] =
        ["version", "state", "submitter", "transmitted", "siren", "due_at", "alarm_at"].map {
            Change("cases", $0, "\($0) + 1", where: "row = 1")
        } + [
            Change("cases", "platform", "'amazoo'", where: "row = 1"),
            Change("cases", "number", "number + 1", where: "row = 1"),
            Change("cases", "id", flip("id"), where: "row = 1"),
            Change("cases", "snapshot", flip("snapshot"), where: "row = 1"),
            Change("cases", "row", "-5", where: "row = 1"),
        ]
        + ["fingerprint", "salt", "link", "bytes"].map {
            Change("event", $0, flip($0), where: "number = 65539")
        }
        + ["state_after", "at", "method", "tree", "place"].map {
            Change("event", $0, "\($0) + 1", where: "number = 65539")
        } + [
            Change("event", "number", "65540", where: "number = 65539"),
            Change("idempotency_key", "key", flip("key"), where: "event >> 16 = 3"),
            Change("idempotency_key", "event", "event + 65536", where: "event >> 16 = 3"),
            Change("idempotency_key", "method", "2", where: "event >> 16 = 3"),
            Change("idempotency_key", "partner", "partner + 1", where: "event >> 16 = 3"),
            Change("external_reference", "reference", "'REF-0'", where: "event >> 16 = 4"),
            Change("external_reference", "event", "event + 65536", where: "event >> 16 = 4"),
            Change("external_reference", "submitter", "9", where: "event >> 16 = 4"),
            Change("inbox_entry", "event", "event + 65536", where: "position = 5"),
            Change("inbox_entry", "kind", "kind + 1", where: "position = 5"),
            Change("inbox_entry", "position", "500", where: "position = 5"),
            Change("inbox_entry", "inbox", "77", where: "position = 5"),
            Change("inbox", "head", "head - 1", where: "number > 0"),
            Change("partner", "name", "'Amazoo'", where: "slug = 'amazon'"),
            Change("partner", "kind", "2", where: "slug = 'cma-france'"),
            Change("mandate", "siren", "'732829321'", where: "1"),
            Change("mandate", "first_day", "first_day - 1", where: "1"),
            Change("evidence", "sha256", flip("sha256"), where: "1"),
            Change("evidence", "name", "'autre.png'", where: "1"),
            Change("evidence", "size", "size + 1", where: "1"),
            Change("work", "body", flip("body"), where: "1"),
            Change("work", "registrant", "77", where: "1"),
            Change("claim", "body", flip("body"), where: "1"),
            Change("claim", "work", "work + 1", where: "1"),
            Change("claim_listing", "body", flip("body"), where: "number = 2"),
            Change("claim_listing", "platform", "'wish'", where: "number = 1"),
            Change("claim_listing", "report", "report + 9", where: "number = 1"),
            Change("claim_listing", "awaits", "1", where: "number = 1"),
            Change("claim_call", "fingerprint", flip("fingerprint"), where: "1"),
            Change("claim_call", "result", flip("result"), where: "1"),
        ]

    @Test("A column that was changed is found", arguments: changes)
    func column(_ change: Change) async throws {
        let directory = try TemporaryDirectory()
        _ = try await filled(directory)
        try directory.tamper("PRAGMA foreign_keys = OFF; \(change.sql)")
        let store = try open(directory)
        defer { store.close() }
        let (_, damage) = try await store.scrubAll()
        #expect(!damage.isEmpty)
        #expect(damage.allSatisfy { $0.remedy == StoreError.restoring })
    }

    @Test(
        "An index that has lost a case is found",
        arguments: ["cases_submitter", "cases_platform", "cases_siren", "cases_alarm", "cases_id"])
    func index(_ name: String) async throws {
        let directory = try TemporaryDirectory()
        _ = try await filled(directory)
        // The index is made to skip a row, and then said to be the old one.
        try directory.tamper(
            """
            CREATE TABLE kept AS SELECT sql FROM sqlite_schema WHERE name = '\(name)';
            DROP INDEX \(name);
            CREATE INDEX \(name) ON cases (\(name == "cases_id" ? "id" : "row")) WHERE row > 1;
            PRAGMA writable_schema = ON;
            UPDATE sqlite_schema SET sql = (SELECT sql FROM kept) WHERE name = '\(name)';
            PRAGMA writable_schema = RESET;
            DROP TABLE kept;
            """)
        let store = try open(directory)
        defer { store.close() }
        let (_, damage) = try await store.scrubAll()
        #expect(damage.contains { $0.message.contains(name) })
    }

    @Test("Rows of a store of an older version, which have no checksums, are no damage")
    func older() async throws {
        let directory = try TemporaryDirectory()
        _ = try await filled(directory)
        let tables = [
            "partner", "mandate", "event", "idempotency_key", "external_reference", "inbox_entry",
        ]
        let drops = tables.map { "ALTER TABLE \($0) DROP COLUMN checksum;" }.joined()
        try directory.tamper(
            drops + "DELETE FROM grdb_migrations WHERE identifier = '12 row checksums'")
        let store = try open(directory)
        defer { store.close() }
        _ = try await store.file(try Fixtures.submission(90))
        let (_, damage) = try await store.scrubAll()
        #expect(damage.isEmpty)
    }

    @Test("A damaged page costs what lies on it, and no more than the scrub's area")
    func page() async throws {
        let directory = try TemporaryDirectory()
        _ = try await filled(directory)
        let url = URL(fileURLWithPath: directory.database)
        let whole = try Data(contentsOf: url)
        var refused = 0
        for page in stride(from: 4_096, to: whole.count, by: 4_096) {
            var damaged = whole
            damaged.replaceSubrange(page..<page + 4_096, with: Data(count: 4_096))
            try damaged.write(to: url)
            guard let store = try? open(directory) else {
                refused += 1
                continue
            }
            let (_, damage) = try await store.scrubAll()
            store.close()
            #expect(!damage.isEmpty, "page \(page / 4_096 + 1)")
        }
        #expect(refused > 0)
    }
}

extension CaseStore {
    /// Scrubs everything; rows looked at, and what is damaged.
    func scrubAll() async throws -> (records: Int, damage: [StoreError]) {
        var records = 0
        var damage: [StoreError] = []
        for area in ScrubArea.allCases {
            var place: ScrubPlace?
            repeat {
                let slice = try await scrub(area, after: place)
                records += slice.records
                damage += slice.damage
                place = slice.next
            } while place != nil
        }
        return (records, damage)
    }

    fileprivate func keepFile() async throws {
        let claim = EvidenceClaim(
            name: "preuve.pdf", size: 1_000, sha256: [UInt8](repeating: 9, count: 32), media: .pdf,
            visibility: .parties, capturedAt: nil, sourceURL: "")
        let outcome = await execute(
            .keep(
                EvidenceIdentifier(high: 0x0192_0000_0000_7000, low: 1),
                owner: Fixtures.association, claim, at: Fixtures.now, in: StandInContents()))
        guard case .kept = outcome else { throw ContractBreach("\(outcome)") }
    }
}
