// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCases
internal import RecoursStore

/// Finds the rows of commitments over one connection.
final class CommitmentStatements {
    private static let columns = """
        number, id, platform, text, case_row, case_id, case_number, campaign, category, due_on, \
        key, fingerprint, claim, listing
        """

    private let byIdentifier: SQLiteStatement
    private let byKey: SQLiteStatement
    private let openOfCase: SQLiteStatement
    private let overdue: SQLiteStatement
    private let last: SQLiteStatement
    private let ofPlatform: SQLiteStatement
    private let all: SQLiteStatement
    private let history: SQLiteStatement

    init(_ connection: SQLiteConnection) throws(StoreError) {
        let handle = connection.handle
        let select = "SELECT \(Self.columns) FROM commitment"
        byIdentifier = try SQLiteStatement(handle, "\(select) WHERE id = ?")
        byKey = try SQLiteStatement(handle, "\(select) WHERE platform = ? AND key = ?")
        openOfCase = try SQLiteStatement(handle, "\(select) WHERE case_row = ? AND state = 1")
        overdue = try SQLiteStatement(
            handle,
            """
            \(select) WHERE state = 1 AND case_row IS NULL AND due_on < ? ORDER BY due_on LIMIT ?
            """)
        last = try SQLiteStatement(handle, "SELECT max(number) FROM commitment")
        ofPlatform = try SQLiteStatement(
            handle, "\(select) WHERE platform = ?2 AND number < ?1 ORDER BY number DESC")
        all = try SQLiteStatement(handle, "\(select) WHERE number < ?1 ORDER BY number DESC")
        history = try SQLiteStatement(
            handle,
            """
            SELECT at, actor_kind, actor, state, reason FROM commitment_change
            WHERE commitment = ? ORDER BY step
            """)
    }

    func commitment(_ identifier: [UInt8]) throws(StoreError) -> CommitmentRecord? {
        byIdentifier.bind(1, identifier)
        return try only(byIdentifier)
    }

    func commitment(
        ofPlatform slug: String, key: [UInt8]
    ) throws(StoreError) -> CommitmentRecord? {
        byKey.bind(1, slug)
        byKey.bind(2, key)
        return try only(byKey)
    }

    func openPromise(ofCase row: UInt64) throws(StoreError) -> CommitmentRecord? {
        openOfCase.bind(1, row)
        return try only(openOfCase)
    }

    func overdueCommitments(
        before day: CalendarDate, limit: Int
    ) throws(StoreError) -> [CommitmentRecord] {
        defer { overdue.reset() }
        overdue.bind(1, Int64(day.dayNumber))
        overdue.bind(2, Int64(limit))
        var found: [CommitmentRecord] = []
        while try overdue.step() { found.append(try record(overdue)) }
        return found
    }

    func next() throws(StoreError) -> UInt64 {
        defer { last.reset() }
        guard try last.step() else { throw .internalError("No last commitment") }
        return last.unsigned(0) + 1
    }

    func visitCommitments(
        platform slug: String?, below number: UInt64?, _ visit: (CommitmentRecord) -> VisitOrder
    ) throws(StoreError) {
        let statement = slug == nil ? all : ofPlatform
        defer { statement.reset() }
        statement.bind(1, Int64(clamping: number ?? UInt64(Int64.max)))
        if let slug { statement.bind(2, slug) }
        while try statement.step() {
            if case .stop = visit(try record(statement)) { return }
        }
    }

    private func only(_ statement: SQLiteStatement) throws(StoreError) -> CommitmentRecord? {
        defer { statement.reset() }
        return try statement.step() ? try record(statement) : nil
    }

    private func record(_ row: SQLiteStatement) throws(StoreError) -> CommitmentRecord {
        let number = row.unsigned(0)
        let steps = try steps(of: number)
        guard let scope = scope(row), let dueOn = row.date(9), !steps.isEmpty else {
            throw .corrupted("A commitment's row")
        }
        let commitment = Commitment(
            identifier: row.bytes(1), platformSlug: row.text(2), text: row.text(3), scope: scope,
            dueOn: dueOn, history: steps)
        return CommitmentRecord(
            number: number, commitment: commitment,
            caseRow: row.isNull(4) ? nil : row.unsigned(4),
            origin: row.isNull(10)
                ? nil : CallOrigin(key: row.bytes(10), fingerprint: row.bytes(11)),
            storedSteps: steps.count)
    }

    private func scope(_ row: SQLiteStatement) -> CommitmentScope? {
        if !row.isNull(5) {
            guard let identifier = row.identifier(5), let number = PublicNumber(row.unsigned(6))
            else { return nil }
            return .caseFile(identifier, number)
        }
        if !row.isNull(7) {
            return row.identifier(7).map {
                .campaign(CampaignIdentifier(high: $0.high, low: $0.low))
            }
        }
        if !row.isNull(12) {
            guard let claim = row.identifier(12), let listing = row.identifier(13) else {
                return nil
            }
            return .claim(StandingClaimIdentifier(claim), ClaimListingIdentifier(listing))
        }
        return CaseCategory(rawValue: Int32(truncatingIfNeeded: row.integer(8)))
            .map(CommitmentScope.category)
    }

    private func steps(of number: UInt64) throws(StoreError) -> [CommitmentChange] {
        defer { history.reset() }
        history.bind(1, number)
        var found: [CommitmentChange] = []
        while try history.step() {
            let state = Int32(truncatingIfNeeded: history.integer(3))
            guard let state = CommitmentState(rawValue: state) else {
                throw .corrupted("A commitment's step")
            }
            // 0 is the system itself; the rules know no partner of that kind.
            let kind = PartnerKind(rawValue: Int32(truncatingIfNeeded: history.integer(1)))
            let actor: Actor =
                kind.map { .partner(PartnerReference(kind: $0, slug: history.text(2))) } ?? .system
            found.append(
                CommitmentChange(
                    at: Instant(millisecondsSince1970: history.integer(0)), actor: actor,
                    state: state, reason: history.text(4)))
        }
        return found
    }
}
