// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCases
internal import RecoursStore

/// Finds the rows of groups over one connection.
final class AggregateStatements {
    private let firmCount: SQLiteStatement
    private let caseCount: SQLiteStatement
    private let held: SQLiteStatement
    private let releasable: SQLiteStatement
    private let earlier: SQLiteStatement

    init(_ connection: SQLiteConnection) throws(StoreError) {
        let handle = connection.handle
        firmCount = try SQLiteStatement(
            handle, "SELECT firms FROM aggregate_group WHERE platform = ? AND category = ?")
        caseCount = try SQLiteStatement(
            handle,
            "SELECT cases FROM aggregate_firm WHERE platform = ? AND category = ? AND siren = ?")
        held = try SQLiteStatement(
            handle,
            """
            SELECT case_row FROM aggregate_held WHERE platform = ? AND category = ?
            ORDER BY case_row LIMIT ?
            """)
        // There are as many groups as platforms times categories, and few hold a case.
        releasable = try SQLiteStatement(
            handle,
            """
            SELECT platform, category FROM aggregate_group AS grown WHERE firms >= ?
                AND EXISTS (SELECT 1 FROM aggregate_held AS waiting
                    WHERE waiting.platform = grown.platform AND waiting.category = grown.category)
            LIMIT ?
            """)
        // Straight from the index and no further than enough are found: as a condition, what is
        // looked for would be looked for in all 64.
        earlier = try SQLiteStatement(
            handle,
            """
            SELECT number, created_at, platform = ?2 AND transmitted = 1 AND created_at >= ?3
            FROM cases INDEXED BY cases_siren WHERE siren = ?1 AND siren <> 0
            ORDER BY row DESC LIMIT 64
            """)
    }

    func earlierCases(
        of opponents: Opponents, since: Instant, limit: Int
    ) throws(StoreError) -> [EarlierCase] {
        defer { earlier.reset() }
        earlier.bind(1, Int64(opponents.siren))
        earlier.bind(2, opponents.platform)
        earlier.bind(3, since.millisecondsSince1970)
        var found: [EarlierCase] = []
        while found.count < limit, try earlier.step() {
            guard earlier.integer(2) != 0 else { continue }
            guard let number = PublicNumber(earlier.unsigned(0)) else {
                throw .corrupted("A case's row")
            }
            found.append(
                EarlierCase(
                    number: number,
                    filedAt: Instant(millisecondsSince1970: earlier.integer(1))))
        }
        return found
    }

    func firms(of group: AggregateGroup) throws(StoreError) -> Int {
        try number(firmCount, group)
    }

    func cases(of firm: AggregateFirm) throws(StoreError) -> Int {
        caseCount.bind(3, Int64(firm.siren))
        return try number(caseCount, firm.group)
    }

    func heldCases(of group: AggregateGroup, limit: Int) throws(StoreError) -> [UInt64] {
        defer { held.reset() }
        held.bind(1, group.platform)
        held.bind(2, Int64(group.category.rawValue))
        held.bind(3, Int64(limit))
        var found: [UInt64] = []
        while try held.step() { found.append(held.unsigned(0)) }
        return found
    }

    func releasableGroups(limit: Int) throws(StoreError) -> [AggregateGroup] {
        defer { releasable.reset() }
        releasable.bind(1, Int64(AggregateGroup.leastFirms))
        releasable.bind(2, Int64(limit))
        var found: [AggregateGroup] = []
        while try releasable.step() {
            let number = Int32(truncatingIfNeeded: releasable.integer(1))
            guard let category = CaseCategory(rawValue: number) else { continue }
            found.append(AggregateGroup(platform: releasable.text(0), category: category))
        }
        return found
    }

    private func number(
        _ statement: SQLiteStatement, _ group: AggregateGroup
    ) throws(StoreError) -> Int {
        defer { statement.reset() }
        statement.bind(1, group.platform)
        statement.bind(2, Int64(group.category.rawValue))
        return try statement.step() ? Int(statement.integer(0)) : 0
    }
}

/// Writes what a batch changes of groups.
final class AggregateWriter {
    private let putGroup: SQLiteStatement
    private let putFirm: SQLiteStatement
    private let dropFirm: SQLiteStatement
    private let hold: SQLiteStatement
    private let letGo: SQLiteStatement

    init(_ connection: SQLiteConnection) throws(StoreError) {
        let handle = connection.handle
        putGroup = try SQLiteStatement(
            handle, "INSERT OR REPLACE INTO aggregate_group VALUES (?, ?, ?)")
        putFirm = try SQLiteStatement(
            handle, "INSERT OR REPLACE INTO aggregate_firm VALUES (?, ?, ?, ?)")
        dropFirm = try SQLiteStatement(
            handle,
            "DELETE FROM aggregate_firm WHERE platform = ? AND category = ? AND siren = ?")
        hold = try SQLiteStatement(
            handle, "INSERT OR IGNORE INTO aggregate_held VALUES (?, ?, ?)")
        letGo = try SQLiteStatement(
            handle,
            "DELETE FROM aggregate_held WHERE platform = ? AND category = ? AND case_row = ?")
    }

    func write(_ writes: borrowing AggregateWrites) throws(StoreError) {
        for (group, firms) in writes.firms {
            putGroup.bind(1, group.platform)
            putGroup.bind(2, Int64(group.category.rawValue))
            putGroup.bind(3, Int64(firms))
            try putGroup.run()
        }
        for (firm, cases) in writes.cases {
            let statement = cases > 0 ? putFirm : dropFirm
            statement.bind(1, firm.group.platform)
            statement.bind(2, Int64(firm.group.category.rawValue))
            statement.bind(3, Int64(firm.siren))
            if cases > 0 { statement.bind(4, Int64(cases)) }
            try statement.run()
        }
        for (group, rows) in writes.held {
            for (row, waits) in rows {
                let statement = waits ? hold : letGo
                statement.bind(1, group.platform)
                statement.bind(2, Int64(group.category.rawValue))
                statement.bind(3, row)
                try statement.run()
            }
        }
    }
}
