// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCases
internal import RecoursStore

/// The figures' tables: one row a counter, and one a length of time that occurred.
enum SQLiteFigures {
    /// Months and campaigns that a row hasn't are 0 and empty: a key of NULLs would not be unique.
    static let tables = """
        CREATE TABLE figure_count (
            platform TEXT NOT NULL, category INTEGER NOT NULL, campaign BLOB NOT NULL,
            counter INTEGER NOT NULL, month INTEGER NOT NULL, n INTEGER NOT NULL,
            PRIMARY KEY (platform, category, campaign, counter, month)) STRICT, WITHOUT ROWID;
        CREATE TABLE figure_time (
            platform TEXT NOT NULL, category INTEGER NOT NULL, campaign BLOB NOT NULL,
            time INTEGER NOT NULL, minutes INTEGER NOT NULL, n INTEGER NOT NULL,
            PRIMARY KEY (platform, category, campaign, time, minutes)) STRICT, WITHOUT ROWID;
        CREATE TABLE figure_state (
            id INTEGER PRIMARY KEY CHECK (id = 1), is_filled INTEGER NOT NULL) STRICT;
        INSERT INTO figure_state VALUES (1, 0);
        """

    /// Times by month, and each submitter's own removals, a row a case and removal: whose firm it
    /// is stands in the case alone, so that erasing a case leaves nothing of the firm here.
    static let removals = """
        ALTER TABLE figure_time RENAME TO figure_time_without_month;
        CREATE TABLE figure_time (
            platform TEXT NOT NULL, category INTEGER NOT NULL, campaign BLOB NOT NULL,
            time INTEGER NOT NULL, month INTEGER NOT NULL, minutes INTEGER NOT NULL,
            n INTEGER NOT NULL,
            PRIMARY KEY (platform, category, campaign, time, month, minutes))
            STRICT, WITHOUT ROWID;
        INSERT INTO figure_time SELECT platform, category, campaign, time, 0, minutes, n
            FROM figure_time_without_month;
        DROP TABLE figure_time_without_month;
        CREATE TABLE removal (
            submitter INTEGER NOT NULL, case_row INTEGER NOT NULL, platform TEXT NOT NULL,
            month INTEGER NOT NULL, minutes INTEGER NOT NULL, n INTEGER NOT NULL,
            PRIMARY KEY (submitter, case_row, platform, month, minutes)) STRICT, WITHOUT ROWID;
        """

    /// What `figure_state` says of a store that has all counters of this version.
    static let filled: Int64 = 2
}

/// Adds what a batch has counted to the figures kept.
final class SQLiteFigureWriter {
    private let addCount: SQLiteStatement
    private let addTime: SQLiteStatement
    private let addRemoval: SQLiteStatement

    init(_ connection: SQLiteConnection) throws(StoreError) {
        addCount = try SQLiteStatement(
            connection.handle,
            """
            INSERT INTO figure_count VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT DO UPDATE SET n = n + excluded.n
            """)
        addTime = try SQLiteStatement(
            connection.handle,
            """
            INSERT INTO figure_time VALUES (?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT DO UPDATE SET n = n + excluded.n
            """)
        addRemoval = try SQLiteStatement(
            connection.handle,
            """
            INSERT INTO removal VALUES (?, ?, ?, ?, ?, 1) ON CONFLICT DO UPDATE SET n = n + 1
            """)
    }

    /// Within the caller's transaction.
    func write(_ tally: FigureTally) throws(StoreError) {
        for (key, cells) in tally.counts {
            bind(key, to: addCount)
            for (cell, amount) in cells where amount != 0 {
                addCount.bind(4, Int64(cell.counter.rawValue))
                addCount.bind(5, Int64(cell.month?.number ?? 0))
                addCount.bind(6, amount)
                try addCount.run()
            }
        }
        for (key, cells) in tally.times {
            bind(key, to: addTime)
            for (cell, amount) in cells {
                addTime.bind(4, Int64(cell.time.rawValue))
                addTime.bind(5, Int64(cell.month?.number ?? 0))
                addTime.bind(6, Int64(cell.minutes))
                addTime.bind(7, amount)
                try addTime.run()
            }
        }
    }

    /// Within the caller's transaction.
    func write(_ removals: [RemovalRecord]) throws(StoreError) {
        for removal in removals {
            addRemoval.bind(1, Int64(removal.submitter.value))
            addRemoval.bind(2, removal.caseRow)
            addRemoval.bind(3, removal.removal.platform)
            addRemoval.bind(4, Int64(removal.removal.month.number))
            addRemoval.bind(5, Int64(removal.removal.minutes))
            try addRemoval.run()
        }
    }

    private func bind(_ key: FigureKey, to statement: SQLiteStatement) {
        statement.bind(1, key.platform)
        statement.bind(2, Int64(key.category?.rawValue ?? 0))
        statement.bind(3, key.campaign)
    }
}

