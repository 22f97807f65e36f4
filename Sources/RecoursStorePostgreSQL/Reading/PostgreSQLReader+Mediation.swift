// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCases
internal import RecoursStore

// What mediators look at.
extension PostgreSQLReader {
    /// The condition whose index is walked in order, so that nothing is sorted.
    private static func condition(_ filter: QueueFilter) -> (sql: String, values: [PGValue]) {
        if let mediator = filter.mediator, !mediator.isEmpty {
            return ("AND mediator = $3::text", [.text(mediator)])
        }
        if let platform = filter.caseClass?.platform ?? filter.platform {
            return ("AND platform = $3::text", [.text(platform)])
        }
        return filter.mediator.map { ("AND mediator = $3::text", [.text($0)]) } ?? ("", [])
    }

    func visitQueue(
        _ filter: QueueFilter, after position: QueuePosition,
        _ visit: (QueueRecord) throws(StoreError) -> VisitOrder
    ) throws(StoreError) {
        let (condition, values) = Self.condition(filter)
        let sql = """
            SELECT \(Columns.queue) FROM mediation_queue
            WHERE (due_at, case_row) > ($1::int8, $2::int8) \(condition)
            ORDER BY due_at, case_row LIMIT $\(3 + values.count)::int8
            """
        let first = [
            PGValue.integer(position.dueAtMilliseconds),
            .integer(Int64(clamping: position.caseRow)),
        ]
        try visitPages(
            sql, from: first, values, next: { [.integer($0.integer(2)), .integer($0.integer(0))] }
        ) { (row) throws(StoreError) in try visit(try row.queueRecord()) }
    }

    private static let classes = """
        SELECT number, platform, category, clause, open, waiting FROM case_class
        WHERE open > 0 AND (-open, number) > ($1::int8, $2::int8)
        ORDER BY -open, number LIMIT $3::int8
        """

    func visitClasses(
        after position: ClassPosition?, _ visit: (ClassRecord) -> VisitOrder
    ) throws(StoreError) {
        let first = [
            PGValue.integer(-(position?.open ?? .max)),
            .integer(Int64(clamping: position?.number ?? 0)),
        ]
        try visitPages(
            Self.classes, from: first, [],
            next: { [.integer(-$0.integer(4)), .integer($0.integer(0))] }
        ) { row in
            visit(
                ClassRecord(
                    number: row.unsigned(0), caseClass: row.caseClass(from: 1),
                    open: row.integer(4), waiting: row.integer(5)))
        }
    }

    func identityReads(
        caseRow: UInt64, below number: UInt64?, limit: Int
    ) throws(StoreError) -> [IdentityRead] {
        let sql = """
            SELECT number, case_row, at, mediator, reason FROM identity_read
            WHERE case_row = $1::int8 AND number < $2::int8 ORDER BY number DESC LIMIT $3::int8
            """
        let values: [PGValue] = [
            .integer(caseRow), .integer(Int64(clamping: number ?? .max)), .integer(Int64(limit)),
        ]
        return try all(sql, values) { row in
            IdentityRead(
                number: row.unsigned(0), caseRow: row.unsigned(1), atMilliseconds: row.integer(2),
                mediator: row.text(3), reason: row.text(4))
        }
    }
}
