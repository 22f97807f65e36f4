// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCases
internal import RecoursStore

/// Finds the rows of works and claims over one connection.
final class ClaimStatements {
    private let connection: SQLiteConnection
    private let workByIdentifier: SQLiteStatement
    private let claimByIdentifier: SQLiteStatement
    private let listingByIdentifier: SQLiteStatement
    private let listingByName: SQLiteStatement
    private let callByKey: SQLiteStatement
    private let lastNumbers: SQLiteStatement
    /// Lists are asked for by few: each is prepared when it is.
    private var walks: [String: SQLiteStatement] = [:]

    init(_ connection: SQLiteConnection) throws(StoreError) {
        self.connection = connection
        let handle = connection.handle
        workByIdentifier = try SQLiteStatement(
            handle, "SELECT \(ClaimRows.work) FROM work WHERE id = ?")
        claimByIdentifier = try SQLiteStatement(
            handle, "SELECT \(ClaimRows.claim) FROM claim WHERE id = ?")
        listingByIdentifier = try SQLiteStatement(
            handle, "SELECT \(ClaimRows.listing) FROM claim_listing WHERE id = ?")
        listingByName = try SQLiteStatement(
            handle,
            """
            SELECT \(ClaimRows.listing) FROM claim_listing
            WHERE claim = ? AND platform = ? AND listing = ?
            """)
        callByKey = try SQLiteStatement(
            handle, "SELECT \(ClaimRows.call) FROM claim_call WHERE partner = ? AND key = ?")
        lastNumbers = try SQLiteStatement(
            handle,
            """
            SELECT (SELECT max(number) FROM work), (SELECT max(number) FROM claim),
                (SELECT max(number) FROM claim_listing),
                (SELECT max(report) FROM claim_listing WHERE report IS NOT NULL)
            """)
    }

    // MARK: Single rows

    func work(_ identifier: WorkIdentifier) throws(StoreError) -> WorkRecord? {
        defer { workByIdentifier.reset() }
        workByIdentifier.bind(1, high: identifier.value.high, low: identifier.value.low)
        return try workByIdentifier.step() ? ClaimRows.work(workByIdentifier) : nil
    }

    func claim(_ identifier: StandingClaimIdentifier) throws(StoreError) -> ClaimRecord? {
        defer { claimByIdentifier.reset() }
        claimByIdentifier.bind(1, high: identifier.value.high, low: identifier.value.low)
        return try claimByIdentifier.step() ? ClaimRows.claim(claimByIdentifier) : nil
    }

    func listing(
        _ identifier: ClaimListingIdentifier
    ) throws(StoreError) -> ClaimListingRecord? {
        defer { listingByIdentifier.reset() }
        listingByIdentifier.bind(1, high: identifier.value.high, low: identifier.value.low)
        return try listingByIdentifier.step() ? ClaimRows.listing(listingByIdentifier) : nil
    }

    func listing(named name: ListingName) throws(StoreError) -> ClaimListingRecord? {
        defer { listingByName.reset() }
        listingByName.bind(1, name.claim)
        listingByName.bind(2, name.platform)
        listingByName.bind(3, name.platformListingIdentifier)
        return try listingByName.step() ? ClaimRows.listing(listingByName) : nil
    }

    func call(_ name: ClaimCallName) throws(StoreError) -> ClaimCallRecord? {
        defer { callByKey.reset() }
        callByKey.bind(1, Int64(name.partner.value))
        callByKey.bind(2, name.key)
        return try callByKey.step() ? ClaimRows.call(callByKey) : nil
    }

    func next() throws(StoreError) -> ClaimNumbers {
        defer { lastNumbers.reset() }
        guard try lastNumbers.step() else { throw .internalError("No last numbers of claims") }
        return ClaimNumbers(
            work: lastNumbers.unsigned(0) + 1, claim: lastNumbers.unsigned(1) + 1,
            listing: lastNumbers.unsigned(2) + 1, report: lastNumbers.unsigned(3) + 1)
    }

    // MARK: Walks

    func visitWorks(
        of registrant: PartnerNumber?, below number: UInt64?,
        _ visit: (WorkRecord) throws(StoreError) -> VisitOrder
    ) throws(StoreError) {
        let condition = registrant == nil ? "" : "AND registrant = ?2"
        try walk(
            """
            SELECT \(ClaimRows.work) FROM work WHERE number < ?1 \(condition)
            ORDER BY number DESC
            """,
            Int64(clamping: number ?? UInt64(Int64.max)), registrant.map { .number($0.value) }
        ) { row throws(StoreError) in try visit(ClaimRows.work(row)) }
    }

    func visitClaims(
        _ walk: ClaimWalk, below number: UInt64?,
        _ visit: (ClaimRecord) throws(StoreError) -> VisitOrder
    ) throws(StoreError) {
        let (condition, value): (String, WalkValue?) =
            switch walk {
            case .all: ("", nil)
            case .registrant(let partner): ("AND registrant = ?2", .number(partner.value))
            case .work(let work): ("AND work = ?2", .row(work))
            }
        try self.walk(
            """
            SELECT \(ClaimRows.claim) FROM claim WHERE number < ?1 \(condition)
            ORDER BY number DESC
            """,
            Int64(clamping: number ?? UInt64(Int64.max)), value
        ) { row throws(StoreError) in try visit(ClaimRows.claim(row)) }
    }

    func visitListings(
        _ walk: ListingWalk, after number: UInt64,
        _ visit: (ClaimListingRecord) throws(StoreError) -> VisitOrder
    ) throws(StoreError) {
        let (condition, value): (String, WalkValue?) =
            switch walk {
            case .all: ("", nil)
            case .registrant(let partner): ("AND registrant = ?2", .number(partner.value))
            case .claim(let claim): ("AND claim = ?2", .row(claim))
            case .platform(let slug): ("AND platform = ?2", .text(slug))
            case .awaiting(nil): ("AND awaits = 1", nil)
            case .awaiting(let partner?):
                ("AND awaits = 1 AND registrant = ?2", .number(partner.value))
            }
        try self.walk(
            """
            SELECT \(ClaimRows.listing) FROM claim_listing
            WHERE number > ?1 \(condition) ORDER BY number
            """, Int64(clamping: number), value
        ) { row throws(StoreError) in try visit(ClaimRows.listing(row)) }
    }

    func visitReports(
        to platform: String, after report: UInt64,
        _ visit: (ClaimListingRecord) throws(StoreError) -> VisitOrder
    ) throws(StoreError) {
        try walk(
            """
            SELECT \(ClaimRows.listing) FROM claim_listing
            WHERE report > ?1 AND platform = ?2 AND report IS NOT NULL ORDER BY report
            """, Int64(clamping: report), .text(platform)
        ) { row throws(StoreError) in try visit(ClaimRows.listing(row)) }
    }

    private enum WalkValue {
        case number(UInt32)
        case row(UInt64)
        case text(String)
    }

    private func walk(
        _ sql: String, _ place: Int64, _ value: WalkValue?,
        _ visit: (SQLiteStatement) throws(StoreError) -> VisitOrder
    ) throws(StoreError) {
        let statement: SQLiteStatement
        if let known = walks[sql] {
            statement = known
        } else {
            statement = try SQLiteStatement(connection.handle, sql)
            walks[sql] = statement
        }
        defer { statement.reset() }
        statement.bind(1, place)
        switch value {
        case .number(let number): statement.bind(2, Int64(number))
        case .row(let number): statement.bind(2, number)
        case .text(let text): statement.bind(2, text)
        case nil: break
        }
        while try statement.step() {
            if case .stop = try visit(statement) { return }
        }
    }
}
