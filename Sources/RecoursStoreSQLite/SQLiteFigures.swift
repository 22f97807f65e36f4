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
}

/// Adds what a batch has counted to the figures kept.
final class SQLiteFigureWriter {
    private let addCount: SQLiteStatement
    private let addTime: SQLiteStatement

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
            INSERT INTO figure_time VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT DO UPDATE SET n = n + excluded.n
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
                addTime.bind(5, Int64(cell.minutes))
                addTime.bind(6, amount)
                try addTime.run()
            }
        }
    }

    private func bind(_ key: FigureKey, to statement: SQLiteStatement) {
        statement.bind(1, key.platform)
        statement.bind(2, Int64(key.category.rawValue))
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
            "SELECT platform, category, campaign, time, minutes, n FROM figure_time")
        while try times.step() {
            let number = Int32(truncatingIfNeeded: times.integer(3))
            guard let time = FigureTime(rawValue: number) else { throw Self.damage }
            let minutes = Int32(truncatingIfNeeded: times.integer(4))
            tally.add(times.integer(5), to: .init(time, minutes: minutes), of: try Self.key(times))
        }
        return tally
    }

    private static func key(_ row: SQLiteStatement) throws(StoreError) -> FigureKey {
        let number = Int32(truncatingIfNeeded: row.integer(1))
        guard let category = CaseCategory(rawValue: number) else { throw damage }
        return FigureKey(platform: row.text(0), category: category, campaign: row.bytes(2))
    }

    private static var damage: StoreError { .corrupted("A row of the figures") }
}

/// Makes the figures of a store that was written before figures were kept: once, at the first
/// start.
struct SQLiteFigureFilling {
    let connection: SQLiteConnection
    let codec: any SnapshotCodec

    func runIfDue(_ reader: SQLiteReader) throws(StoreError) {
        guard try connection.text("SELECT is_filled FROM figure_state") == "0" else { return }
        let recount = try recount(reader)
        // Nobody else writes: the server has not begun to serve.
        try connection.run("BEGIN IMMEDIATE")
        do throws(StoreError) {
            try SQLiteFigureWriter(connection).write(recount.tally)
            try connection.run("UPDATE figure_state SET is_filled = 1")
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
