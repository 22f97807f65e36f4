// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCases
internal import RecoursStore

// Works, claims and their listings; listings of a command in one round trip.
extension PostgreSQLLookup {
    func work(_ identifier: WorkIdentifier) throws(StoreError) -> WorkRecord? {
        try rows(
            "SELECT \(Columns.work) FROM work WHERE id = $1::uuid",
            [.identifier(identifier.value)]
        ).first?.work()
    }

    func claim(_ identifier: StandingClaimIdentifier) throws(StoreError) -> ClaimRecord? {
        try rows(
            "SELECT \(Columns.claim) FROM claim WHERE id = $1::uuid",
            [.identifier(identifier.value)]
        ).first?.claim()
    }

    func listings(
        _ identifiers: [ClaimListingIdentifier]
    ) throws(StoreError) -> [ClaimListingRecord] {
        let sql = "SELECT \(Columns.claimListing) FROM claim_listing WHERE id = ANY ($1::uuid[])"
        return try all(sql, [.identifiers(identifiers.map(\.value))]) { (row) throws(StoreError) in
            try row.claimListing()
        }
    }

    func listings(named names: [ListingName]) throws(StoreError) -> [ClaimListingRecord] {
        let sql = """
            SELECT \(Columns.claimListing)
            FROM unnest($1::int8[], $2::text[], $3::text[]) AS wanted (c, p, l)
                JOIN claim_listing ON claim = c AND platform = p AND listing = l
            """
        let values: [PGValue] = [
            .integers(names.map { Int64(bitPattern: $0.claim) }), .texts(names.map(\.platform)),
            .texts(names.map(\.platformListingIdentifier)),
        ]
        return try all(sql, values) { (row) throws(StoreError) in try row.claimListing() }
    }

    func claimCall(_ name: ClaimCallName) throws(StoreError) -> ClaimCallRecord? {
        try rows(
            """
            SELECT \(Columns.claimCall) FROM claim_call
            WHERE partner = $1::int8 AND key = $2::bytea
            """, [.integer(Int64(name.partner.value)), .bytes(name.key)]
        ).first?.claimCall()
    }

    func nextClaimNumbers() throws(StoreError) -> ClaimNumbers {
        let sql = """
            SELECT (SELECT max(number) FROM work), (SELECT max(number) FROM claim),
                (SELECT max(number) FROM claim_listing),
                (SELECT max(report) FROM claim_listing WHERE report IS NOT NULL)
            """
        guard let row = try rows(sql).first else {
            throw .internalError("No last numbers of claims")
        }
        func next(_ column: Int) -> UInt64 { UInt64(bitPattern: row.optional(column) ?? 0) + 1 }
        return ClaimNumbers(work: next(0), claim: next(1), listing: next(2), report: next(3))
    }
}
