// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCases
internal import RecoursStore

/// Writes batches, one after the other with those of all other servers, and looks up what they
/// need.
///
/// One lock, held from the beginning of a transaction to its end, puts the batches of all servers
/// in one order: what is decided on what was looked up is as true as with one writer, nothing can
/// deadlock, and inboxes fill in the order of their positions. A batch is what makes that cheap.
final class PostgreSQLWriter: PostgreSQLLookup {
    private let server: CaseIdentifier
    private var isOpen = false
    private var hasStandbys = false

    /// - Parameter server: names this process among those that write.
    init(_ session: PGSession, server: CaseIdentifier) {
        self.server = server
        super.init(session)
    }

    // MARK: Transactions

    private static let begin = "BEGIN ISOLATION LEVEL READ COMMITTED"
    /// Of all servers' batches one at a time.
    static let lock = "SELECT pg_advisory_xact_lock(\(PostgreSQLMigrations.lockClass), 1)"
    private static let endLimit = "SET LOCAL statement_timeout = 0"

    /// Begins a transaction once all before it have ended, and looks up what the commands name.
    func begin(_ commands: borrowing [StoreCommand]) throws(StoreError) {
        known.begin()
        let prefetch = Prefetch(commands)
        let names = prefetch.names(known)
        isOpen = true
        do throws(StoreError) {
            let opening = [
                PGRequest(Self.begin), session.options.limits, PGRequest(Self.lock),
                Self.nextNumbers,
            ]
            let results = try session.begin(opening + names.requests)
            hasStandbys = results[1].first?.integer(3) != 0
            next = try Self.nextNumbers(results[3])
            names.take(results.dropFirst(opening.count))
            for step in [prefetch.numbers, prefetch.repetitions] {
                let step = step(known)
                if !step.requests.isEmpty { step.take(try session.run(step.requests)) }
            }
        } catch {
            rollback()
            throw error
        }
    }

    private var next: (caseRow: UInt64, partner: PartnerNumber)?

    override func nextNumbers() throws(StoreError) -> (caseRow: UInt64, partner: PartnerNumber) {
        guard let next else { return try super.nextNumbers() }
        return next
    }

    /// Ends the transaction if there is one.
    func rollback() {
        guard isOpen else { return }
        isOpen = false
        session.end(PGRequest("ROLLBACK"))
    }

    /// Makes sure that what was read outlasts what the commits do that it rests on. What is visible
    /// is on the server's disk; where standbys count it may not be on theirs yet, and comes to be
    /// by a commit behind it.
    func confirm() throws(StoreError) {
        guard hasStandbys else { return }
        try PGSession.translating { () throws(PGError) in
            if !isOpen, let connection = session.current {
                try Self.confirm(over: connection)
            } else {
                // Beside the transaction, whose lock is lost to it if it takes any longer.
                let connection = try PGSession.connect(session.options)
                connection.patience = session.options.idleTime
                try Self.confirm(over: connection)
            }
        }
    }

    private static func confirm(over connection: PGConnection) throws(PGError) {
        _ = connection.takeWarning()
        // A commit that writes nothing waits for nobody: this writes a record that says nothing.
        _ = try connection.run([PGRequest("SELECT pg_logical_emit_message(true, 'recours', '')")])
        if let warning = connection.takeWarning() { throw .lost(warning) }
    }

    // MARK: Commits

    /// Writes the rows and commits, all in one round trip.
    ///
    /// - Returns: the batch's name, and the last positions of the inboxes that grew.
    func commit(
        _ writes: borrowing WriteSet
    ) throws(StoreError) -> (batch: CaseIdentifier, heads: [PartnerNumber: UInt64]) {
        let writes = copy writes
        let inboxes = try InboxWrites(writes.inboxEntries) { (inbox) throws(StoreError) in
            try self.known.heads.one(inbox, self.session) ?? 0
        }
        var requests: [PGRequest] = []
        writes.appendRegistry(to: &requests)
        writes.appendCases(to: &requests)
        try writes.appendBeside(to: &requests)
        writes.appendFigures(to: &requests)
        writes.appendEvidence(to: &requests)
        writes.appendMediation(to: &requests)
        writes.appendUsesAndMarks(to: &requests)
        inboxes.append(to: &requests)
        let batch = newName()
        let growth = Growth(inboxes: inboxes.heads, reports: writes.claims.reports)
        requests.append(insert(batch, growth, changesRegistry: writes.changesRegistry))
        if try !commit(requests) { try Settlement(session.options).settle(batch) }
        return (batch, inboxes.heads)
    }

    /// Begins with its time, by which the table of batches is parted.
    private func newName() -> CaseIdentifier {
        var generator = SystemRandomNumberGenerator()
        return CaseIdentifier(
            at: session.options.now(), randomHigh: generator.next(), randomLow: generator.next())
    }

    private func insert(
        _ batch: CaseIdentifier, _ growth: Growth, changesRegistry: Bool
    ) -> PGRequest {
        let cells = growth.cells
        return PGRequest(
            """
            INSERT INTO batch (id, server, changes_registry, inboxes, heads)
            VALUES ($1::uuid, $2::uuid, $3::int8 <> 0, $4::int8[], $5::int8[])
            """,
            [
                .identifier(batch), .identifier(server), .integer(changesRegistry ? 1 : 0),
                .integers(cells.map(\.key)), .integers(cells.map(\.last)),
            ])
    }

    /// - Returns: false if nobody knows what came of it.
    private func commit(_ requests: [PGRequest]) throws(StoreError) -> Bool {
        guard let connection = session.current else {
            throw .unavailable("The connection was lost within a transaction")
        }
        isOpen = false
        // A COMMIT may wait for a standby, for as long as it takes.
        let patience = connection.patience
        connection.patience = nil
        defer { connection.patience = patience }
        _ = connection.takeWarning()
        do throws(PGError) {
            let results = try connection.run(
                requests + [PGRequest(Self.endLimit), PGRequest("COMMIT")])
            guard results.last?.tag == "COMMIT" else {
                throw PGError(sqlState: "40000", message: "COMMIT rolled the transaction back")
            }
            // A wait for a standby that was given up: the commit is here, and may be nowhere else.
            return connection.takeWarning() == nil
        } catch {
            if error.isLost { return false }
            isOpen = true
            throw StoreError(error)
        }
    }

    // MARK: Cleaning

    /// Drops the days of batches about which nobody will ask any more, and forgets the few that are
    /// of no day; beside others.
    func forgetBatches() throws(StoreError) {
        _ = try session.begin([
            PGRequest(
                """
                DELETE FROM batch_other WHERE number IN (
                    SELECT number FROM batch_other WHERE at < now() - interval '1 day'
                    ORDER BY at LIMIT 2000 FOR UPDATE SKIP LOCKED)
                """)
        ])
        try BatchDays(session).keep()
    }
}
