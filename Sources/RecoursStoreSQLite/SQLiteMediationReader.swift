// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCases
internal import RecoursStore

/// The statements that read for mediators.
final class SQLiteMediationReader {
    private static let queueColumns =
        "case_row, reason, due_at, mediator, platform, category, clause"

    private let queueByDate: SQLiteStatement
    private let queueOfMediator: SQLiteStatement
    private let queueOfPlatform: SQLiteStatement
    private let classesBySize: SQLiteStatement
    private let readsOfCase: SQLiteStatement

    init(_ connection: SQLiteConnection) throws(StoreError) {
        let handle = connection.handle
        let select = "SELECT \(Self.queueColumns) FROM mediation_queue"
        // Each walks its own index in order, and sorts nothing.
        let order = "(due_at, case_row) > (?1, ?2) ORDER BY due_at, case_row"
        queueByDate = try SQLiteStatement(
            handle, "\(select) INDEXED BY mediation_queue_due WHERE \(order)")
        queueOfMediator = try SQLiteStatement(
            handle, "\(select) INDEXED BY mediation_queue_mediator WHERE mediator = ?3 AND \(order)"
        )
        queueOfPlatform = try SQLiteStatement(
            handle, "\(select) INDEXED BY mediation_queue_platform WHERE platform = ?3 AND \(order)"
        )
        classesBySize = try SQLiteStatement(
            handle,
            """
            SELECT number, platform, category, clause, open, waiting
            FROM case_class INDEXED BY case_class_size
            WHERE open > 0 AND (-open, number) > (?1, ?2) AND open <= -?1
            ORDER BY open DESC, number
            """)
        readsOfCase = try SQLiteStatement(
            handle,
            """
            SELECT number, case_row, at, mediator, reason FROM identity_read
            WHERE case_row = ? AND number < ? ORDER BY number DESC LIMIT ?
            """)
    }

    func visitQueue(
        _ filter: QueueFilter, after position: QueuePosition,
        _ visit: (QueueRecord) throws(StoreError) -> VisitOrder
    ) throws(StoreError) {
        let statement: SQLiteStatement
        if let mediator = filter.mediator, !mediator.isEmpty {
            statement = queueOfMediator
            statement.bind(3, mediator)
        } else if let platform = filter.caseClass?.platform ?? filter.platform {
            statement = queueOfPlatform
            statement.bind(3, platform)
        } else if let mediator = filter.mediator {
            statement = queueOfMediator
            statement.bind(3, mediator)
        } else {
            statement = queueByDate
        }
        defer { statement.reset() }
        statement.bind(1, position.dueAtMilliseconds)
        statement.bind(2, Int64(clamping: position.caseRow))
        while try statement.step() {
            guard
                let reason = MediatorTask.Reason(
                    rawValue: Int32(truncatingIfNeeded: statement.integer(1)))
            else { throw .corrupted("A row of the mediators' queue") }
            let record = QueueRecord(
                caseRow: statement.unsigned(0), reason: reason,
                dueAtMilliseconds: statement.integer(2), mediator: statement.text(3),
                caseClass: Self.caseClass(statement, from: 4))
            if case .stop = try visit(record) { return }
        }
    }

    func visitClasses(
        after position: ClassPosition?, _ visit: (ClassRecord) -> VisitOrder
    ) throws(StoreError) {
        defer { classesBySize.reset() }
        classesBySize.bind(1, -(position?.open ?? .max))
        classesBySize.bind(2, Int64(clamping: position?.number ?? 0))
        while try classesBySize.step() {
            let record = ClassRecord(
                number: classesBySize.unsigned(0),
                caseClass: Self.caseClass(classesBySize, from: 1), open: classesBySize.integer(4),
                waiting: classesBySize.integer(5))
            if case .stop = visit(record) { return }
        }
    }

    func identityReads(
        caseRow: UInt64, below number: UInt64?, limit: Int
    ) throws(StoreError) -> [IdentityRead] {
        defer { readsOfCase.reset() }
        readsOfCase.bind(1, caseRow)
        readsOfCase.bind(2, Int64(clamping: number ?? .max))
        readsOfCase.bind(3, Int64(limit))
        var found: [IdentityRead] = []
        while try readsOfCase.step() {
            found.append(
                IdentityRead(
                    number: readsOfCase.unsigned(0), caseRow: readsOfCase.unsigned(1),
                    atMilliseconds: readsOfCase.integer(2), mediator: readsOfCase.text(3),
                    reason: readsOfCase.text(4)))
        }
        return found
    }

    private static func caseClass(_ row: SQLiteStatement, from column: Int32) -> CaseClass {
        CaseClass(
            platform: row.text(column),
            category: CaseCategory(rawValue: Int32(truncatingIfNeeded: row.integer(column + 1))),
            clause: row.text(column + 2))
    }
}

extension SQLiteReader {
    func visitQueue(
        _ filter: QueueFilter, after position: QueuePosition,
        _ visit: (QueueRecord) throws(StoreError) -> VisitOrder
    ) throws(StoreError) {
        try mediation.visitQueue(filter, after: position, visit)
    }

    func visitClasses(
        after position: ClassPosition?, _ visit: (ClassRecord) -> VisitOrder
    ) throws(StoreError) {
        try mediation.visitClasses(after: position, visit)
    }

    func identityReads(
        caseRow: UInt64, below number: UInt64?, limit: Int
    ) throws(StoreError) -> [IdentityRead] {
        try mediation.identityReads(caseRow: caseRow, below: number, limit: limit)
    }
}
