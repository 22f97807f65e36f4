// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCases
internal import RecoursStore

/// The statements that write for mediators.
final class SQLiteMediationWriter {
    private let putEntry: SQLiteStatement
    private let dropEntry: SQLiteStatement
    private let changeClass: SQLiteStatement
    private let dropClass: SQLiteStatement
    private let insertRead: SQLiteStatement

    init(_ connection: SQLiteConnection) throws(StoreError) {
        let handle = connection.handle
        putEntry = try SQLiteStatement(
            handle, "INSERT OR REPLACE INTO mediation_queue VALUES (?, ?, ?, ?, ?, ?, ?)")
        dropEntry = try SQLiteStatement(
            handle, "DELETE FROM mediation_queue WHERE case_row = ?")
        changeClass = try SQLiteStatement(
            handle,
            """
            INSERT INTO case_class (platform, category, clause, open, waiting)
            VALUES (?, ?, ?, ?, ?) ON CONFLICT DO UPDATE
            SET open = open + excluded.open, waiting = waiting + excluded.waiting
            """)
        // A clause's words stay no longer than the cases that it is about.
        dropClass = try SQLiteStatement(
            handle,
            """
            DELETE FROM case_class WHERE platform = ? AND category = ? AND clause = ?
                AND open <= 0 AND waiting <= 0
            """)
        insertRead = try SQLiteStatement(
            handle,
            "INSERT INTO identity_read (case_row, at, mediator, reason) VALUES (?, ?, ?, ?)")
    }

    func write(_ writes: borrowing WriteSet) throws(StoreError) {
        for row in writes.queue.keys.sorted() {
            if case .some(.some(let record)) = writes.queue[row] {
                try put(record)
            } else {
                dropEntry.bind(1, row)
                try dropEntry.run()
            }
        }
        for (caseClass, change) in writes.classes {
            changeClass.bind(1, caseClass.platform)
            changeClass.bind(2, Int64(caseClass.category?.rawValue ?? 0))
            changeClass.bind(3, caseClass.clause)
            changeClass.bind(4, change.open)
            changeClass.bind(5, change.waiting)
            try changeClass.run()
            if change.open < 0 { try drop(caseClass) }
        }
        for read in writes.identityReads {
            insertRead.bind(1, read.caseRow)
            insertRead.bind(2, read.atMilliseconds)
            insertRead.bind(3, read.mediator)
            insertRead.bind(4, read.reason)
            try insertRead.run()
        }
    }

    private func drop(_ caseClass: CaseClass) throws(StoreError) {
        dropClass.bind(1, caseClass.platform)
        dropClass.bind(2, Int64(caseClass.category?.rawValue ?? 0))
        dropClass.bind(3, caseClass.clause)
        try dropClass.run()
    }

    private func put(_ record: QueueRecord) throws(StoreError) {
        putEntry.bind(1, record.caseRow)
        putEntry.bind(2, Int64(record.reason.rawValue))
        putEntry.bind(3, record.dueAtMilliseconds)
        putEntry.bind(4, record.mediator)
        putEntry.bind(5, record.caseClass.platform)
        putEntry.bind(6, Int64(record.caseClass.category?.rawValue ?? 0))
        putEntry.bind(7, record.caseClass.clause)
        try putEntry.run()
    }
}
