// SPDX-License-Identifier: EUPL-1.2

package import RecoursCases
package import RecoursStore

/// Makes another store of a database that was set back: what it handed out since the moment to
/// which it was set is not of this one.
package enum PostgreSQLRestoration {
    /// Brings the schema up to date, gives the store an epoch of its own, lets its new cases be
    /// numbered far behind its last, and puts back what is missing on its list of erased cases, so
    /// that the next start erases those again. All of it or nothing.
    ///
    /// - Returns: how many cases were missing on the list. Throws `locked` if a server is
    ///   connected.
    package static func renew(
        _ options: PostgreSQLStoreOptions, erased: [CaseIdentifier]
    ) throws(StoreError) -> Int {
        let session = PGSession(options.forCopying)
        try PostgreSQLMigrations().run(on: session)
        try PostgreSQLTables.checkUnserved(session)
        // A half copy is no store yet.
        _ = try PostgreSQLMigrations.identity(session)
        let results = try session.begin([
            PGRequest("BEGIN"), PGRequest(PostgreSQLWriter.lock),
            PGRequest("UPDATE store SET epoch = gen_random_uuid()"),
            // Of a database that was set back before, the gap may be behind its last case.
            PGRequest(
                """
                INSERT INTO row_gap SELECT top + 1, top + \(StoreIdentity.skippedRows) FROM (
                    SELECT greatest((SELECT max(case_row) FROM cases),
                        (SELECT max(last) FROM row_gap), 0) AS top) AS rows
                """),
            PGRequest(
                """
                INSERT INTO erased_case SELECT DISTINCT * FROM unnest($1::uuid[])
                ON CONFLICT DO NOTHING RETURNING id
                """, [.identifiers(erased)]),
            PGRequest("COMMIT"),
        ])
        guard results.last?.tag == "COMMIT" else {
            throw .unavailable("COMMIT rolled the transaction back")
        }
        return results[4].count
    }
}