extension SQLiteReader {
    func figures() throws(StoreError) -> FigureTally {
        var tally = FigureTally()
        let counts = try SQLiteStatement(
            connection.handle,
            "SELECT platform, category, campaign, counter, month, n FROM figure_count")
        while try counts.step() {
            let number = Int32(truncatingIfNeeded: counts.integer(3))
            guard let counter = FigureCounter(rawValue: number) else { throw Self.damage }
            let month = FigureMonth(number: Int32(truncatingIfNeeded: counts.integer(4)))
            tally.add(counts.integer(5), to: .init(counter, month), of: try Self.key(counts))
        }
        let times = try SQLiteStatement(
            connection.handle,
            "SELECT platform, category, campaign, time, month, minutes, n FROM figure_time")
        while try times.step() {
            let number = Int32(truncatingIfNeeded: times.integer(3))
            guard let time = FigureTime(rawValue: number) else { throw Self.damage }
            let month = FigureMonth(number: Int32(truncatingIfNeeded: times.integer(4)))
            let cell = FigureTally.TimeCell(
                time, month: month, minutes: Int32(truncatingIfNeeded: times.integer(5)))
            tally.add(times.integer(6), to: cell, of: try Self.key(times))
        }
        return tally
    }

    func visitRemovals(
        of submitter: PartnerNumber, _ walk: RemovalWalk, limit: Int,
        _ visit: (Removal, Int64) -> Void
    ) throws(StoreError) {
        let statement: SQLiteStatement
        switch walk {
        case .all: statement = removalsOfSubmitter
        case .firm(let siren, let filedBefore):
            statement = removalsOfFirm
            statement.bind(3, Int64(siren))
            statement.bind(4, filedBefore?.millisecondsSince1970 ?? .max)
        }
        defer { statement.reset() }
        statement.bind(1, Int64(submitter.value))
        statement.bind(2, Int64(clamping: limit))
        while try statement.step() {
            let number = Int32(truncatingIfNeeded: statement.integer(1))
            guard let month = FigureMonth(number: number) else { throw Self.damage }
            let removal = Removal(
                platform: statement.text(0), month: month,
                minutes: Int32(truncatingIfNeeded: statement.integer(2)))
            visit(removal, statement.integer(3))
        }
    }

    /// Newest first. One firm has few cases: its index leads to them.
    static let readingRemovals = """
        SELECT platform, month, minutes, n FROM removal
        WHERE submitter = ?1 ORDER BY case_row DESC LIMIT ?2
        """
    static let readingRemovalsOfFirm = """
        SELECT removal.platform, removal.month, removal.minutes, removal.n
        FROM cases INDEXED BY cases_siren CROSS JOIN removal
            ON removal.submitter = cases.submitter AND removal.case_row = cases.row
        WHERE cases.siren = ?3 AND cases.siren <> 0 AND cases.submitter = ?1
            AND cases.created_at < ?4
        ORDER BY cases.row DESC LIMIT ?2
        """

    private static func key(_ row: SQLiteStatement) throws(StoreError) -> FigureKey {
        let number = Int32(truncatingIfNeeded: row.integer(1))
        let category = CaseCategory(rawValue: number)
        guard category != nil || number == 0 else { throw damage }
        return FigureKey(platform: row.text(0), category: category, campaign: row.bytes(2))
    }

    private static var damage: StoreError { .corrupted("A row of the figures") }
}

/// Makes the figures that a store's version did not keep yet: once, at the first start.
struct SQLiteFigureFilling {
    let connection: SQLiteConnection
    let codec: any SnapshotCodec

    func runIfDue(_ reader: SQLiteReader) throws(StoreError) {
        let state = Int64(try connection.text("SELECT is_filled FROM figure_state")) ?? 0
        guard state < SQLiteFigures.filled else { return }
        let recount = try recount(reader)
        let isComplete = recount.unreadable == 0
        // Nobody else writes: the server has not begun to serve.
        try connection.run("BEGIN IMMEDIATE")
        do throws(StoreError) {
            // Where a case is erased, what was counted of it cannot be counted again: then what was
            // kept stays, and only what is new is added.
            if isComplete {
                try connection.run("DELETE FROM figure_count")
                try connection.run("DELETE FROM figure_time")
            }
            let writer = try SQLiteFigureWriter(connection)
            try writer.write(
                isComplete || state == 0 ? recount.tally : recount.tally.addedByRemovals)
            try writer.write(recount.removals)
            try connection.run("UPDATE figure_state SET is_filled = \(SQLiteFigures.filled)")
            try connection.run("COMMIT")
        } catch {
            try? connection.run("ROLLBACK")
            throw error
        }
    }

    private func recount(_ reader: SQLiteReader) throws(StoreError) -> FigureRecount {
        try reader.beginSnapshot()
        defer { reader.endSnapshot() }
        var recount = FigureRecount(codec: codec)
        try recount.run(over: reader)
        return recount
    }
}

extension FigureTally {
    /// The part that stores did not keep before they kept removals.
    fileprivate var addedByRemovals: FigureTally {
        var added = FigureTally()
        for (key, cells) in counts {
            for (cell, amount) in cells {
                switch cell.counter {
                case .removals, .honouredCommitments, .brokenCommitments:
                    added.add(amount, to: cell, of: key)
                default: continue
                }
            }
        }
        for (key, cells) in times {
            for (cell, amount) in cells where cell.time == .remove {
                added.add(amount, to: cell, of: key)
            }
        }
        return added
    }
}
