// SPDX-License-Identifier: EUPL-1.2

internal import Foundation
internal import GRDBSQLite
package import RecoursCases
package import RecoursStore
internal import Synchronization

/// A store in one SQLite file.
///
/// Unchecked because of `writer` and `checkpoints`: after `init`, which nobody else sees, they are
/// used by the store's one writing thread, and by `close` once that thread has ended.
package final class SQLiteBackend: StoreBackend, @unchecked Sendable {
    package let identity: StoreIdentity
    /// "3.40.1", for the log of a start.
    package static var libraryVersion: String { String(cString: sqlite3_libversion()) }

    private let directory: StoreDirectory
    private let options: SQLiteStoreOptions
    private var writer: SQLiteWriter?
    private let checkpoints: SQLiteCheckpoints
    private let journal: ErasureJournal
    /// Copies that are being made; each holds a snapshot for as long as it takes.
    private let copies = Atomic(0)

    /// Opens, or makes, the store in a directory; recovers it, brings its schema up to date, and
    /// looks at the ends of its newest chains.
    ///
    /// Throws `locked`, `newerSchema`, `unsafeSettings`, `corrupted`, `storageFailed`,
    /// `storageFull`.
    package init(
        directory path: String, codec: any SnapshotCodec,
        options: SQLiteStoreOptions = SQLiteStoreOptions()
    ) throws(StoreError) {
        self.options = options
        directory = try StoreDirectory(path: path)
        journal = ErasureJournal(directory: path)
        let connection = try SQLiteConnection.writer(
            path: directory.databasePath, options: options)
        checkpoints = SQLiteCheckpoints(connection, options: options)
        identity = try connection.identity()
        let writer = try SQLiteWriter(connection)
        try TreeBacklog(writer, codec: codec).run()
        self.writer = writer
        // The log and its index were made by the first connection.
        try directory.sync()
        let reader = try makeSQLiteReader(.lists)
        try StartCheck(reader, codec: codec).run()
        try SQLiteFigureFilling(connection: connection, codec: codec).runIfDue(reader)
    }

    package func begin(_ commands: borrowing [StoreCommand]) throws(StoreError) -> any StoreLookup {
        let writer = try openWriter()
        try writer.begin()
        return writer
    }

    package func commit(
        _ writes: borrowing WriteSet
    ) throws(StoreError) -> [PartnerNumber: UInt64] {
        let writer = try openWriter()
        if !writes.erasures.isEmpty {
            // Before the commit: a case of which the list doesn't know could come back.
            let isNew = try journal.append(writes.erasures.map(\.identifier))
            if isNew { try directory.sync() }
        }
        return try writer.commit(writes)
    }

    package func erasedCases() throws(StoreError) -> [CaseIdentifier] { try journal.cases() }

    package func rollback() { writer?.rollback() }

    package func maintain() throws(StoreError) {
        let mayWait = copies.load(ordering: .relaxed) == 0
        try checkpoints.runIfDue(openWriter().connection, directory, mayWait: mayWait)
    }

    package func space() throws(StoreError) -> StorageSpace { try directory.space() }

    package var snapshotsHoldNobodyUp: Bool { true }

    package func makeReader(_ use: ReaderUse) throws(StoreError) -> sending any StoreReader {
        try makeSQLiteReader(use)
    }

    package func close() {
        // Without this last checkpoint the next start recovers from the log: slower, not poorer.
        if let writer { checkpoints.runLast(writer.connection) }
        writer = nil
        directory.release()
    }

    private func openWriter() throws(StoreError) -> SQLiteWriter {
        guard let writer else { throw .internalError("The store was used after it was closed") }
        return writer
    }

    private func makeSQLiteReader(_ use: ReaderUse) throws(StoreError) -> SQLiteReader {
        try SQLiteReader(
            SQLiteConnection.reader(
                path: directory.databasePath, cacheKibibytes: options.cacheKibibytes(use)),
            identity.numbers)
    }
}

extension SQLiteBackend: StoreCopying {
    package func databaseBytes() throws(StoreError) -> UInt64 { try directory.databaseBytes() }

    package func copyDatabase(
        to path: String,
        _ goesOn: (_ done: UInt64, _ total: UInt64) throws(StoreError) -> Void
    ) throws(StoreError) {
        let reader = try SQLiteConnection.reader(
            path: directory.databasePath, cacheKibibytes: options.cacheKibibytes(.lists))
        copies.add(1, ordering: .relaxed)
        defer { copies.subtract(1, ordering: .relaxed) }
        try SQLiteCopy(from: reader).run(to: path, goesOn)
        try StoreDirectory.sync(file: path)
    }

    package func openCopy(_ path: String) throws(StoreError) -> any StoreCopy {
        try SQLiteSnapshot(path)
    }

    package func erasureList() throws(StoreError) -> [UInt8] { try journal.wholeLines() }
}
