// SPDX-License-Identifier: EUPL-1.2

internal import GRDB
internal import GRDBSQLite
internal import RecoursStore

/// An open connection with its settings made and read back.
///
/// GRDB opens, migrates and closes it. In between its handle is used directly, by one thread at a
/// time: the thread that opened it hands it on before it runs, and nobody uses GRDB's queue
/// meanwhile.
final class SQLiteConnection {
    private let queue: DatabaseQueue
    /// For statements; ends with this object.
    let handle: OpaquePointer

    private static let isConfigured = SQLiteMemory.stopCounting()

    private init(queue: DatabaseQueue) throws(StoreError) {
        self.queue = queue
        self.handle = try Self.translating("opening") {
            try queue.inDatabase { database in
                guard let handle = database.sqliteConnection else {
                    throw DatabaseError(message: "no connection")
                }
                return handle
            }
        }
    }

    /// The one connection that writes and checkpoints; the schema is brought up to date.
    static func writer(
        path: String, options: SQLiteStoreOptions
    ) throws(StoreError) -> SQLiteConnection {
        try check(path)
        var configuration = Configuration()
        configuration.label = "recours.writer"
        configuration.journalMode = .wal
        configuration.foreignKeysEnabled = true
        let queue = try translating("opening the store") {
            try DatabaseQueue(path: path, configuration: configuration)
        }
        let connection = try SQLiteConnection(queue: queue)
        try connection.set(options)
        try translating("migrating the schema") { try SQLiteSchema.migrator().migrate(queue) }
        // GRDB sets `synchronous` by itself; what counts is what it is once nothing follows any
        // more.
        try connection.checkSettings()
        connection.leaveGRDB()
        return connection
    }

    /// A connection that cannot write: SQLite itself refuses.
    static func reader(
        path: String, cacheKibibytes: Int
    ) throws(StoreError) -> SQLiteConnection {
        var configuration = Configuration()
        configuration.label = "recours.reader"
        configuration.readonly = true
        let queue = try translating("opening a reader") {
            try DatabaseQueue(path: path, configuration: configuration)
        }
        let connection = try SQLiteConnection(queue: queue)
        try connection.run("PRAGMA trusted_schema = OFF")
        try connection.run("PRAGMA cell_size_check = ON")
        try connection.run("PRAGMA mmap_size = 0")
        try connection.run("PRAGMA cache_size = -\(cacheKibibytes)")
        connection.leaveGRDB()
        return connection
    }

    /// An empty database for a copy to be poured into. What is not whole is thrown away, so it
    /// needs no journal.
    static func target(path: String) throws(StoreError) -> SQLiteConnection {
        _ = isConfigured
        var configuration = Configuration()
        configuration.label = "recours.copy"
        let queue = try translating("making a copy") {
            try DatabaseQueue(path: path, configuration: configuration)
        }
        let connection = try SQLiteConnection(queue: queue)
        try connection.run("PRAGMA journal_mode = OFF")
        try connection.run("PRAGMA synchronous = OFF")
        connection.leaveGRDB()
        return connection
    }

    /// Takes off the hooks by which GRDB observes transactions: they trap on any other thread than
    /// one of its queue's, and nobody observes. Nor need it hear of each column that a statement
    /// reads, which is most of what preparing one costs.
    private func leaveGRDB() {
        _ = sqlite3_set_authorizer(handle, nil, nil)
        _ = sqlite3_commit_hook(handle, nil, nil)
        _ = sqlite3_rollback_hook(handle, nil, nil)
    }

    /// Runs one statement without arguments and drops its rows.
    func run(_ sql: String) throws(StoreError) {
        let statement = try SQLiteStatement(handle, sql)
        while try statement.step() {}
    }

    /// The first column of the first row.
    func text(_ sql: String) throws(StoreError) -> String {
        let statement = try SQLiteStatement(handle, sql)
        return try statement.step() ? statement.text(0) : ""
    }

    /// The first column of all rows.
    func texts(_ sql: String) throws(StoreError) -> [String] {
        let statement = try SQLiteStatement(handle, sql)
        var texts: [String] = []
        while try statement.step() { texts.append(statement.text(0)) }
        return texts
    }

    /// What the store got when it was created.
    func identity() throws(StoreError) -> StoreIdentity {
        let statement = try SQLiteStatement(
            handle, "SELECT epoch, number_key0, number_key1 FROM store WHERE format = 1")
        guard try statement.step() else {
            throw try copiedFrom() == nil ? .corrupted("The store's own row") : .halfCopied
        }
        return StoreIdentity(
            epoch: statement.bytes(0), numberKey0: statement.unsigned(1),
            numberKey1: statement.unsigned(2))
    }

