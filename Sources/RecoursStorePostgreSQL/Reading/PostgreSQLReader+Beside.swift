// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCases
internal import RecoursStore

// Lists of campaigns and commitments.
extension PostgreSQLReader {
    func campaigns(
        below number: CampaignNumber?, limit: Int
    ) throws(StoreError) -> [CampaignRecord] {
        let sql = """
            SELECT \(Columns.campaign) FROM campaign WHERE number < $1::int8
            ORDER BY number DESC LIMIT $2::int8
            """
        let values = [
            PGValue.integer(number.map { Int64($0.value) } ?? .max), .integer(Int64(limit)),
        ]
        return try all(sql, values) { (row) throws(StoreError) in try row.campaign() }
    }

    func visitCounts(
        of campaign: CampaignNumber, _ visit: (CampaignCounter, Int64) -> Void
    ) throws(StoreError) {
        let sql = """
            SELECT platform, counter, value FROM campaign_count
            WHERE campaign = $1::int8 AND value <> 0
            """
        for row in try rows(sql, [.integer(Int64(campaign.value))]) {
            let number = UInt8(truncatingIfNeeded: row.integer(1))
            guard let kind = CampaignCounter.Kind(number: number) else { continue }
            visit(
                CampaignCounter(campaign: campaign, platform: row.text(0), kind: kind),
                row.integer(2))
        }
    }

    private static let openCases = """
        SELECT \(Columns.caseRecord), campaign_case.due_at
        FROM campaign_case JOIN cases ON cases.case_row = campaign_case.case_row
        WHERE (campaign_case.due_at, campaign_case.case_row) > ($1::int8, $2::int8)
            AND campaign = $3::int8 AND is_open
        ORDER BY campaign_case.due_at, campaign_case.case_row LIMIT $4::int8
        """

    func visitOpenCases(
        of campaign: CampaignNumber, after position: CampaignCasePosition?,
        _ visit: (CampaignCasePosition, CaseRecord?) -> VisitOrder
    ) throws(StoreError) {
        let first = [
            PGValue.integer(position?.dueAtMilliseconds ?? .min),
            .integer(Int64(clamping: position?.caseRow ?? 0)),
        ]
        try visitPages(
            Self.openCases, from: first, [.integer(Int64(campaign.value))],
            next: { [.integer($0.integer(Columns.caseRecordCount)), .integer($0.integer(0))] }
        ) { row in
            let place = CampaignCasePosition(
                dueAtMilliseconds: row.integer(Columns.caseRecordCount), caseRow: row.unsigned(0))
            return visit(place, try? row.caseRecord())
        }
    }

    func visitCommitments(
        platform slug: String?, below number: UInt64?, _ visit: (CommitmentRecord) -> VisitOrder
    ) throws(StoreError) {
        let condition = slug == nil ? "" : "AND platform = $2::text"
        let sql = """
            SELECT \(Columns.commitment) FROM commitment WHERE number < $1::int8 \(condition)
            ORDER BY number DESC LIMIT $\(slug == nil ? 2 : 3)::int8
            """
        try visitPages(
            sql, from: [.integer(Int64(clamping: number ?? UInt64(Int64.max)))],
            slug.map { [.text($0)] } ?? [], next: { [.integer($0.integer(0))] }
        ) { (row) throws(StoreError) in visit(try row.commitment()) }
    }
}
