// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCases
internal import RecoursStore

/// Finds the rows of campaigns over one connection, for the writer and for readers alike.
final class CampaignStatements {
    private static let columns = """
        number, id, name, opens_on, closes_on, resolve_by, target, platforms, \
        acknowledge_days, answer_days, final_answer_days, collected, target_reached_at, \
        created_at, updated_at
        """

    private let byIdentifier: SQLiteStatement
    private let byName: SQLiteStatement
    private let last: SQLiteStatement
    private let inOrder: SQLiteStatement
    private let counts: SQLiteStatement
    private let openCases: SQLiteStatement

    init(_ connection: SQLiteConnection) throws(StoreError) {
        let handle = connection.handle
        let select = "SELECT \(Self.columns) FROM campaign"
        byIdentifier = try SQLiteStatement(handle, "\(select) WHERE id = ?")
        byName = try SQLiteStatement(handle, "\(select) WHERE name = ?")
        last = try SQLiteStatement(handle, "SELECT max(number) FROM campaign")
        inOrder = try SQLiteStatement(
            handle, "\(select) WHERE number < ? ORDER BY number DESC LIMIT ?")
        counts = try SQLiteStatement(
            handle,
            "SELECT platform, counter, value FROM campaign_count WHERE campaign = ? AND value <> 0")
        openCases = try SQLiteStatement(
            handle,
            """
            SELECT \(RowColumns.caseRecord), campaign_case.due_at
            FROM campaign_case INDEXED BY campaign_case_open
                JOIN cases ON cases.row = campaign_case.case_row
            WHERE campaign = ?1 AND is_open = 1 AND campaign_case.due_at >= ?2
                AND (campaign_case.due_at, campaign_case.case_row) > (?2, ?3)
            ORDER BY campaign_case.due_at, campaign_case.case_row
            """)
    }

    func campaign(_ identifier: CampaignIdentifier) throws(StoreError) -> CampaignRecord? {
        byIdentifier.bind(1, high: identifier.high, low: identifier.low)
        return try only(byIdentifier)
    }

    func campaign(named name: String) throws(StoreError) -> CampaignRecord? {
        byName.bind(1, name)
        return try only(byName)
    }

    func next() throws(StoreError) -> CampaignNumber {
        defer { last.reset() }
        guard try last.step() else { throw .internalError("No last campaign") }
        return CampaignNumber(UInt32(truncatingIfNeeded: last.integer(0)) + 1)
    }

    func campaigns(
        below number: CampaignNumber?, limit: Int
    ) throws(StoreError) -> [CampaignRecord] {
        defer { inOrder.reset() }
        inOrder.bind(1, number.map { Int64($0.value) } ?? Int64.max)
        inOrder.bind(2, Int64(limit))
        var found: [CampaignRecord] = []
        while try inOrder.step() { found.append(try record(inOrder)) }
        return found
    }

    func visitCounts(
        of campaign: CampaignNumber, _ visit: (CampaignCounter, Int64) -> Void
    ) throws(StoreError) {
        defer { counts.reset() }
        counts.bind(1, Int64(campaign.value))
        while try counts.step() {
            let number = UInt8(truncatingIfNeeded: counts.integer(1))
            guard let kind = CampaignCounter.Kind(number: number) else { continue }
            visit(
                CampaignCounter(campaign: campaign, platform: counts.text(0), kind: kind),
                counts.integer(2))
        }
    }

    func visitOpenCases(
        of campaign: CampaignNumber, after position: CampaignCasePosition?,
        _ visit: (CampaignCasePosition, CaseRecord?) -> VisitOrder
    ) throws(StoreError) {
        defer { openCases.reset() }
        openCases.bind(1, Int64(campaign.value))
        openCases.bind(2, position?.dueAtMilliseconds ?? Int64.min)
        openCases.bind(3, Int64(clamping: position?.caseRow ?? 0))
        while try openCases.step() {
            let place = CampaignCasePosition(
                dueAtMilliseconds: openCases.integer(RowColumns.caseRecordCount),
                caseRow: openCases.unsigned(0))
            if case .stop = visit(place, try? RowColumns.caseRecord(openCases)) { return }
        }
    }

    private func only(_ statement: SQLiteStatement) throws(StoreError) -> CampaignRecord? {
        defer { statement.reset() }
        return try statement.step() ? try record(statement) : nil
    }

    private func record(_ row: SQLiteStatement) throws(StoreError) -> CampaignRecord {
        guard let identifier = row.identifier(1) else { throw .corrupted("A campaign's row") }
        let platforms = row.text(7).split(separator: " ").map(String.init)
        let plan = CampaignPlan(
            name: row.text(2), opensOn: row.date(3), closesOn: row.date(4),
            resolveBy: row.date(5), targetCount: Int(row.integer(6)), platforms: platforms,
            acknowledgeDays: row.days(8), answerDays: row.days(9), finalAnswerDays: row.days(10))
        return CampaignRecord(
            number: CampaignNumber(UInt32(truncatingIfNeeded: row.integer(0))),
            identifier: CampaignIdentifier(high: identifier.high, low: identifier.low),
            plan: plan, collected: row.unsigned(11),
            targetReachedAt: row.isNull(12)
                ? nil : Instant(millisecondsSince1970: row.integer(12)),
            createdAt: Instant(millisecondsSince1970: row.integer(13)),
            updatedAt: Instant(millisecondsSince1970: row.integer(14)))
    }
}

extension SQLiteStatement {
    /// A day kept as its number; nil for NULL.
    func date(_ column: Int32) -> CalendarDate? {
        isNull(column) ? nil : CalendarDate(clampingDayNumber: integer(column))
    }

    fileprivate func days(_ column: Int32) -> Int? {
        isNull(column) ? nil : Int(integer(column))
    }
}
