// SPDX-License-Identifier: EUPL-1.2

import GRDBSQLite
import Testing

@testable import RecoursStoreSQLite

@Suite("Statements bound again and again")
struct StatementTests {
    /// A connection to memory, closed by its owner.
    private func connection() throws -> OpaquePointer {
        var handle: OpaquePointer?
        try #require(sqlite3_open(":memory:", &handle) == SQLITE_OK)
        return try #require(handle)
    }

    @Test("Short and long values are read as they were bound, whatever was bound before")
    func values() throws {
        let handle = try connection()
        defer { sqlite3_close_v2(handle) }
        let statement = try SQLiteStatement(handle, "SELECT ?, ?")
        for count in [0, 1, 63, 64, 65, 5_000, 3, 0] {
            let bytes = [UInt8](repeating: UInt8(truncatingIfNeeded: count), count: count)
            let text = String(repeating: "é", count: count / 2)
            statement.bind(1, bytes)
            statement.bind(2, text)
            #expect(try statement.step())
            #expect(statement.bytes(0) == bytes)
            #expect(!statement.isNull(0))
            #expect(statement.text(1) == text)
            statement.reset()
        }
    }

    @Test("What is not bound again stays as it was")
    func kept() throws {
        let handle = try connection()
        defer { sqlite3_close_v2(handle) }
        let statement = try SQLiteStatement(handle, "SELECT ?, ?")
        statement.bind(1, "amazon")
        for text in ["wish", String(repeating: "w", count: 100), "alibaba"] {
            statement.bind(2, text)
            #expect(try statement.step())
            #expect(statement.text(0) == "amazon")
            #expect(statement.text(1) == text)
            statement.reset()
        }
    }
}
