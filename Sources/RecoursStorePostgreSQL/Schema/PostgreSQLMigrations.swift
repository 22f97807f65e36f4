// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCases
internal import RecoursStore

/// Brings a database's schema up to date, one server at a time.
///
/// Servers of two versions work side by side while an installation is upgraded, so a schema may be
/// newer than a server: each migration says which is the oldest version that can still work on it.
struct PostgreSQLMigrations {
    /// "RCRS": the class of the store's advisory locks.
    static let lockClass = 0x5243_5253

    private static let lock = "SELECT pg_advisory_xact_lock(\(lockClass), 2)"
    private static let table = """
        CREATE TABLE IF NOT EXISTS schema_version (
            number INT PRIMARY KEY, name TEXT NOT NULL, at TIMESTAMPTZ NOT NULL DEFAULT now());
        ALTER TABLE schema_version ADD COLUMN IF NOT EXISTS floor INT
        """
    /// What others are kept waiting for by a migration that waits for a table.
    private static let patience = "SET LOCAL lock_timeout = '5s'"

    /// Those that this version knows.
    var all = PostgreSQLSchema.migrations

    /// Throws `newerSchema` for a database that a newer version has migrated to what this one
    /// cannot work on, `unsafeSettings` for one that would lose what it has acknowledged.
    func run(on session: PGSession) throws(StoreError) {
        let connection = try session.open()
        try PGSession.translating { () throws(PGError) in try Self.check(connection) }
        try Self.checkDurability(session)
        while true {
            let found: (number: Int, floor: Int)
            do throws(PGError) {
                found = try step(connection)
            } catch {
                session.close()
                throw StoreError(error)
            }
            if found.floor > all.count { throw newer(found) }
            if found.number >= all.count { return }
        }
    }

    /// Throws `newerSchema` unless the schema has nothing that this version does not know.
    func checkKnown(_ session: PGSession) throws(StoreError) {
        let last = try session.rows(PGRequest("SELECT max(number), max(floor) FROM schema_version"))
        let number = Int(last.first?.integer(0) ?? 0)
        guard number <= all.count else { throw newer((number, number)) }
    }

    /// Does the next migration if there is one.
    ///
    /// - Returns: how many are done, and the oldest version that can work on what they made.
    private func step(_ connection: PGConnection) throws(PGError) -> (number: Int, floor: Int) {
        try connection.script("BEGIN")
        _ = try connection.run([PGRequest(Self.lock)])
        try connection.script(Self.table)
        let last = try connection.run([
            PGRequest(
                """
                SELECT coalesce(max(number), 0), coalesce(max(coalesce(floor, number)), 0)
                FROM schema_version
                """)
        ])
        var done = Int(last.first?.first?.integer(0) ?? 0)
        var floor = Int(last.first?.first?.integer(1) ?? 0)
        if done < all.count, floor <= all.count {
            let migration = all[done]
            // No batch is under way meanwhile, whose tables it would take in another order.
            try connection.script(Self.patience)
            _ = try connection.run([PGRequest(PostgreSQLWriter.lock)])
            try connection.script(migration.sql)
            done += 1
            floor = max(floor, migration.floor)
            _ = try connection.run([
                PGRequest(
                    """
                    INSERT INTO schema_version (number, name, floor)
                    VALUES ($1::int8, $2::text, $3::int8)
                    """,
                    [
                        .integer(Int64(done)), .text(migration.name),
                        .integer(Int64(migration.floor)),
                    ])
            ])
        }
        try connection.script("COMMIT")
        return (done, floor)
    }

    private static func check(_ connection: PGConnection) throws(PGError) {
        guard connection.serverVersion >= 150_000 else {
            throw PGError(sqlState: "0A000", message: "PostgreSQL 15 or newer is needed")
        }
    }

    private static func checkDurability(_ session: PGSession) throws(StoreError) {
        let wanted = [
            ("fsync", "on"), ("full_page_writes", "on"), ("server_encoding", "UTF8"),
        ]
        for (name, value) in wanted {
            let found = try session.rows(
                PGRequest("SELECT current_setting($1::text)", [.text(name)]))
            let setting = found.first?.text(0) ?? ""
            guard setting == value else {
                throw StoreError(
                    code: .unsafeSettings,
                    message: "PostgreSQL's \(name) is \"\(setting)\" and must be \"\(value)\"",
                    remedy: "Set it in the server's configuration; the encoding is given when a "
                        + "database is created.")
            }
        }
    }

    private func newer(_ found: (number: Int, floor: Int)) -> StoreError {
        StoreError(
            code: .newerSchema,
            message: "The database was migrated by a newer version: it has schema "
                + "\(found.number), which needs a version that knows \(found.floor), and this "
                + "one knows up to \(all.count)",
            remedy: "Start the newer version, or restore a backup made before it.")
    }

    /// What the store got when it was created.
    static func identity(_ session: PGSession) throws(StoreError) -> StoreIdentity {
        let found = try session.rows(
            PGRequest("SELECT epoch, number_key0, number_key1 FROM store"))
        guard let row = found.first else {
            throw try copiedFrom(session) == nil ? .corrupted("The store's own row") : .halfCopied
        }
        return StoreIdentity(
            epoch: row.bytes(0), numberKey0: row.unsigned(1), numberKey1: row.unsigned(2))
    }

    /// The epoch of the store that is being copied into this one; nil if none is.
    static func copiedFrom(_ session: PGSession) throws(StoreError) -> [UInt8]? {
        let table = try session.rows(PGRequest("SELECT to_regclass('store_copy') IS NOT NULL"))
        guard table.first?.integer(0) == 1 else { return nil }
        return try session.rows(PGRequest("SELECT epoch FROM store_copy")).first?.bytes(0) ?? []
    }
}