    /// What tables and indexes a database has.
    static let definitionsQuery = """
        SELECT type || ' ' || name || ' ' || ifnull(sql, '') FROM sqlite_schema ORDER BY type, name
        """

    /// Those that the schema makes.
    static func definitions() throws(StoreError) -> [String] {
        _ = isConfigured
        let queue = try translating("making an empty database") { try DatabaseQueue() }
        try translating("making the schema") { try SQLiteSchema.migrator().migrate(queue) }
        return try SQLiteConnection(queue: queue).texts(definitionsQuery)
    }

    // MARK: Settings

    /// Refuses files that are not ours, and schemas that are not ours yet. Read-only, because GRDB
    /// writes to a file when it opens it for writing.
    ///
    /// - Returns: the name of the schema; "" for an empty file.
    @discardableResult
    static func check(_ path: String) throws(StoreError) -> String {
        _ = isConfigured
        var configuration = Configuration()
        configuration.readonly = true
        let queue = try translating("opening the store") {
            try DatabaseQueue(path: path, configuration: configuration)
        }
        let migrator = SQLiteSchema.migrator()
        let found = try translating("reading the schema") {
            try queue.inDatabase { database in
                let application = try Int.fetchOne(database, sql: "PRAGMA application_id") ?? 0
                let tables =
                    try Int.fetchOne(
                        database, sql: "SELECT count(*) FROM sqlite_schema") ?? 0
                let applied = try migrator.appliedIdentifiers(database)
                return (application: application, tables: tables, applied: applied)
            }
        }
        let newer = found.applied.subtracting(migrator.migrations).sorted()
        if !newer.isEmpty {
            throw StoreError(
                code: .newerSchema,
                message: "The store was written by a newer version: it has the schema "
                    + newer.map { "\"\($0)\"" }.joined(separator: ", ")
                    + ", and this version knows up to \"\(migrator.migrations.last ?? "none")\"",
                remedy: "Start the newer version, or restore a backup made before it.")
        }
        if found.tables > 0, found.application != SQLiteSchema.applicationIdentifier {
            throw StoreError(
                code: .corrupted, message: "The file is an SQLite database, but no store",
                remedy: "Give the server a directory of its own.")
        }
        return migrator.migrations.last(where: found.applied.contains) ?? ""
    }

    private func set(_ options: SQLiteStoreOptions) throws(StoreError) {
        try run("PRAGMA synchronous = \(Durability.setting.word)")
        try run("PRAGMA foreign_keys = ON")
        try run("PRAGMA trusted_schema = OFF")
        try run("PRAGMA cell_size_check = ON")
        try run("PRAGMA mmap_size = 0")
        try run("PRAGMA wal_autocheckpoint = 0")
        // What is erased is overwritten, not only unlinked.
        try run("PRAGMA secure_delete = ON")
        try run("PRAGMA cache_size = -\(options.writerCacheKibibytes)")
        if let pages = options.maximumPages { try run("PRAGMA max_page_count = \(pages)") }
    }

    /// Reads back what durability and safety depend on. GRDB set `synchronous` to NORMAL before.
    func checkSettings() throws(StoreError) {
        let expected = [
            ("journal_mode", "wal"), ("synchronous", Durability.setting.number),
            ("foreign_keys", "1"),
            ("trusted_schema", "0"), ("cell_size_check", "1"), ("wal_autocheckpoint", "0"),
        ]
        for (name, value) in expected {
            let found = try text("PRAGMA \(name)")
            guard found == value else {
                throw StoreError(
                    code: .unsafeSettings,
                    message: "SQLite \(name) is \"\(found)\" and must be \"\(value)\"",
                    remedy: "Use a file system with locks and shared memory, and Debian's SQLite.")
            }
        }
    }

    /// Runs what GRDB does, and says its errors in the store's words.
    private static func translating<Value>(
        _ what: String, _ body: () throws -> Value
    ) throws(StoreError) -> Value {
        do {
            return try body()
        } catch let error as DatabaseError {
            var translated = StoreError(
                error.extendedResultCode.rawValue, nil, during: what)
            translated.cause =
                "SQLite \(error.extendedResultCode.rawValue) while \(what): \(error.message ?? "")"
            throw translated
        } catch {
            throw .internalError("GRDB failed while \(what): \(error)")
        }
    }
}
