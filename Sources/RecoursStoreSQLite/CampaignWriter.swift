// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCases
internal import RecoursStore

/// Writes what a batch changes of campaigns.
final class CampaignWriter {
    private let put: SQLiteStatement
    private let putCase: SQLiteStatement
    private let count: SQLiteStatement

    init(_ connection: SQLiteConnection) throws(StoreError) {
        let handle = connection.handle
        put = try SQLiteStatement(
            handle,
            """
            INSERT INTO campaign VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (number) DO UPDATE SET name = excluded.name,
                opens_on = excluded.opens_on, closes_on = excluded.closes_on,
                resolve_by = excluded.resolve_by, target = excluded.target,
                platforms = excluded.platforms, acknowledge_days = excluded.acknowledge_days,
                answer_days = excluded.answer_days,
                final_answer_days = excluded.final_answer_days,
                collected = excluded.collected, target_reached_at = excluded.target_reached_at,
                updated_at = excluded.updated_at
            """)
        putCase = try SQLiteStatement(
            handle,
            """
            INSERT INTO campaign_case VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE
            SET is_open = excluded.is_open, due_at = excluded.due_at
            """)
        count = try SQLiteStatement(
            handle,
            """
            INSERT INTO campaign_count VALUES (?, ?, ?, ?)
            ON CONFLICT DO UPDATE SET value = value + excluded.value
            """)
    }

    func write(_ writes: borrowing CampaignWrites) throws(StoreError) {
        for number in writes.campaigns.keys.sorted() {
            if let record = writes.campaigns[number] { try write(record) }
        }
        for row in writes.cases.keys.sorted() {
            guard let record = writes.cases[row] else { continue }
            putCase.bind(1, row)
            putCase.bind(2, Int64(record.campaign.value))
            putCase.bind(3, record.isOpen ? 1 : 0 as Int64)
            putCase.bind(4, record.dueAtMilliseconds)
            try putCase.run()
        }
        for (counter, value) in writes.counts where value != 0 {
            count.bind(1, Int64(counter.campaign.value))
            count.bind(2, counter.platform)
            count.bind(3, Int64(counter.kind.number))
            count.bind(4, value)
            try count.run()
        }
    }

    private func write(_ record: CampaignRecord) throws(StoreError) {
        let plan = record.plan
        guard let opensOn = plan.opensOn, let closesOn = plan.closesOn else {
            throw .internalError("A campaign without its dates")
        }
        put.bind(1, Int64(record.number.value))
        put.bind(2, high: record.identifier.high, low: record.identifier.low)
        put.bind(3, plan.name)
        put.bind(4, Int64(opensOn.dayNumber))
        put.bind(5, Int64(closesOn.dayNumber))
        put.bind(6, plan.resolveBy.map { Int64($0.dayNumber) })
        put.bind(7, Int64(plan.targetCount))
        // Slugs have no spaces.
        put.bind(8, plan.platforms.joined(separator: " "))
        put.bind(9, plan.acknowledgeDays.map(Int64.init))
        put.bind(10, plan.answerDays.map(Int64.init))
        put.bind(11, plan.finalAnswerDays.map(Int64.init))
        put.bind(12, record.collected)
        put.bind(13, record.targetReachedAt?.millisecondsSince1970)
        put.bind(14, record.createdAt.millisecondsSince1970)
        put.bind(15, record.updatedAt.millisecondsSince1970)
        try put.run()
    }
}
