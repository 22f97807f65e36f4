// SPDX-License-Identifier: EUPL-1.2

package import RecoursStore

/// A database file that nobody writes, to be looked at: a copy, or that of a store whose lock is
/// held and which is not served.
package final class SQLiteSnapshot: StoreCopy {
    package let identity: StoreIdentity
    package let schema: String
    package let reader: any StoreReader
    private let connection: SQLiteConnection
    private let evidence: EvidenceStatements
    /// Keeps servers away from a store while it is looked at.
    private let lock: StoreDirectory?

    /// The schema that this program writes; another cannot be looked into by it.
    package static var currentSchema: String { SQLiteSchema.newest }

    /// The schema of a file. Throws `corrupted` for a file that is none of ours, `newerSchema` for
    /// one that this program is too old for.
    package static func schema(of path: String) throws(StoreError) -> String {
        try SQLiteConnection.check(path)
    }

    /// Opens a file of the current schema.
    package convenience init(_ path: String) throws(StoreError) {
        try self.init(path, lock: nil)
    }

    /// Opens the database of a store, which is not served meanwhile. Throws `locked` if it is.
    package convenience init(ofStore directory: String) throws(StoreError) {
        let lock = try StoreDirectory(path: directory)
        try self.init(lock.databasePath, lock: lock)
    }

    private init(_ path: String, lock: StoreDirectory?) throws(StoreError) {
        self.lock = lock
        schema = try Self.schema(of: path)
        guard schema == Self.currentSchema else {
            throw StoreError(
                code: .corrupted, message: "The database has the older schema \"\(schema)\"",
                remedy: "Use the version that wrote it, or let the server bring it up to date.")
        }
        connection = try SQLiteConnection.reader(
            path: path, cacheKibibytes: SQLiteStoreOptions().listCacheKibibytes)
        identity = try connection.identity()
        reader = try SQLiteReader(connection, identity.numbers)
        evidence = try EvidenceStatements(connection.handle)
    }

    package func brokenStructure() throws(StoreError) -> [String] {
        let lines = try connection.texts("PRAGMA integrity_check(100)")
        let definitions = try connection.texts(SQLiteConnection.definitionsQuery)
        let isOurs = definitions == (try SQLiteConnection.definitions())
        return (lines == ["ok"] ? [] : lines)
            + (isOurs ? [] : ["its tables and indexes are not those of its schema"])
    }

    package func danglingRows() throws(StoreError) -> [String] {
        var found: [String] = []
        for reference in SQLiteReferences.all {
            let count = try connection.text("SELECT count(*) FROM \(reference.broken)")
            if count != "0" { found.append("\(reference.words): \(count)") }
        }
        return found
    }

    package func visitEvidence(_ visit: (EvidenceRecord) -> VisitOrder) throws(StoreError) {
        try evidence.visitAll(visit)
    }
}
