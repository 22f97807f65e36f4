// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCases
internal import RecoursStore

/// Brings a database's schema up to date, one server at a time.
enum PostgreSQLMigrations {
    /// "RCRS": the class of the store's advisory locks.
    static let lockClass = 0x5243_5253

    private static let lock = "SELECT pg_advisory_xact_lock(\(lockClass), 2)"
    private static let table = """
        CREATE TABLE IF NOT EXISTS schema_version (
            number INT PRIMARY KEY, name TEXT NOT NULL, at TIMESTAMPTZ NOT NULL DEFAULT now())
        """

    /// Throws `newerSchema` for a database that a newer version has migrated, `unsafeSettings` for
    /// one that would lose what it has acknowledged.
    static func run(on session: PGSession) throws(StoreError) {
        let connection = try session.open()
        try PGSession.translating { () throws(PGError) in try check(connection) }
        try checkDurability(session)
        var done = 0
        repeat {
            do throws(PGError) {
                done = try step(connection)
            } catch {
                session.close()
                throw StoreError(error)
            }
            if done > PostgreSQLSchema.migrations.count { throw newer(done) }
        } while done < PostgreSQLSchema.migrations.count
    }

    /// Does the next migration if there is one.
    ///
    /// - Returns: how many are done.
    private static func step(_ connection: PGConnection) throws(PGError) -> Int {
        try connection.script("BEGIN")
        _ = try connection.run([PGRequest(lock)])
        try connection.script(table)
        let last = try connection.run([
            PGRequest("SELECT coalesce(max(number), 0) FROM schema_version")
        ])
        var done = Int(last.first?.first?.integer(0) ?? 0)
        if done < PostgreSQLSchema.migrations.count {
            let (name, sql) = PostgreSQLSchema.migrations[done]
            try connection.script(sql)
            done += 1
            _ = try connection.run([
                PGRequest(
                    "INSERT INTO schema_version VALUES ($1::int8, $2::text)",
                    [.integer(Int64(done)), .text(name)])
            ])
        }
        try connection.script("COMMIT")
        return done
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

    private static func newer(_ found: Int) -> StoreError {
        StoreError(
            code: .newerSchema,
            message: "The database was migrated by a newer version: it has schema \(found), and "
                + "this version knows up to \(PostgreSQLSchema.migrations.count)",
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
