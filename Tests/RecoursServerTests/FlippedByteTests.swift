// SPDX-License-Identifier: EUPL-1.2

import Foundation
import GRDBSQLite
import RecoursCases
import RecoursStore
import RecoursStoreSQLite
import StoreContract
import Testing

@testable import RecoursServer

@Suite("Flipped bytes of a store", .timeLimit(.minutes(10)))
struct FlippedByteTests {
    /// Every how manieth byte that is not zero: all of them take half an hour.
    private static let stride =
        ProcessInfo.processInfo.environment["RECOURS_FLIP_STRIDE"].flatMap { Int($0) } ?? 101

    /// What no event, no checksum and no other row holds, column by column. A manifest's hash does.
    private static let uncovered: Set<String> = [
        "partner.name", "partner.siren", "partner.created_at", "partner_key.not_after",
        "partner_key.instance", "partner_key.spki", "mandate.siren", "mandate.first_day",
        "mandate.last_day", "mandate.document", "mark.name", "mark.value", "store.epoch",
        "event.method", "event.fingerprint", "inbox_entry.kind", "idempotency_key.key",
        "idempotency_key.method",
        "idempotency_key.partner", "external_reference.reference",
    ]

    /// A stopped store with a few cases that have come some way.
    private func founded(_ directory: String) async throws {
        let codec = StoreCodec()
        let backend = try SQLiteBackend(directory: directory, codec: codec)
        let store = try CaseStore(backend: backend, codec: codec) { _ in }
        defer { store.close() }
        try await store.registerFixtures()
        for number in 1...6 {
            let receipt = try await store.file(try Fixtures.submission(UInt64(number)))
            guard number > 2 else { continue }
            _ = await store.execute(
                Fixtures.change(
                    receipt.identifier, by: Fixtures.amazon,
                    .acknowledge(Fixtures.contact)))
            guard number > 4 else { continue }
            _ = await store.execute(
                Fixtures.change(
                    receipt.identifier, by: Fixtures.association, .withdraw(reason: "Réglé."),
                    minutesLater: 2))
        }
    }

    /// What is wrong by the examination; nil: nothing is.
    private func finding(in path: String) -> String? {
        do {
            let copy = try SQLiteSnapshot(path)
            let found = try ContentsExamination(
                copy, evidence: "/nonexistent", codec: StoreCodec(), hashesEvidence: false
            ) { _ throws(StoreError) in }
            return found.findings.first?.description
        } catch {
            return "\(error)"
        }
    }

    @Test("One is found wherever it changes what is stored, but for columns that nothing holds")
    func everyByte() async throws {
        let directory = FileManager.default.temporaryDirectory.path + "/flips-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: directory) }
        try await founded(directory)
        let path = "\(directory)/store.sqlite"
        let whole = try Data(contentsOf: URL(fileURLWithPath: path))
        #expect(finding(in: path) == nil)
        let before = try #require(StoredRows(path))
        let flipped = "\(directory)/flipped"
        var (found, without) = (0, 0)
        var missed: [String: Int] = [:]
        // Most of a small store's pages are empty, and empty is zero.
        let used = whole.indices.filter { whole[$0] != 0 }
        for place in Swift.stride(from: 0, to: used.count, by: Self.stride) {
            let offset = used[place]
            var bytes = whole
            bytes[offset] ^= 0x10
            try bytes.write(to: URL(fileURLWithPath: flipped))
            if finding(in: flipped) != nil {
                found += 1
            } else if let rows = StoredRows(flipped) {
                // Where no row is other than it was, it fell on room that nothing uses.
                let changed = rows.columns(otherThanIn: before)
                if changed.isEmpty { without += 1 }
                for column in changed { missed[column, default: 0] += 1 }
            } else {
                missed["unreadable at \(offset)", default: 0] += 1
            }
        }
        print("\(found) found, \(without) without effect, missed: \(missed)")
        #expect(found > 0)
        #expect(Set(missed.keys).subtracting(Self.uncovered).sorted() == [])
    }
}

/// All that a database's tables hold.
private struct StoredRows {
    private var values: [String: [String]] = [:]

    /// Nil if it cannot be read.
    init?(_ path: String) {
        var connection: OpaquePointer?
        defer { sqlite3_close(connection) }
        guard sqlite3_open_v2(path, &connection, SQLITE_OPEN_READONLY, nil) == SQLITE_OK else {
            return nil
        }
        let tables = Self.rows(
            connection, "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
        guard let tables else { return nil }
        for table in tables.map({ $0[0] }) {
            let columns = Self.rows(connection, "SELECT name FROM pragma_table_info('\(table)')")
            guard let columns else { return nil }
            for column in columns.map({ $0[0] }) {
                let found = Self.rows(connection, "SELECT quote(\(column)) FROM \(table)")
                guard let found else { return nil }
                values["\(table).\(column)"] = found.map { $0[0] }
            }
        }
    }

    func columns(otherThanIn other: StoredRows) -> [String] {
        Set(values.keys).union(other.values.keys).filter { values[$0] != other.values[$0] }
            .sorted()
    }

    private static func rows(_ connection: OpaquePointer?, _ sql: String) -> [[String]]? {
        var statement: OpaquePointer?
        defer { sqlite3_finalize(statement) }
        guard sqlite3_prepare_v2(connection, sql, -1, &statement, nil) == SQLITE_OK else {
            return nil
        }
        var found: [[String]] = []
        while true {
            switch sqlite3_step(statement) {
            case SQLITE_ROW:
                found.append(
                    (0..<sqlite3_column_count(statement)).map { column in
                        sqlite3_column_text(statement, column).map { String(cString: $0) } ?? ""
                    })
            case SQLITE_DONE: return found
            default: return nil
            }
        }
    }
}
