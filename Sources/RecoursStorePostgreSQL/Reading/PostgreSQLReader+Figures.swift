// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCases
internal import RecoursStore

// What was counted.
extension PostgreSQLReader {
    func figures() throws(StoreError) -> FigureTally {
        var tally = FigureTally()
        let counts = "SELECT platform, category, campaign, counter, month, n FROM figure_count"
        for row in try rows(counts) {
            guard let counter = FigureCounter(rawValue: row.small(3)) else { throw Self.damage }
            let month = FigureMonth(number: row.small(4))
            tally.add(row.integer(5), to: .init(counter, month), of: try Self.key(row))
        }
        let times = "SELECT platform, category, campaign, time, month, minutes, n FROM figure_time"
        for row in try rows(times) {
            guard let time = FigureTime(rawValue: row.small(3)) else { throw Self.damage }
            let cell = FigureTally.TimeCell(
                time, month: FigureMonth(number: row.small(4)), minutes: row.small(5))
            tally.add(row.integer(6), to: cell, of: try Self.key(row))
        }
        return tally
    }

    private static func key(_ row: PGRow) throws(StoreError) -> FigureKey {
        let number = row.small(1)
        let category = CaseCategory(rawValue: number)
        guard category != nil || number == 0 else { throw damage }
        return FigureKey(platform: row.text(0), category: category, campaign: row.bytes(2))
    }

    private static let removals = """
        SELECT platform, month, minutes, n FROM removal WHERE submitter = $1::int8
        ORDER BY case_row DESC LIMIT $2::int8
        """
    /// One firm has few cases: its index leads to them.
    private static let removalsOfFirm = """
        SELECT removal.platform, removal.month, removal.minutes, removal.n
        FROM cases JOIN removal
            ON removal.submitter = cases.submitter AND removal.case_row = cases.case_row
        WHERE cases.siren = $3::int8 AND cases.siren <> 0 AND cases.submitter = $1::int8
            AND cases.created_at < $4::int8
        ORDER BY cases.case_row DESC LIMIT $2::int8
        """

    func visitRemovals(
        of submitter: PartnerNumber, _ walk: RemovalWalk, limit: Int,
        _ visit: (Removal, Int64) -> Void
    ) throws(StoreError) {
        let values = [
            PGValue.integer(Int64(submitter.value)), .integer(Int64(clamping: limit)),
        ]
        let found =
            switch walk {
            case .all: try rows(Self.removals, values)
            case .firm(let siren, let filedBefore):
                try rows(
                    Self.removalsOfFirm,
                    values + [
                        .integer(Int64(siren)),
                        .integer(filedBefore?.millisecondsSince1970 ?? .max),
                    ])
            }
        for row in found {
            guard let month = FigureMonth(number: row.small(1)) else { throw Self.damage }
            visit(
                Removal(platform: row.text(0), month: month, minutes: row.small(2)),
                row.integer(3))
        }
    }

    private static var damage: StoreError { .corrupted("A row of the figures") }
}
