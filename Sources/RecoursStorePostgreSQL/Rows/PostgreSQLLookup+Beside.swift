// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCases
internal import RecoursStore

// What is beside the cases: campaigns, commitments, groups, firms.
extension PostgreSQLLookup {
    func campaign(_ identifier: CampaignIdentifier) throws(StoreError) -> CampaignRecord? {
        try known.campaigns.one(identifier, session)
    }

    func campaign(named name: String) throws(StoreError) -> CampaignRecord? {
        try rows("SELECT \(Columns.campaign) FROM campaign WHERE name = $1::text", [.text(name)])
            .first?.campaign()
    }

    func nextCampaign() throws(StoreError) -> CampaignNumber {
        CampaignNumber(UInt32(truncatingIfNeeded: try last(of: "campaign")) + 1)
    }

    func nextCommitment() throws(StoreError) -> UInt64 { try last(of: "commitment") + 1 }

    private func last(of table: String) throws(StoreError) -> UInt64 {
        try rows("SELECT coalesce(max(number), 0) FROM \(table)").first?.unsigned(0) ?? 0
    }

    func commitment(_ identifier: [UInt8]) throws(StoreError) -> CommitmentRecord? {
        try commitment("id = $1::bytea", [.bytes(identifier)])
    }

    func commitment(
        ofPlatform slug: String, key: [UInt8]
    ) throws(StoreError) -> CommitmentRecord? {
        try commitment("platform = $1::text AND key = $2::bytea", [.text(slug), .bytes(key)])
    }

    private func commitment(
        _ condition: String, _ values: [PGValue]
    ) throws(StoreError) -> CommitmentRecord? {
        try rows("SELECT \(Columns.commitment) FROM commitment WHERE \(condition)", values)
            .first?.commitment()
    }

    func openPromise(ofCase row: UInt64) throws(StoreError) -> CommitmentRecord? {
        try known.promises.one(row, session)
    }

    func overdueCommitments(
        before day: CalendarDate, limit: Int
    ) throws(StoreError) -> [CommitmentRecord] {
        let sql = """
            SELECT \(Columns.commitment) FROM commitment
            WHERE state = 1 AND case_row IS NULL AND due_on < $1::int8
            ORDER BY due_on LIMIT $2::int8
            """
        let values = [PGValue.integer(Int64(day.dayNumber)), .integer(Int64(limit))]
        return try all(sql, values) { (row) throws(StoreError) in try row.commitment() }
    }

    func firms(of group: AggregateGroup) throws(StoreError) -> Int {
        try known.firms.one(group, session) ?? 0
    }

    func cases(of firm: AggregateFirm) throws(StoreError) -> Int {
        try known.casesOfFirms.one(firm, session) ?? 0
    }

    func heldCases(of group: AggregateGroup, limit: Int) throws(StoreError) -> [UInt64] {
        let sql = """
            SELECT case_row FROM aggregate_held WHERE platform = $1::text AND category = $2::int8
            ORDER BY case_row LIMIT $3::int8
            """
        let values: [PGValue] = [
            .text(group.platform), .integer(Int64(group.category.rawValue)),
            .integer(Int64(limit)),
        ]
        return try all(sql, values) { $0.unsigned(0) }
    }

    // There are as many groups as platforms times categories, and few hold a case.
    func releasableGroups(limit: Int) throws(StoreError) -> [AggregateGroup] {
        let sql = """
            SELECT platform, category FROM aggregate_group AS grown WHERE firms >= $1::int8
                AND EXISTS (SELECT 1 FROM aggregate_held AS waiting
                    WHERE waiting.platform = grown.platform
                        AND waiting.category = grown.category)
            LIMIT $2::int8
            """
        let values = [PGValue.integer(Int64(AggregateGroup.leastFirms)), .integer(Int64(limit))]
        return try all(sql, values) { row in
            CaseCategory(rawValue: row.small(1)).map {
                AggregateGroup(platform: row.text(0), category: $0)
            }
        }.compactMap { $0 }
    }

    func earlierCases(
        of opponents: Opponents, since: Instant, limit: Int
    ) throws(StoreError) -> [EarlierCase] {
        let newest = try known.earlierCases.all(opponents, session)
        return Array(newest.lazy.filter { $0.filedAt >= since }.prefix(limit))
    }
}
