// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCases
internal import RecoursStore

// Lists of works, claims and their listings.
extension PostgreSQLReader {
    func visitWorks(
        of registrant: PartnerNumber?, below number: UInt64?,
        _ visit: (WorkRecord) throws(StoreError) -> VisitOrder
    ) throws(StoreError) {
        let walk = registrant.map {
            WalkCondition("registrant = $2::int8", .integer(Int64($0.value)))
        }
        try visitDown("work", Columns.work, walk, below: number) { row throws(StoreError) in
            try visit(row.work())
        }
    }

    func visitClaims(
        _ walk: ClaimWalk, below number: UInt64?,
        _ visit: (ClaimRecord) throws(StoreError) -> VisitOrder
    ) throws(StoreError) {
        let condition: WalkCondition? =
            switch walk {
            case .all: nil
            case .registrant(let partner):
                WalkCondition("registrant = $2::int8", .integer(Int64(partner.value)))
            case .work(let work): WalkCondition("work = $2::int8", .integer(work))
            }
        try visitDown("claim", Columns.claim, condition, below: number) { row throws(StoreError) in
            try visit(row.claim())
        }
    }

    private func visitDown(
        _ table: String, _ columns: String, _ condition: WalkCondition?, below number: UInt64?,
        _ visit: (PGRow) throws(StoreError) -> VisitOrder
    ) throws(StoreError) {
        let sql = """
            SELECT \(columns) FROM \(table) WHERE number < $1::int8 \(condition.clause)
            ORDER BY number DESC LIMIT $\(condition.values.count + 2)::int8
            """
        let first = Int64(clamping: number ?? UInt64(Int64.max))
        try visitPages(
            sql, from: [.integer(first)], condition.values, next: { [.integer($0.integer(0))] },
            visit)
    }

    func visitListings(
        _ walk: ListingWalk, after number: UInt64,
        _ visit: (ClaimListingRecord) throws(StoreError) -> VisitOrder
    ) throws(StoreError) {
        let condition: WalkCondition? =
            switch walk {
            case .all: nil
            case .registrant(let partner):
                WalkCondition("registrant = $2::int8", .integer(Int64(partner.value)))
            case .claim(let claim): WalkCondition("claim = $2::int8", .integer(claim))
            case .platform(let slug): WalkCondition("platform = $2::text", .text(slug))
            case .awaiting(nil): WalkCondition("awaits", nil)
            case .awaiting(let partner?):
                WalkCondition("awaits AND registrant = $2::int8", .integer(Int64(partner.value)))
            }
        try visitListings(by: "number", at: 0, above: number, condition, visit)
    }

    func visitReports(
        to platform: String, after report: UInt64,
        _ visit: (ClaimListingRecord) throws(StoreError) -> VisitOrder
    ) throws(StoreError) {
        let condition = WalkCondition(
            "report IS NOT NULL AND platform = $2::text", .text(platform))
        try visitListings(by: "report", at: 7, above: report, condition, visit)
    }

    /// - Parameter place: where the row has the order's column.
    private func visitListings(
        by order: String, at place: Int, above number: UInt64, _ condition: WalkCondition?,
        _ visit: (ClaimListingRecord) throws(StoreError) -> VisitOrder
    ) throws(StoreError) {
        let sql = """
            SELECT \(Columns.claimListing) FROM claim_listing
            WHERE \(order) > $1::int8 \(condition.clause)
            ORDER BY \(order) LIMIT $\(condition.values.count + 2)::int8
            """
        try visitPages(
            sql, from: [.integer(Int64(clamping: number))], condition.values,
            next: { [.integer($0.integer(place))] }
        ) { row throws(StoreError) in try visit(row.claimListing()) }
    }
}

/// What rows of a walk have in common besides their order.
private struct WalkCondition {
    let sql: String
    let value: PGValue?

    init(_ sql: String, _ value: PGValue?) {
        self.sql = sql
        self.value = value
    }
}

extension WalkCondition? {
    fileprivate var clause: String { map { "AND \($0.sql)" } ?? "" }

    fileprivate var values: [PGValue] { self?.value.map { [$0] } ?? [] }
}
